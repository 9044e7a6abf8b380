import type { Clock } from '../../domain/deadline/clockState';
import { template } from './frame/engine';
import type { MemberFrame } from './frame/frame';
import { memberPage } from './frame/layout';
import type { ApprovalLine } from './parts/approvals';
import { drawnItems, type ItemLine } from './parts/items';
import type { StoryLine } from './parts/story';
import { incidentSource } from './incidentSource';
import type { Said } from './words/word';

export type NextAct = { clock: Clock | null; text: Said; extra: Said | null; href: string; act: Said };

export type ProofLine = {
  tone: '' | 'done' | 'near' | 'late';
  label: Said;
  who: string;
  at: string | null;
  /** Why the other installation did not take it. */
  why: Said | null;
  /** Each attempt, but where the first went well. */
  tries: readonly { n: number; label: Said; why: Said | null; code: number | null; at: string | null }[];
  /** Page on which another is asked for. */
  replay: string | null;
};

/** Where something stands that goes to another installation; `at`: received there. */
/** `at`: by our clock; `stated`: as the other installation signed by its own. */
export type ExchangeLine = { label: Said; at: string | null; stated?: string | null; why: Said | null };

export type NoticeLine = {
  href: string;
  controller: string;
  label: Said;
  sentAt: string | null;
  sending: Said;
  /** One line a contact and channel: the proof of what became of it. */
  proofs: readonly ProofLine[];
  acknowledged: Said | null;
  acknowledgedAt: string | null;
  state: string;
};

export type ToldLine = { tone: 'ok' | 'wait' | 'no' | 'none'; name: string; of: string; note: Said; at: string | null };

export type SubNoticeLine = {
  /** Who told us, then who told them. */
  from: string;
  certain: boolean;
  receivedAt: string;
  facts: readonly { label: Said; value: Said }[];
  /** Contracts that do not authorise who is concerned. */
  unauthorised: readonly Said[];
  /** It proposes the awareness at its receipt. */
  proposes: boolean;
  /** Path of the form that confirms the awareness that it proposes. */
  confirm: string | null;
};

export type IncidentView = {
  id: string;
  reference: string;
  title: Said;
  /** Kind and severity, once it was declared an incident. */
  declared: Said | null;
  /** A form of this incident was sent, or opened, once more. */
  isAgain: boolean;
  next: NextAct | null;
  /** `day`: of an instant whose hour is not known. */
  strip: readonly { label: Said; value: Said; at: string | null; day?: string | undefined }[];
  /** Who saw it, and where to reach them within the hour. */
  declarant: { name: string; phone: string | null; email: string | null };
  /** The case of our own processing, and how it stands to this incident; null where there is none to be read. */
  own: { href: string; reference: string; state: Said; note: Said } | null;
  /** Where a case of ours is opened with what is known here; null where there is one, or the reader may not. */
  toOpenCase: string | null;
  /** Proven vulnerabilities that belong to it. */
  vulnerabilities: readonly { href: string; reference: string; state: Said; note: Said }[];
  /** What sub-processors told: newest first. */
  subNotices: readonly SubNoticeLine[];
  clocks: readonly { what: Said; clock: Clock; note: Said | null; provisional: boolean; toldCertain: boolean }[];
  items: readonly ItemLine[];
  controllers: readonly { name: string; note: Said }[];
  notices: readonly NoticeLine[];
  /** Several notices may be sent together. */
  maySend: boolean;
  told: readonly ToldLine[];
  approvals: readonly ApprovalLine[];
  actions: readonly { href: string; label: Said }[];
  story: readonly StoryLine[];
  mayAddFact: boolean;
  hiddenEntries: number;
  showsAll: boolean;
};

const main = template<object>(incidentSource);

export function incidentPage(frame: MemberFrame, view: IncidentView): string {
  const items = drawnItems(view.items);
  return memberPage(frame, {
    title: { key: 'incident.pageTitle', values: { reference: view.reference } },
    main: main(frame, {
      ...view,
      items,
      many: view.notices.length > 1,
      csrf: frame.csrf,
      path: `/incidents/${view.id}`,
      readsJournal: !frame.closed.includes('journal'),
    }),
    hasNext: view.next !== null,
  });
}
