import { z } from 'zod';
import { Language } from '../letters/head';
import { isEmail } from '../party/email';
import { isOneLine } from '../shared/words';

/** One person to be told. What is here never reaches the journal or a log. */
export type Recipient = { email: string; name: string | null; language: Language | null };

/** Why a row of a list cannot be taken. */
export const RowReason = z.enum([
  'emailMissing',
  'emailInvalid',
  'nameInvalid',
  'languageUnknown',
  'columns',
  'quotes',
]);
export type RowReason = z.infer<typeof RowReason>;

export type RowFault = { line: number; reason: RowReason };

/** What may be known of a list; nothing in it names anybody. Lines are counted from 1, the header included. */
export type ListFacts = {
  listId: string;
  caseId: string;
  /** UTC instant at which it had come in whole. */
  at: string;
  /** SHA-256 of the file as it came. */
  fileHash: string;
  /** Rows that can be told, each address once. */
  count: number;
  bad: number;
  duplicates: number;
  /** Left out: an accepted list of the case has told them, may have, or will. */
  toldBefore: number;
  /** Lists of the case that had been accepted when this one came in: it was compared with them, and with no later one. */
  earlier: number;
  /** The first of the bad rows, and of those whose address stands further up. */
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
/** Faults that are named one by one; the others are counted. */
export const MOST_NAMED = 100;
const LONGEST_NAME = 200;

export type Columns = { width: number; email: number; name: number | null; language: number | null };

const NAMES = {
  email: ['email', 'e-mail', 'mail', 'courriel'],
  name: ['name', 'nom'],
  language: ['language', 'langue'],
} as const;

/** Which column holds what, by the header in French or English; null where none holds addresses, or two hold the same. */
export function columnsOf(header: readonly string[]): Columns | null {
  const plain = header.map((one) => one.trim().toLowerCase());
  const placesOf = (names: readonly string[]) => plain.flatMap((one, place) => (names.includes(one) ? [place] : []));
  const [email, name, language] = [placesOf(NAMES.email), placesOf(NAMES.name), placesOf(NAMES.language)];
  if (email[0] === undefined || [email, name, language].some(({ length }) => length > 1)) return null;
  return { width: header.length, email: email[0], name: name[0] ?? null, language: language[0] ?? null };
}

/** A row as somebody to be told, or why it is none. Other columns are left where they are. */
export function readRecipient(columns: Columns, fields: readonly string[]): Recipient | RowReason {
  if (fields.length !== columns.width) return 'columns';
  const at = (place: number | null): string => (place === null ? '' : (fields[place]?.trim() ?? ''));
  const [email, name, language] = [at(columns.email), at(columns.name), at(columns.language).toLowerCase()];
  if (email === '') return 'emailMissing';
  if (!isEmail(email)) return 'emailInvalid';
  if (name.length > LONGEST_NAME || !isOneLine(name)) return 'nameInvalid';
  const spoken = language === '' ? null : (Language.options.find((one) => one === language) ?? 'other');
  if (spoken === 'other') return 'languageUnknown';
  return { email, name: name === '' ? null : name, language: spoken };
}

/** Two spellings of one box: hardly any host tells capital letters apart. */
export const boxOf = ({ email }: Pick<Recipient, 'email'>): string => email.toLowerCase();

/** How far a sending has come: each recipient is counted in one of the first five. */
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
  /** Of those sent: reported later as never arrived. */
  bounced: number;
};

export const emptyProgress = (): Progress => ({
  waiting: 0,
  leaving: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  bounced: 0,
});
