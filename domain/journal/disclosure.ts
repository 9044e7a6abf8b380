import { membersOf } from '../shared/membersOf';
import type { Entry } from './entry';
import { REQUEST } from './entry';

/** Lists of names, as they read best. */
const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '));

/**
 * What an extract shows a controller, entry type by entry type. What is not named here is withheld, and an entry whose
 * type is not named is left out: counsel's notes, approvals and work on the incident are in no extract. Free text of
 * the incident is never shown, as it may name another controller (domain rules 7.8, invariant 8).
 */
const ofNotices: Record<string, readonly string[]> = {
  'notice.opened': ['purpose', 'reference', 'incidentId', 'agreementId', 'partyId', 'exercise'],
  'notice.version': words(
    'number kind automatic provisional toldCertain items promises text lateReason told',
    'agreementVersion t0 dueAt pdfs checkpointHash factsId envelopesAt deliverables unserved',
  ),
  'delivery.attempt': ['deliverableId', 'n', 'leaseUntil'],
  'delivery.outcome': ['deliverableId', 'n', 'result', 'replyCode'],
  'delivery.replayAsked': ['deliverableId'],
  'notice.reminded': ['ladder', 'version', 'step'],
  'delivery.reported': ['deliverableId', 'action', 'status'],
  'notice.acknowledged': ['version', 'contactId', 'via', 'name', 'function'],
  'notice.called': ['contactId', 'reached'],
  'notice.asked': ['questionId', 'contactId', 'text', 'via', 'urgentHours'],
  'notice.answered': ['questionId', 'text'],
  'notice.measureProposed': ['measureId', 'what', 'urgentHours'],
  'notice.measureAnswered': ['measureId', 'verdict', 'text', 'name', 'function', 'contactId', 'via'],
  'notice.measureTaken': ['measureId', 'what', 'reason'],
  'notice.handed': ['what', 'id', 'result'],
  'notice.closed': ['ground'],
  'notice.reopened': [],
  'field.erased': ['target', 'names', 'ground'],
  'entry.corrected': ['target'],
};

const ofIncidents: Record<string, readonly string[]> = {
  'event.reported': ['kind', 'alertedAt', 'alertedDay', 'detectedAt', 'exercise'],
  'incident.declared': ['kind'],
  'breach.suspected': ['t0', 'nature'],
  'breach.extended': ['t0'],
  'subNotice.received': ['chain', 'alsoFrom', 'reference', 'receivedAt', 'certain', 'nature'],
  'aware.set': ['awareAt', 'detectedAt', 'nature'],
  'aware.corrected': ['awareAt', 'detectedAt', 'nature'],
  'breach.ruledOut': [],
  'facts.recorded': ['cause', 'origin', 'natureAdded', 'ongoing', 'malicious', 'attackKnownAt', 'beganAt', 'endedAt'],
  'incident.closed': ['outcome', 'consequences'],
};

/** Facts that count or describe data: shown where they are this controller's alone. */
const ofOwnPart = [
  'agreementId',
  'data',
  'sensitive',
  'personCategories',
  'persons',
  'records',
  'consequences',
  'harms',
];

/** Names of the fields that the controller with these agreements is shown; null: the entry is left out. */
export function shownTo(agreementIds: ReadonlySet<string>, entry: Entry): readonly string[] | null {
  const { kind } = entry.subject;
  const table = kind === 'notice' ? ofNotices : kind === 'incident' ? ofIncidents : {};
  const names = Object.hasOwn(table, entry.type) ? (table[entry.type] ?? null) : null;
  // without an earlier t0 it only says that another controller is touched
  if (entry.type === 'breach.extended' && (entry.fields['t0']?.value ?? null) === null) return null;
  if (entry.type === 'subNotice.received' && !touchesOneOf(agreementIds, entry)) return null;
  if (names === null || entry.type !== 'facts.recorded') return names?.filter((name) => name !== REQUEST) ?? null;
  const agreementId = entry.fields['agreementId']?.value ?? null;
  if (agreementId === null) return names;
  return typeof agreementId === 'string' && agreementIds.has(agreementId) ? [...names, ...ofOwnPart] : null;
}

/** What a sub-processor told is shown to whom it touches: to others it would name somebody else's sub-processor. */
function touchesOneOf(agreementIds: ReadonlySet<string>, { fields }: Entry): boolean {
  const touched = fields['touched']?.value ?? [];
  return Array.isArray(touched) && touched.some((one) => agreementIds.has(String(membersOf(one)['agreementId'])));
}
