import { z } from 'zod';
import { Language } from '../letters/head';
import { isEmail } from '../party/email';
import { isOneLine } from '../shared/words';
import { postalIn, type PostalColumns, postalColumnsOf } from './postal';

/** One person to be told. What is here never reaches the journal or a log. */
export type Recipient = ByMail | ByPost;
export type ByMail = { email: string; name: string | null; language: Language | null };
/** Whom no mail reaches gets a letter: `postal` are the lines on the envelope, the name first. */
export type ByPost = { email: null; name: string; language: Language | null; postal: readonly string[] };

/** Why a row of a list cannot be taken. */
export const RowReason = z.enum([
  'emailMissing',
  'emailInvalid',
  'nameInvalid',
  'postalIncomplete',
  'postalInvalid',
  'languageUnknown',
  'columns',
  'quotes',
]);
export type RowReason = z.infer<typeof RowReason>;

export type RowFault = { line: number; reason: RowReason };

/** A row that is not told by this list, and why: it cannot be, it stands further up, or another list tells it. */
export type LeftOut = { line: number; reason: RowReason | 'duplicate' | 'toldBefore' };

/** What may be known of a list; nothing in it names anybody. Lines are counted from 1, the header included. */
export type ListFacts = {
  listId: string;
  caseId: string;
  /** UTC instant at which it had come in whole. */
  at: string;
  /** SHA-256 of the file as it came. */
  fileHash: string;
  /** Rows that can be told, each person once. */
  count: number;
  /** Of them, whom only a letter reaches; lists of the first versions had none. */
  letters?: number;
  bad: number;
  duplicates: number;
  /** Left out: an accepted list of the case has told them, may have, or will. */
  toldBefore: number;
  /** Of those told, who share a mail address with somebody else of the list or of an earlier one; lists of the first versions had none. */
  shared?: number;
  /** Lists of the case that had been accepted when this one came in: it was compared with them, and with no later one. */
  earlier: number;
  /** The first of the bad rows, and of those that stand further up. */
  faults: readonly RowFault[];
  duplicateLines: readonly number[];
};

/** Rows of one list; more persons are told by several lists. */
export const MOST_RECIPIENTS = 100_000;
/**
 * Recipients that leave together. Of so many nobody knows what came when their sender dies; so many share two writes to
 * the database, which would take longer than the mails.
 */
export const TOGETHER = 16;
/** Rows that cannot be told, or stand twice, in one file: one with more is none of these lists. */
export const MOST_LEFT_OUT = 100_000;
/** Faults that are named with the counts; all of them are in a file. */
export const MOST_NAMED = 100;
const LONGEST_NAME = 200;

export type Columns = {
  width: number;
  email: number | null;
  name: number | null;
  language: number | null;
  postal: PostalColumns | null;
};

const NAMES = {
  email: ['email', 'e-mail', 'mail', 'courriel'],
  name: ['name', 'nom'],
  language: ['language', 'langue'],
} as const;

/**
 * Which column holds what, by the header in French or English; null where none holds mail addresses and the columns of a
 * postal one are not there either, or two hold the same.
 */
export function columnsOf(header: readonly string[]): Columns | null {
  const plain = header.map((one) => one.trim().toLowerCase());
  const placesOf = (names: readonly string[]) => plain.flatMap((one, place) => (names.includes(one) ? [place] : []));
  const [email, name, language] = [placesOf(NAMES.email), placesOf(NAMES.name), placesOf(NAMES.language)];
  const postal = postalColumnsOf(placesOf);
  if (postal === 'twice' || [email, name, language].some(({ length }) => length > 1)) return null;
  const isPostal = postal !== null && postal.city !== null && name[0] !== undefined;
  if (email[0] === undefined && !isPostal) return null;
  const width = header.length;
  return { width, email: email[0] ?? null, name: name[0] ?? null, language: language[0] ?? null, postal };
}

/**
 * A row as somebody to be told, or why it is none. Who has a mail address gets a mail, and their postal one is not kept.
 * Other columns are left where they are.
 */
export function readRecipient(columns: Columns, fields: readonly string[]): Recipient | RowReason {
  if (fields.length !== columns.width) return 'columns';
  const at = (place: number | null): string => (place === null ? '' : (fields[place]?.trim() ?? ''));
  const [email, name, language] = [at(columns.email), at(columns.name), at(columns.language).toLowerCase()];
  if (email !== '' && !isEmail(email)) return 'emailInvalid';
  if (name.length > LONGEST_NAME || !isOneLine(name)) return 'nameInvalid';
  const spoken = language === '' ? null : (Language.options.find((one) => one === language) ?? 'other');
  if (spoken === 'other') return 'languageUnknown';
  if (email !== '') return { email, name: name === '' ? null : name, language: spoken };
  const postal = columns.postal === null ? null : postalIn(columns.postal, at, name);
  if (postal === null) return 'emailMissing';
  return typeof postal === 'string' ? postal : { email: null, name, language: spoken, postal };
}

/**
 * One text for all spellings of a box, so that nobody is told twice (`createBoxes`): hardly any host tells capital letters apart, nor does
 * a postman; a file may write an accent in two signs, and apostrophes and dashes in several ways.
 */
export const boxOf = (recipient: Recipient): string =>
  (recipient.email ?? postalBox(recipient.postal.join('\n'))).normalize('NFC').toLowerCase();

const postalBox = (lines: string): string =>
  lines
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[\s,.]+/g, ' ');

/** How far a sending has come: each recipient is counted in one of the first five, or in `letters`. */
export type Progress = {
  /** Not tried yet, or to be tried again. */
  waiting: number;
  /** Being sent at this moment. */
  leaving: number;
  /** Taken by the relay. */
  sent: number;
  /** Refused for good, or given up. */
  refused: number;
  /** Handed over, and no answer came: not sent again, since nobody is told twice. */
  unknown: number;
  /** Reported later as never arrived, of those counted as sent; one without an answer that comes back was never counted as told. */
  bounced: number;
  /** Whom only a letter reaches: the journal says whether they were posted. */
  letters: number;
};

export const emptyProgress = (): Progress => ({
  waiting: 0,
  leaving: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  bounced: 0,
  letters: 0,
});
