import type { InformedBy } from '../authority/vocabulary';
import type { Exemption34 } from '../risk/qualify';
import type { FrozenText } from './personsValues';

/** Telling the persons (domain rules 7.4, region PERSONS; GDPR Art 34). */
export type PersonsState =
  | 'UNDECIDED'
  | 'NOT_REQUIRED'
  | 'REQUIRED'
  | 'DRAFTED'
  | 'SENDING'
  | 'TOLD'
  | 'EXEMPT'
  | 'ON_HOLD'
  | 'ORDERED';

export type PersonsMove =
  | 'decide.high'
  | 'decide.lower'
  | 'decide.anew'
  | 'require'
  | 'exempt'
  | 'hold'
  | 'resume'
  | 'order'
  | 'lift'
  | 'draft'
  | 'send'
  | 'sent'
  | 'unreached'
  | 'tell'
  | 'publish'
  | 'unpublish'
  | 'ruleOut';

/** `back`: to where the hold found it, or to what was decided meanwhile. */
type Target = PersonsState | 'back';

const row = (from: PersonsState, on: PersonsMove, to: Target) => ({ from, on, to });
const isOpenFor = (on: PersonsMove, to: Target, ...from: PersonsState[]) => from.map((one) => row(one, on, to));

/** A public notice stands beside what each person is told, or in its place (Art 34(3)(c)); a hold keeps it back, too. */
const WRITTEN: readonly PersonsState[] = ['DRAFTED', 'SENDING', 'TOLD', 'EXEMPT'];
/** It can be taken back whatever was decided after it. */
const PUBLISHED: readonly PersonsState[] = [...WRITTEN, 'NOT_REQUIRED', 'REQUIRED', 'ORDERED', 'ON_HOLD'];

/**
 * An order of the authority overrides an exemption and a lower risk, asks for more of whom was told, and may come again (Art
 * 34(4)); it lifts no hold, since a mail is never taken back: DPO or management resume. A hold at the police's request is
 * never final; a person may be told though no law asks it (`require`). Told once, more may be told; a draft may be
 * replaced, after that, too: the public notice is corrected by a new version, and the old one stays in the journal.
 * What is being sent is not taken back by another assessment, be it on hold; a hold stops it within some 200 mails, and keeps back
 * letters that wait. Where a list told nobody, or the breach was ruled out meanwhile, a person decides anew what is sent.
 */
export const personsTransitions: readonly { from: PersonsState; on: PersonsMove; to: Target }[] = [
  ...isOpenFor('decide.high', 'REQUIRED', 'UNDECIDED', 'NOT_REQUIRED', 'REQUIRED'),
  row('DRAFTED', 'decide.high', 'DRAFTED'),
  row('SENDING', 'decide.high', 'SENDING'),
  row('TOLD', 'decide.high', 'TOLD'),
  row('TOLD', 'decide.anew', 'REQUIRED'), // more persons, or substantially new facts (docs/adr/0051)
  row('EXEMPT', 'decide.high', 'REQUIRED'), // what was exempt rested on an assessment that is replaced
  row('ORDERED', 'decide.high', 'ORDERED'),
  row('ON_HOLD', 'decide.high', 'ON_HOLD'),
  ...isOpenFor('decide.lower', 'NOT_REQUIRED', 'UNDECIDED', 'NOT_REQUIRED', 'REQUIRED', 'DRAFTED', 'EXEMPT'),
  row('SENDING', 'decide.lower', 'SENDING'),
  row('TOLD', 'decide.lower', 'TOLD'),
  row('ORDERED', 'decide.lower', 'ORDERED'),
  row('ON_HOLD', 'decide.lower', 'ON_HOLD'), // the police’s request outlives it; what it goes back to is reassessed (ADR 0030)
  ...isOpenFor('require', 'REQUIRED', 'NOT_REQUIRED', 'EXEMPT'),
  ...isOpenFor('exempt', 'EXEMPT', 'REQUIRED', 'DRAFTED', 'TOLD'), // of who was told only where nobody was reached
  ...isOpenFor('hold', 'ON_HOLD', 'UNDECIDED', 'REQUIRED', 'DRAFTED', 'SENDING', 'TOLD', 'EXEMPT', 'ORDERED'),
  row('ON_HOLD', 'resume', 'back'),
  ...isOpenFor('order', 'ORDERED', 'UNDECIDED', 'NOT_REQUIRED', 'REQUIRED', 'DRAFTED', 'EXEMPT', 'TOLD', 'ORDERED'),
  row('ON_HOLD', 'order', 'ON_HOLD'),
  ...isOpenFor('lift', 'EXEMPT', 'REQUIRED', 'DRAFTED', 'ORDERED'), // without a ground to what was decided (ADR 0057)
  row('ON_HOLD', 'lift', 'ON_HOLD'),
  row('SENDING', 'lift', 'SENDING'), // what leaves, or was told, is not taken back
  row('TOLD', 'lift', 'TOLD'),
  ...isOpenFor('draft', 'DRAFTED', 'REQUIRED', 'DRAFTED', 'ORDERED'),
  row('TOLD', 'draft', 'TOLD'), // what is public, or told next, is corrected; who was told was told
  row('EXEMPT', 'draft', 'EXEMPT'), // what is published in its place (Art 34(3)(c))
  row('SENDING', 'order', 'SENDING'),
  ...isOpenFor('send', 'SENDING', 'DRAFTED', 'TOLD'),
  row('SENDING', 'sent', 'TOLD'),
  row('SENDING', 'unreached', 'DRAFTED'),
  row('SENDING', 'ruleOut', 'DRAFTED'),
  ...isOpenFor('tell', 'TOLD', 'DRAFTED', 'TOLD'),
  row('SENDING', 'tell', 'SENDING'), // others, by other means
  ...WRITTEN.map((from) => row(from, 'publish', from)),
  ...PUBLISHED.map((from) => row(from, 'unpublish', from)),
];

