import type { BreachRecord } from '../authority/breachRecord';
import { DataCategory, SensitiveCategory } from '../incident/vocabulary';
import { type Scored } from '../risk/scored';
import { scalesOf } from '../risk/scales';

/**
 * What the answers of an assessment say of a breach, as a record holds it. Which persons they are is not among them, and
 * that no special category was named is no answer.
 */
export function scoredRecord({ score, findings, severity }: Scored): BreachRecord {
  const types = new Set<string>(score.data.map(({ type }) => type));
  const data = DataCategory.options.filter((one) => types.has(one));
  const sensitive = SensitiveCategory.options.filter((one) => types.has(one));
  return {
    ...(data.length > 0 && { data }),
    ...(sensitive.length > 0 && { sensitive }),
    ...(score.persons !== null && { persons: { amount: 'approx', count: score.persons.approx } }),
    ...(findings.identityTheft === 'yes' && { harms: ['identity-theft', 'fraud'] }),
    gravity: scalesOf[severity.level].gravity,
  };
}
