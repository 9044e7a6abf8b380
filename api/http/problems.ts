import type { Response } from 'express';
import type { DomainError, Issue } from '../../domain/shared/errors';

/** What only HTTP can get wrong, beside what the domain refuses. */
export type ApiError =
  | DomainError
  | { code: 'credentials.missing' }
  | { code: 'revision.missing' }
  | { code: 'unexpected' };

type Row = { status: number; title: string };

/** RFC 9457. The one place where a refusal becomes a status. */
export const problemTable: Record<ApiError['code'], Row> = {
  'input.invalid': { status: 400, title: 'The request has faults; all are listed' },
  'credentials.missing': { status: 401, title: 'A token is needed' },
  'actor.forbidden': { status: 403, title: 'This role may not do that' },
  'subject.unknown': { status: 404, title: 'There is nothing here' },
  'approval.unknown': { status: 404, title: 'There is no such request for approval' },
  'approval.expired': { status: 409, title: 'The request for approval has expired; ask again' },
  'approval.samePerson': { status: 409, title: 'Another person must approve' },
  'link.unknown': { status: 404, title: 'There is nothing here' },
  'link.expired': { status: 410, title: 'This link has expired; ask for a new one' },
  'state.refused': { status: 409, title: 'The state does not allow that' },
  'subject.unreadable': { status: 503, title: 'A newer version wrote this; upgrade this process' },
  'revision.taken': { status: 409, title: 'Somebody was faster' },
  'key.reused': { status: 409, title: 'This Idempotency-Key has answered another request' },
  'revision.stale': { status: 412, title: 'The notice has changed since it was read' },
  'revision.missing': { status: 428, title: 'Say in If-Match which revision was read' },
  unexpected: { status: 500, title: 'The fault is on this side; it is logged' },
};

export function sendProblem(response: Response, error: ApiError): void {
  const { status, title } = problemTable[error.code];
  const { code, ...details } = error;
  response
    .status(status)
    .type('application/problem+json')
    .json({ type: `urn:vigie:problem:${code}`, status, title, code, ...details });
}

/** zod's paths as RFC 6901 pointers. */
export function toIssues(issues: readonly { path: PropertyKey[]; message: string }[]): Issue[] {
  const escaped = (step: PropertyKey) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
  return issues.map(({ path, message }) => ({ pointer: path.map((step) => `/${escaped(step)}`).join(''), message }));
}
