import { type FileAbout, fileIssues, type SaidAbout } from '../file/kept';
import { saidIssues } from '../file/saidAbout';
import { refused, type Result, done } from '../shared/errors';
import { DAY_MS } from '../shared/instant';
import type { Notice } from './fold';

/** Files that a contact may bring by its link within a day, and its own installation: neither must fill the disk. */
export const MOST_FILES_A_DAY = 20;

/** A contact by its link, or in whose name its own organisation, here or elsewhere, hands over what its case holds. */
export type Bringer = { contactId: string; via: 'link' | 'account' | 'exchange' };

type Coming = {
  about: SaidAbout;
  /** SHA-256; null while it is not read. */
  hash: string | null;
  /** Which contact brings it, and how; null for our own people. */
  by: Bringer | null;
};

/**
 * Whether a file about a question or its answer may be kept with a notice (duty S3-05), after its end too, as the question
 * may be answered then.
 *
 * @returns `subject.unknown` for a question that this contact did not ask; `attempts.exceeded` for too many of it in a day
 */
export function decideFile(
  { questions, files }: Pick<Notice, 'questions' | 'files'>,
  { about, hash, by }: Coming,
  now: Date,
): Result<null> {
  if (by !== null) {
    const isOwn = ownOf({ questions }, by).some(({ id }) => id === about.questionId);
    if (!isOwn) return refused({ code: 'subject.unknown' });
    if (about.kind !== 'question') return refused({ code: 'actor.forbidden' });
    const free = hasPlace({ questions, files }, by, 1, now);
    if (!free.ok) return free;
  }
  const issues = [...saidIssues(questions, about), ...fileIssues(files, about, hash)];
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(null);
}

/**
 * Whether so many files may come with the question that their contact is asking, or with the answer that is being given.
 *
 * @returns `attempts.exceeded` where a contact would bring more within a day than it may
 */
export function decideFilesAlong(
  notice: Pick<Notice, 'questions' | 'files'>,
  { count, by }: { count: number; by: Bringer | null },
  now: Date,
): Result<null> {
  return by === null || count === 0 ? done(null) : hasPlace(notice, by, count, now);
}

/** Whether a contact may bring so many more today. */
function hasPlace(
  { questions, files }: Pick<Notice, 'questions' | 'files'>,
  by: Bringer,
  count: number,
  now: Date,
): Result<null> {
  if (by.via === 'account') return done(null);
  const own = ownOf({ questions }, by);
  const today = files
    .filter(
      ({ byId, at, about: of }) => byId === by.contactId && isOf(own, of) && now.getTime() - Date.parse(at) < DAY_MS,
    )
    .map(({ at }) => Date.parse(at))
    .toSorted((a, b) => a - b);
  const last = today[today.length + count - MOST_FILES_A_DAY - 1]; // that has to be a day old
  if (last === undefined) return done(null);
  const leftMs = last + DAY_MS - now.getTime();
  return refused({ code: 'attempts.exceeded', retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) });
}

const ownOf = ({ questions }: Pick<Notice, 'questions'>, by: Bringer): Notice['questions'] =>
  by.via === 'link' ? askedByLink({ questions }, by.contactId) : askedBy({ questions }, by);

/** What a contact asked by its link or by telephone: what its organisation asked elsewhere has its files from there. */
export const askedByLink = ({ questions }: Pick<Notice, 'questions'>, contactId: string): Notice['questions'] =>
  questions.filter((one) => one.contactId === contactId && (one.via === 'link' || one.via === 'call'));

const askedBy = ({ questions }: Pick<Notice, 'questions'>, { contactId, via }: Bringer): Notice['questions'] =>
  questions.filter((one) => one.contactId === contactId && one.via === via);

const isOf = (questions: Notice['questions'], about: FileAbout): boolean =>
  about.kind !== 'filing' && questions.some(({ id }) => id === about.questionId);

/** What a contact is shown of the files: those about its own questions, and of the answers to them. */
export const filesFor = ({ questions, files }: Pick<Notice, 'questions' | 'files'>, contactId: string) => {
  const own = questions.filter((one) => one.contactId === contactId);
  return files.filter(({ about }) => isOf(own, about));
};
