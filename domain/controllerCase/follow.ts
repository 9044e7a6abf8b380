import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { Incident } from '../incident/incident';
import { isSame as isSameJson, type Json } from '../shared/jcs';
import type { ControllerCase } from './case';
import type { CaseEventOf } from './events';
import { ownBreach, type OwnBreach } from './ownBreach';

type Following = CaseEventOf<'case.followed' | 'case.prefilled'>;

/**
 * What the case of an incident has yet to take over from it: its clock and nature, then its facts. Nothing where the case
 * says so already, or has read a newer incident: doing it again, anywhere, is a no-op.
 */
export function toFollow(one: Pick<ControllerCase, 'followed' | 'taken'> | null, incident: Incident): Following[] {
  const own = ownBreach(incident);
  const { followed = null, taken = null } = one ?? {};
  if (own === null || Math.max(followed?.incidentSeq ?? 0, taken?.incidentSeq ?? 0) > incident.seq) return [];
  const { record, ...said } = own;
  const incidentSeq = incident.seq;
  const change = changeOf(taken?.record ?? {}, record);
  return [
    ...(followed !== null && isSame(followed, said)
      ? []
      : [{ type: 'case.followed' as const, typeVersion: 2 as const, values: { incidentSeq, ...said } }]),
    ...(Object.keys(change).length === 0
      ? []
      : [{ type: 'case.prefilled' as const, typeVersion: 2 as const, values: { incidentSeq, ...change } }]),
  ];
}

type Standing = Omit<OwnBreach, 'record'>;

const isSame = (a: Standing, b: Standing): boolean =>
  a.status === b.status && a.t0 === b.t0 && a.awareAt === b.awareAt && sameAs(sorted(a), sorted(b));

const sorted = ({ nature }: Standing): string[] => nature.toSorted();

const sameAs = (a: unknown, b: unknown): boolean => isSameJson(a as Json, b as Json);

/** Once erased here, or taken back, these are not copied again: a person writes them. */
const TEXTS: readonly RecordField[] = ['description', 'consequencesText', 'systems', 'measuresAfter'];

/** Fields said anew; null for those that the incident says no more. */
function changeOf(taken: BreachRecord, record: BreachRecord): BreachRecord {
  const fields = [...new Set([...Object.keys(taken), ...Object.keys(record)])] as RecordField[];
  const changed = fields
    .filter((field) => !sameAs(taken[field] ?? null, record[field] ?? null))
    .filter((field) => taken[field] !== null || !TEXTS.includes(field));
  return Object.fromEntries(changed.map((field) => [field, record[field] ?? null]));
}
