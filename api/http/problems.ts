import type { Response } from 'express';
import type { DomainError, Issue } from '../../domain/shared/errors';

/** What only HTTP can get wrong, beside what the domain refuses. */
export type ApiError =
  | DomainError
  | { code: 'credentials.missing' }
  | { code: 'origin.refused' }
  | { code: 'session.ended' }
  /** `refused`: why the form was refused before it was sent again for another language alone. */
  | { code: 'form.filled'; refused?: ApiError }
  | { code: 'method.refused'; allowed: string[] }
  | { code: 'body.unsupported' }
  | { code: 'headers.tooLarge' }
  | { code: 'revision.missing'; issues: Issue[] }
  /** Of a form's files: others are held. */
  | { code: 'files.busy'; retryAfterSeconds: number }
  | { code: 'database.away' }
  | { code: 'unexpected' };

/** Of two real persons the first half would be false: the second says why, and the body until when. */
const SAME_PERSON =
  'Another person must approve; with `until`: one of the two gave the other a token, and they are two voices from then on';

type Row = { status: number; title: string };

/** RFC 9457. The one place where a refusal becomes a status. */
export const problemTable: Record<ApiError['code'], Row> = {
  'input.invalid': { status: 400, title: 'The request has faults; all are listed' },
  'credentials.missing': { status: 401, title: 'A valid token is needed' },
  'actor.forbidden': { status: 403, title: 'This role may not do that' },
  'origin.refused': { status: 403, title: 'The form does not come from this place; open the page again' },
  'session.ended': { status: 403, title: 'The session of this form had ended; nothing was done' },
  'form.filled': { status: 400, title: 'The form is filled in; nothing was done' },
  'subject.unknown': { status: 404, title: 'There is nothing here' },
  'approval.unknown': { status: 404, title: 'There is no such request for approval' },
  'link.unknown': { status: 404, title: 'There is nothing here' },
  'report.unmatched': { status: 404, title: 'The report is about nothing that left from here' },
  'method.refused': { status: 405, title: 'This address answers other methods' },
  'state.refused': { status: 409, title: 'The state does not allow that' },
  'revision.taken': { status: 409, title: 'Somebody was faster' },
  'key.reused': { status: 409, title: 'This Idempotency-Key has answered another request' },
  'checkpoint.missing': { status: 409, title: 'The journal is being signed; try again in a second' },
  'journal.damaged': { status: 409, title: 'The database no longer holds what was signed; no copy is given out' },
  'approval.expired': { status: 409, title: 'The request for approval has expired; ask again' },
  'approval.samePerson': { status: 409, title: SAME_PERSON },
  'link.expired': { status: 410, title: 'This link has expired; ask for a new one' },
  'revision.stale': { status: 412, title: 'It has changed since it was read' },
  'body.tooLarge': { status: 413, title: 'The body is longer than this address takes' },
  'body.unsupported': { status: 415, title: 'The body is of another type than this address takes' },
  'report.unreadable': { status: 422, title: 'The body is no delivery status notice (RFC 3464)' },
  'revision.missing': { status: 428, title: 'Say in If-Match which revision was read' },
  'attempts.exceeded': { status: 429, title: 'Too many attempts; wait' },
  'headers.tooLarge': { status: 431, title: 'The headers are too many' },
  unexpected: { status: 500, title: 'The fault is on this side; it is logged' },
  'database.away': { status: 503, title: 'Nothing can be read or recorded just now; repeat under the same key' },
  'files.busy': { status: 503, title: 'Too many files come in just now; nothing was done, send the form again' },
  'subject.unreadable': { status: 503, title: 'A newer version wrote this; upgrade this process' },
};

/** Seconds after which a repeat is worth while when a part of the house is away. */
const RETRY_AFTER_SECONDS = 2;

export function sendProblem(response: Response, error: ApiError): void {
  const problem = problemOf(error);
  response.status(problem.status).set(headersOf(error)).type('application/problem+json').end(JSON.stringify(problem));
}

/** The body of a refusal. Every member is named here: what an error gains is not published by accident. */
export function problemOf(error: ApiError) {
  const { status, title } = problemTable[error.code];
  return { type: `urn:vigie:problem:${error.code}`, title, status, code: error.code, ...detailsOf(error) };
}

function detailsOf(error: ApiError) {
  switch (error.code) {
    case 'input.invalid':
    case 'revision.missing':
      return { issues: error.issues };
    case 'state.refused':
      return { state: error.state, command: error.command, allowed: error.allowed };
    case 'revision.stale':
      return { current: error.current, changed: error.changed, ...(error.letter && { letter: error.letter }) };
    case 'revision.taken':
      return { changed: error.changed };
    case 'approval.samePerson':
      return error.until === undefined ? {} : { until: error.until };
    case 'method.refused':
      return { allowed: error.allowed };
    case 'journal.damaged':
      return { seq: error.seq };
    case 'subject.unreadable':
      return { entryType: error.type };
    default:
      return {};
  }
}

/** What a refusal says in its headers. No repeat helps where a newer version is needed. */
export function headersOf(error: ApiError): Record<string, string> {
  switch (error.code) {
    case 'credentials.missing':
      return { 'WWW-Authenticate': 'Bearer realm="vigie"' };
    case 'method.refused':
      return { Allow: error.allowed.join(', ') };
    case 'attempts.exceeded':
    case 'files.busy':
      return { 'Retry-After': String(error.retryAfterSeconds) };
    case 'database.away':
    case 'checkpoint.missing':
      return { 'Retry-After': String(RETRY_AFTER_SECONDS) };
    default:
      return {};
  }
}
