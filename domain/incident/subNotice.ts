import type { Pace } from '../deadline/pace';
import { HOUR_MS, plusMs } from '../shared/instant';
import type { Incident, Mark } from './incident';
import { idOfExchange } from '../exchange/exchanged';
import { chainsOf, type Told } from './chains';
import type { SubNoticeAcknowledged, SubNoticeReceived } from './subNoticeValues';

/** A sub-processor's notice as the incident keeps it; `at` of the mark is when it was recorded. */
export type SubNotice = SubNoticeReceived & Mark & { acknowledged: Acknowledged | null };

/** `exchangeId`: by which it goes to the sub-processor's own installation; null where it does not. */
export type Acknowledged = Omit<SubNoticeAcknowledged, 'deliverables' | 'subNoticeId'> &
  Mark & { exchangeId: string | null };

/** Domain rules 7.5: the target for passing on what a sub-processor told; the limit is the contract's own clock. */
const PASS_ON_HOURS = 2;

/** Shorter contracts shorten it alike. */
export const passOnHours = (contractHours: number, pace: Pace = 1): number =>
  Math.min(PASS_ON_HOURS / pace, contractHours / 12);

/** Target instant: strict elapsed hours from the receipt; under no contract in particular where none is given. */
export const passOnDue = (receivedAt: string, contractHours = Infinity, pace: Pace = 1): string =>
  plusMs(receivedAt, passOnHours(contractHours, pace) * HOUR_MS);

/** Farthest tier where it happened: 1 is ourselves, 2 our sub-processor, and so on. */
export const originTier = (said: Told): number => Math.max(...chainsOf(said).map(({ length }) => length)) + 1;

/** A signed one that touches nobody is of a firm that no annex lists: whom it touches is for a person to say (ADR 0042). */
export const isForAnybody = ({ touched, seal }: Pick<SubNotice, 'touched' | 'seal'>): boolean =>
  seal !== null && touched.length === 0;

/**
 * Its numbers may be of several clients together, ourselves included: nobody is told them as its own (domain rules 7.5). Nobody
 * can say of whom they are where it touched nobody by itself.
 */
const isTotal = (said: Pick<SubNotice, 'touched' | 'ownProcessing' | 'seal'>): boolean =>
  isForAnybody(said) ||
  new Set(said.touched.map(({ agreementId }) => agreementId)).size + (said.ownProcessing ? 1 : 0) > 1;

/**
 * Those that touch one agreement, each with its place among all of the incident, from 1. `isTotal`: its numbers may be of several. One that touched nobody counts for
 * each agreement that was named since: nothing of it is dropped (domain rules 7.5).
 */
export function subNoticesFor(incident: Pick<Incident, 'subNotices' | 'touched'>, agreementId: string) {
  const names = ({ touched }: Pick<Incident, 'touched'>) => touched.some((one) => one.agreementId === agreementId);
  const isNamed = names(incident);
  return incident.subNotices
    .map((said, index) => ({ ...said, place: index + 1, isTotal: isTotal(said) }))
    .filter((said) => names(said) || (isNamed && isForAnybody(said)));
}

/** Some sub-processor says that it is certain: of each signed notice what its newest version says, of others what was said. */
export const isCertainBelow = (all: readonly Pick<SubNotice, 'certain' | 'seal'>[]): boolean =>
  all.some(
    ({ certain, seal }) =>
      certain &&
      !all.some(
        ({ seal: other }) =>
          seal !== null &&
          other?.origin === seal.origin &&
          other.noticeId === seal.noticeId &&
          other.version > seal.version,
      ),
  );

export type ProposedAwareness = { awareAt: string; subNoticeId: string };

/**
 * What a person is asked to confirm: told with certainty, we are in principle aware since the receipt (rule E5, one tier
 * down). Null once awareness was set, and for what was told before the last time that a breach was ruled out.
 */
export function proposedAwareness({ clock, clockHistory, subNotices }: Incident): ProposedAwareness | null {
  if (clock.status !== 'provisional') return null;
  const ended = clockHistory.findLast(({ after }) => after.status === 'cancelled')?.seq ?? 0;
  const [first] = subNotices
    .filter(({ certain, seq }) => certain && seq > ended)
    .toSorted((one, other) => Date.parse(one.receivedAt) - Date.parse(other.receivedAt));
  return first === undefined ? null : { awareAt: first.receivedAt, subNoticeId: first.subNoticeId };
}

/** What was told before by the same signed notice; none of what was keyed in by hand. */
export const earlierVersions = <T extends SubNotice>(
  all: readonly T[],
  { seal, seq }: Pick<SubNotice, 'seal' | 'seq'>,
): T[] =>
  all.filter(
    (one) => seal !== null && one.seq < seq && one.seal?.origin === seal.origin && one.seal.noticeId === seal.noticeId,
  );

/** Signed versions that nobody has acknowledged, oldest first. */
export const unacknowledgedOf = ({ subNotices }: Pick<Incident, 'subNotices'>): SubNotice[] =>
  subNotices.filter(({ seal, acknowledged }) => seal !== null && acknowledged === null);

/** What sub-processors told, once one of them was acknowledged. */
export function noteAcknowledged(
  { subNotices }: Pick<Incident, 'subNotices'>,
  { subNoticeId, deliverables, ...said }: SubNoticeAcknowledged,
  mark: Mark,
): SubNotice[] {
  const acknowledged = { ...said, ...mark, exchangeId: idOfExchange(deliverables) };
  return subNotices.map((one) => (one.subNoticeId === subNoticeId ? { ...one, acknowledged } : one));
}