export const movePersons = (from: PersonsState, on: PersonsMove): Target | null =>
  personsTransitions.find((one) => one.from === from && one.on === on)?.to ?? null;

/** What was told to how many, of whom `again` before, and how many mails came back. `listId`: by the mails of this list; null: by other ways. */
export type Telling = {
  seq: number;
  at: string;
  means: InformedBy;
  told: number;
  again: number;
  concerned: number | null;
  bounced: number;
  listId: string | null;
};

/** What the persons are told, as somebody wrote it last, and the texts as they were frozen then. */
export type Draft = {
  seq: number;
  at: string;
  fr: string | null;
  en: string | null;
  measuresFr: string | null;
  measuresEn: string | null;
  texts: readonly FrozenText[];
};

/** A list that was accepted, and when nobody of it was left to be told; `ordinal` counts the lists of a case from 1. */
export type Sending = {
  ordinal: number;
  seq: number;
  at: string;
  listId: string;
  fileHash: string;
  count: number;
  concerned: number | null;
  /** How nobody is told twice, where lists before it are erased; null: the word is erased, too. */
  repeatReason?: string | null;
  doneAt: string | null;
  /** How many of it by mail; null until it is done. */
  told: number | null;
  /** Whom its mails did not reach; null until it is done. */
  missed: { refused: number; unknown: number; lost: number } | null;
  /** Whom only a letter reaches. */
  letters: number;
  /** The message as it was accepted with the list; null where none was drafted. */
  draft: Pick<Draft, 'seq' | 'texts'> | null;
  /** Its letters as they were printed last: SHA-256 of each file, and when first; null: not yet. */
  printed: { seq: number; at: string; firstAt: string; files: readonly string[] } | null;
  /** How many letters somebody said were posted, in all; `isOver`: none of the others will be. Null: nobody has said it yet. */
  posted: { seq: number; at: string; told: number; isOver: boolean } | null;
  /** The breach was ruled out before everybody was told: nothing of it leaves any more. */
  isStopped: boolean;
};

/** Letters that wait: nobody has said what became of them. Of a list that was stopped, only printed ones can have left. */
export function lettersLeft({ letters, printed, posted, isStopped }: Sending): number {
  if (posted?.isOver === true || (isStopped && printed === null)) return 0;
  return letters - (posted?.told ?? 0);
}

/** Letters of which nobody has said whether they were posted (invariant 11). */
export const lettersOwed = ({ sendings }: Pick<Persons, 'sendings'>): number =>
  sendings.reduce((sum, sending) => sum + lettersLeft(sending), 0);

/**
 * Whether letters of a list have told somebody, may have, or will. Where some were posted nobody knows which, so all count:
 * a person is not told twice; whoever said it said what becomes of the others.
 */
export const mayTellByLetter = (sending: Sending): boolean =>
  lettersLeft(sending) > 0 || (sending.posted?.told ?? 0) > 0;

/** The public notice that stands; a new version takes the place of the one before. */
export type Published = { version: number; seq: number; at: string; draft: number; texts: readonly FrozenText[] };

/** `before`: where it goes back to. `isOrdered`: the authority ordered since that the persons be told, which does not end it. */
export type Hold = {
  seq: number;
  at: string;
  reference: string;
  until: string | null;
  before: PersonsState;
  isOrdered: boolean;
};

export type Persons = {
  state: PersonsState;
  /** Since when the persons have to be told; null while they need not be. */
  requiredAt: string | null;
  /** Entry that made it so. */
  requiredSeq: number | null;
  /** `publishedAt`: since when the public notice of ground c stands elsewhere than here; null where it does not. */
  exemption: { ground: Exemption34; proof: string | null; at: string; publishedAt: string | null } | null;
  hold: Hold | null;
  /** When the last hold ended; null where there was none. */
  freedAt: string | null;
  order: { authorityId: string; at: string } | null;
  draft: Draft | null;
  sendings: readonly Sending[];
  /** The newest list ended with nobody told; null once more are told. */
  unreached: { seq: number; at: string } | null;
  tellings: readonly Telling[];
  /** Decision since which all are told anew, whoever told them before; 0 for none. */
  anewSeq: number;
  /** How many no mail reached and nobody has told since by other means, and the entry by which that is known; null: none. */
  toReach: { seq: number; at: string; count: number } | null;
  /** When mails that came back late were counted last; null: never. */
  bouncedAt: string | null;
  /** Null: nothing is public. */
  published: Published | null;
  /** How many versions were published. */
  publications: number;
};

export const undecided: Persons = {
  state: 'UNDECIDED',
  requiredAt: null,
  requiredSeq: null,
  exemption: null,
  hold: null,
  freedAt: null,
  order: null,
  draft: null,
  sendings: [],
  unreached: null,
  tellings: [],
  anewSeq: 0,
  toReach: null,
  bouncedAt: null,
  published: null,
  publications: 0,
};

/** The list whose mails leave, or would without a hold; null where none does. */
export const begunSending = ({ state, hold, sendings }: Persons): Sending | null =>
  state === 'SENDING' || hold?.before === 'SENDING' ? (sendings.at(-1) ?? null) : null;

/**
 * From when the time in which a mail is tried again counts: its first try, or the end of a hold that came after it, in which
 * nothing was tried. Milliseconds since the epoch.
 */
export const triedFromMs = ({ freedAt }: Pick<Persons, 'freedAt'>, begunMs: number): number =>
  freedAt === null ? begunMs : Math.max(begunMs, Date.parse(freedAt));
