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
    const own = by.via === 'link' ? askedByLink({ questions }, by.contactId) : askedBy({ questions }, by);
    const isOwn = own.some(({ id }) => id === about.questionId);
    if (!isOwn) return refused({ code: 'subject.unknown' });
    if (about.kind !== 'question') return refused({ code: 'actor.forbidden' });
    const today = files
      .filter(
        ({ byId, at, about: of }) => byId === by.contactId && isOf(own, of) && now.getTime() - Date.parse(at) < DAY_MS,
      )
      .map(({ at }) => Date.parse(at));
    if (by.via !== 'account' && today.length >= MOST_FILES_A_DAY) {
      const leftMs = Math.min(...today) + DAY_MS - now.getTime();
      return refused({ code: 'attempts.exceeded', retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) });
    }
  }
  const issues = [...saidIssues(questions, about), ...fileIssues(files, about, hash)];
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(null);
}

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
