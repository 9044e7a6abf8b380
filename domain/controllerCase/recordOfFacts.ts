import type { BreachRecord } from '../authority/breachRecord';
import type { Period } from '../authority/recordParts';
import type { Facts } from '../incident/incident';

/** What an incident's facts say, as the record of a breach holds it; a field that nobody gave is not there. */
export function recordOfFacts(facts: Facts): BreachRecord {
  const { data, sensitive, personCategories, persons, records, consequences, harms, cause, origin } = facts;
  const { description, consequencesText, systems } = facts;
  const period = periodOf(facts);
  return {
    ...(data?.length && { data }),
    ...(sensitive?.length && { sensitive }),
    ...(personCategories?.length && { personCategories }),
    ...(persons && { persons: { amount: 'approx', count: persons.approx } }),
    ...(records && { records: { amount: 'approx', count: records.approx } }),
    ...(consequences?.length && { becameOfData: consequences }),
    ...(harms?.length && { harms }),
    ...(cause && { causes: [cause] }),
    ...(origin && { origins: [origin] }),
    ...(description && { description }),
    ...(consequencesText && { consequencesText }),
    ...(systems?.length && { systems }),
    ...(period && { period }),
  };
}

function periodOf({ ongoing, beganAt = null, endedAt = null }: Facts): Period | null {
  if (ongoing === true) return { period: 'ongoing', from: beganAt, estimated: true };
  const isRange = beganAt !== null && endedAt !== null && Date.parse(beganAt) <= Date.parse(endedAt);
  return isRange ? { period: 'range', from: beganAt, to: endedAt, estimated: true } : null;
}
