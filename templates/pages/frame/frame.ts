import type { Language } from '../../../domain/letters/head';

/** What every page knows of its reader and of the hour. Hours are shown in `zone`, never reckoned with it. */
export type Frame = {
  language: Language;
  zone: string;
  /** UTC instant at which the page was made; every "time left" on it is counted from here. */
  now: string;
  /** URL of the stylesheet, with its hash. */
  stylesheet: string;
};

export type NavName = 'now' | 'incidents' | 'cases' | 'agreements' | 'journal' | 'mailbox';

/** A page of a member, inside an organisation. */
export type MemberFrame = Frame & {
  orgId: string;
  organisation: string;
  /** Name of the person, or of the machine, that reads. */
  reader: string;
  current: NavName | null;
  /** Rooms that this reader may not enter: not shown. */
  closed: readonly (NavName | 'tokens')[];
  /** Mails stay in the built-in server: nobody outside is told. */
  caught: boolean;
  /** Mails leave by a relay that nobody has tested; null or none: not so. */
  untested?: { mayTest: boolean } | null;
  /** The exercise that this page is of: said on top of it. `pace` null: a drill that nobody planned. */
  exercise?: { path: string; pace: number } | { path: null; pace: null } | null;
  /** Goes with every form of a session. */
  csrf: string;
  /** Path and query of this page, for the language switch. */
  here: string;
};
