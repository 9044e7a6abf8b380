import type { Seen } from '../../../application/notice/tellingOf';
import type { Name } from '../../../application/ports/people';
import type { Fault } from '../../../templates/pages/parts/form';
import type { Frame } from '../../../templates/pages/frame/frame';
import { momentWords } from '../../../templates/pages/frame/moment';
import { phrase, type Said } from '../../../templates/pages/words/word';
import { readSeen } from '../../http/etag';
import type { ApiError } from '../../http/problems';
import type { AnyVisit } from '../frame';
import { titleOfEntry } from '../story';
import type { Question, Raw } from './question';
import { faultsOfIssues } from './issueWords';
import { type Faulty, readSheet, summaryOf } from './sheet';

export type Refused = {
  /** What was typed; null when the form is shown for the first time. */
  raw: Raw | null;
  faults: readonly Faulty[];
  summary: readonly Fault[];
  changed: Said | null;
  errorAt(name: string): Said | null;
};

/** A form comes back without the documents that came with it, whatever it was refused for. */
const FILES_AGAIN = { name: 'files', text: { key: 'err.filesAgain' } } as const;

/** What to say in a form that came back, in the same words above and at the field. */
export function refusedForm(
  questions: readonly Question[],
  { refusal }: Pick<AnyVisit, 'refusal'>,
  zone: string,
  frame: Frame,
  names: ReadonlyMap<string, Name>,
): Refused {
  const raw = refusal?.form ?? null;
  const error = whyRefused(refusal);
  const found = refusal === null || error === null ? [] : faultsOf(questions, { ...refusal, error }, zone, frame);
  const isToChoose = refusal?.filesGone === true && questions.some(({ name }) => name === FILES_AGAIN.name);
  const faults = isToChoose ? inOrder(questions, [...found, FILES_AGAIN]) : found;
  return {
    raw,
    faults,
    summary: summaryOf(faults, (name) => questions.find((one) => one.name === name)?.label ?? null),
    changed: error === null ? null : changedWords(error, frame, names),
    errorAt: (name) => faults.find((fault) => fault.name === name)?.text ?? null,
  };
}

/** Why a form was refused, also where it was sent again since for another language alone. */
export function whyRefused(refusal: AnyVisit['refusal']): ApiError | null {
  if (refusal === null) return null;
  const { error } = refusal;
  return error.code === 'form.filled' ? (error.refused ?? error) : error;
}

function faultsOf(
  questions: readonly Question[],
  { error, form }: { error: ApiError; form: Raw },
  zone: string,
  frame: Frame,
): Faulty[] {
  switch (error.code) {
    case 'input.invalid': {
      const read = readSheet(questions, form, zone);
      const found = faultsOfIssues(questions, error.issues, frame);
      if (read.ok) return found;
      // All in one answer; of one question, what it says itself.
      const named = read.faults.map(({ name }) => name);
      return inOrder(questions, [
        ...read.faults,
        ...found.filter(({ name }) => name !== null && !named.includes(name)),
      ]);
    }
    case 'revision.stale':
    case 'revision.taken':
    case 'form.filled':
      return [];
    case 'actor.forbidden':
      return [{ name: null, text: { key: 'err.forbidden' } }];
    case 'state.refused':
      return [{ name: null, text: { key: error.state === 'LAST_DIRECTOR' ? 'err.lastDirector' : 'err.state' } }];
    case 'approval.samePerson':
      if (error.until === undefined) return [{ name: null, text: { key: 'err.samePerson' } }];
      return [{ name: null, text: { key: 'err.sameHand', values: { at: momentWords(error.until, frame, 'full') } } }];
    case 'approval.expired':
    case 'approval.unknown':
      return [{ name: null, text: { key: 'err.expired' } }];
    case 'attempts.exceeded': {
      const minutes = String(Math.max(1, Math.ceil(error.retryAfterSeconds / 60)));
      return [{ name: null, text: { key: 'err.tooMany', values: { minutes } } }];
    }
    case 'files.busy':
      return [{ name: 'files', text: { key: 'err.filesBusy' } }];
    case 'session.ended':
      return [{ name: null, text: { key: 'err.sessionEnded' } }];
    case 'body.tooLarge':
      return [{ name: null, text: { key: 'err.bodyTooLarge' } }];
    case 'checkpoint.missing':
      return [{ name: null, text: { key: 'err.unsigned' } }];
    case 'journal.damaged':
      return [{ name: null, text: { key: 'err.damaged', values: { seq: String(error.seq) } } }];
    case 'key.reused':
      return [{ name: null, text: { key: 'err.keyReused' } }];
    default:
      return [{ name: null, text: { key: 'err.check' } }];
  }
}

/** As the questions stand on the page. */
function inOrder(questions: readonly Question[], faults: readonly Faulty[]): Faulty[] {
  const placeOf = ({ name }: Faulty) => questions.findIndex((one) => one.name === name);
  return faults.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Somebody was faster: what, when and who; the text that was typed is still there. */
export function changedWords(error: ApiError, frame: Frame, names: ReadonlyMap<string, Name>): Said | null {
  if (error.code !== 'revision.stale' && error.code !== 'revision.taken') return null;
  if ('letter' in error && error.letter !== undefined) {
    const parts = error.letter.map((part) => phrase(frame.language, { key: `letter.${part}` }));
    return { key: 'form.letterChanged', values: { parts: parts.join(', ') } };
  }
  // What a machine wrote meanwhile is seldom why a person's decision is stale.
  const last = error.changed.findLast(({ actorId }) => names.has(actorId)) ?? error.changed.at(-1);
  if (last === undefined) return { key: 'problem.state' };
  return {
    key: 'form.changed',
    values: {
      what: phrase(frame.language, titleOfEntry(last)),
      at: momentWords(last.recordedAt, frame, 'full'),
      by: names.get(last.actorId)?.name ?? phrase(frame.language, { key: 'form.byOther' }),
    },
  };
}

/** What a form that comes back rests on: what it was made from, unless it has just been said what changed since. */
export const revisionOf = ({ refusal }: Pick<AnyVisit, 'refusal'>, decided: number): number =>
  (isTold(refusal) ? undefined : revisionIn(refusal.form)) ?? decided;

export const seenFrom = ({ refusal }: Pick<AnyVisit, 'refusal'>, now: Seen): Seen =>
  (isTold(refusal) ? undefined : seenIn(refusal.form)) ?? now;

const isTold = (refusal: AnyVisit['refusal']): refusal is null =>
  refusal === null || refusal.error.code === 'revision.stale' || refusal.error.code === 'revision.taken';

/** The revision that the form was made from; undefined where it is no number. */
export const revisionIn = (raw: Raw): number | undefined => seenIn(raw)?.revision;

/** The same of a form that has shown what a notice would tell. */
export const seenIn = (raw: Raw): Seen | undefined =>
  readSeen(Object.hasOwn(raw, 'revision') ? (raw['revision'] ?? '') : '');
