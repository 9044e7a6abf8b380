import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { Dpo } from '../authority/recordParts';
import type { ControllerCase } from './case';

/** What the organisation says of itself: its name, and whoever is its data protection officer; null: not known. */
export type House = { name: string | null; officer: Dpo | null };

/**
 * The case as the authority's form is filled from it: where the record is silent, name and officer of the organisation, who
 * is also whom the authority may ask (GDPR Art 33(3)(b), Art 39(1)(e)). Nothing of it is in the journal: it holds ids alone.
 */
export function withHouse(one: ControllerCase, { name, officer }: House): ControllerCase {
  const { record } = one;
  const dpo = record.dpo ?? officer;
  const known: BreachRecord = {
    ...(name !== null && { organisationName: name }),
    ...(officer && { dpo: officer }),
    ...(dpo && contactFrom(dpo)),
  };
  const added = Object.entries(known).filter(([field]) => (record[field as RecordField] ?? null) === null);
  const origins = added.map(([field]) => [field, 'organisation' as const]);
  return {
    ...one,
    record: { ...record, ...Object.fromEntries(added) },
    takenFrom: { ...one.takenFrom, ...Object.fromEntries(origins) },
  };
}

/** The form asks first and last name apart; of a single name nobody can say which it is. */
function contactFrom({ name, email, phone }: Dpo): Pick<BreachRecord, 'contactPerson'> {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  const lastName = rest.join(' ');
  if (lastName === '') return {};
  return { contactPerson: { civility: null, firstName, lastName, email, function: null, isDpo: true, phone } };
}
