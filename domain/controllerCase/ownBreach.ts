import type { BreachRecord } from '../authority/breachRecord';
import { t0Of } from '../deadline/breachClock';
import { fromAwareness } from '../incident/clock';
import { factsOfOurs, type Incident } from '../incident/incident';
import type { CaseFollowed } from './followedValues';
import { recordOfFacts } from './recordOfFacts';

/** What an incident says of a breach of data that we control ourselves, and what of it fits a record. */
export type OwnBreach = Omit<CaseFollowed, 'incidentSeq'> & { record: BreachRecord };

/** As many as a record holds. */
const MOST_MEASURES = 100;

/**
 * The controller's side of an incident (domain rules 7.1, 7.2: a mixed role runs both tracks); null while none of our own
 * processing is touched, or no clock has begun. Counts from awareness, as GDPR Art 33(1) does; what runs already binds.
 */
export function ownBreach(incident: Incident): OwnBreach | null {
  const { clock, ownProcessing, touched, ruledOut } = incident;
  const { status, awareAt, nature } = clock;
  const isOurs = ownProcessing || touched.some(({ role }) => role !== 'processor');
  const t0 = t0Of({ ...clock, status: 'confirmed' }, fromAwareness);
  if (!isOurs || status === 'none' || t0 === null) return null;
  const evidenceRefs = status === 'cancelled' ? [...(ruledOut?.evidenceRefs ?? [])] : [];
  const reason = reasonOf(incident);
  return { status, t0, awareAt, nature: [...nature], evidenceRefs, reason, record: recordFrom(incident) };
}

function reasonOf({ clock, ruledOut, aware, suspected, subNotices }: Incident): string | null {
  if (clock.status === 'cancelled') return ruledOut?.reason ?? null;
  if (clock.status === 'confirmed') return aware?.why ?? null;
  return suspected?.basis ?? subNotices.at(-1)?.text ?? null;
}

/** What is known of our own part, as a record holds it; a field that nobody gave is not there. */
function recordFrom(incident: Incident): BreachRecord {
  const measuresAfter = measuresOf(incident);
  return { ...recordOfFacts(factsOfOurs(incident)), ...(measuresAfter.length > 0 && { measuresAfter }) };
}

/** Those that concern everybody; one for a single controller is that one's matter. */
const measuresOf = ({ measures }: Incident): NonNullable<BreachRecord['measuresAfter']> =>
  measures
    .flatMap(({ what, owner, status, at, agreementId }) =>
      what === null || agreementId !== null
        ? []
        : [{ what, state: status === 'taken' ? ('done' as const) : ('planned' as const), owner, at }],
    )
    .slice(0, MOST_MEASURES);
