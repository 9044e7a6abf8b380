import type { Client } from '../agreement/otherClients';
import type { SameHand } from '../approval/judge';
import type { Triggers } from '../deadline/breachClock';
import type { Place } from '../deadline/longPeriods';
import type { Issue } from '../shared/errors';
import type { Role } from '../shared/roles';
import type { Elsewhere } from './regimes';
import type { SubNoticeAcknowledged, SubNoticeSeal } from './subNoticeValues';

/** Everything beside the incident that a decision looks at. */
export type Around = {
  actorId: string;
  /** Only persons fill a quorum. */
  isPerson: boolean;
  /** Persons who may be this very one: a key passed between them within a day. */
  sameHand: SameHand;
  roles: readonly Role[];
  now: Date;
  /** An id that nobody has used, should the command need one. */
  newId: string;
  /** Of the agreements that the command names, those that exist. */
  agreementIds: ReadonlySet<string>;
  /** Of an incident of a planned exercise, the agreements that the plan lets it touch, and those that it touched before; null: no plan says any. */
  planned?: ReadonlySet<string> | null;
  /** From what the contracts count that the command names, or that an awareness would move. */
  triggers: readonly Triggers[];
  /** Of the persons that the command names, those who are members now. */
  personIds: ReadonlySet<string>;
  /** Notices of this incident that are not closed, or that still owe an answer. */
  openNotices: number;
  /** The case of our own processing, where it has not ended, or has yet to be opened. */
  openCase: string | null;
  /** What was answered of other laws in the case of our own processing; null: there is none. */
  elsewhere?: Elsewhere | null;
  /** Where acts of our own are due that are answered for now. */
  place: Place;
  /** It belongs to an exercise that has ended; looked at by what would reopen it. */
  exerciseEnded?: boolean;
  /** The signed notice by which what a sub-processor tells has come; null or none: keyed in by hand. */
  seal?: SubNoticeSeal | null;
  /** How an acknowledgement has reached the sub-processor, or will. */
  acknowledged?: Pick<SubNoticeAcknowledged, 'via' | 'deliverables'>;
  /** Names of firms: what we are called, and our clients; what names one is told to nobody else. */
  firms: { own: readonly string[]; clients: readonly Client[] };
};

/** Only who acts on a sub-processor's notice looks at firms. */
export const noFirms: Around['firms'] = { own: [], clients: [] };

export function untouched({
  touched,
  ownProcessing,
}: {
  touched: readonly unknown[];
  ownProcessing: boolean;
}): Issue[] {
  return touched.length > 0 || ownProcessing
    ? []
    : [{ pointer: '/touched', message: 'name the agreements whose data are touched, or own processing' }];
}

export function unknownAgreements(
  touched: readonly { agreementId: string }[],
  { agreementIds, planned = null }: Pick<Around, 'agreementIds' | 'planned'>,
): Issue[] {
  return touched.flatMap(({ agreementId }, index) => {
    const pointer = `/touched/${index}/agreementId`;
    if (!agreementIds.has(agreementId)) return [{ pointer, message: 'no such agreement' }];
    if (planned?.has(agreementId) === false) return [{ pointer, message: 'is not in the plan of this exercise' }];
    return [];
  });
}
