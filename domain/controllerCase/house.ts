import type { BreachRecord, RecordField } from '../authority/breachRecord';
import { type Identity, identityFor } from '../authority/identity';
import type { Dpo } from '../authority/recordParts';
import type { ControllerCase } from './case';

/** What the organisation says of itself: its name, whoever is its data protection officer, and the rest; null: not known. */
export type House = { name: string | null; officer: Dpo | null; identity: Identity | null };

/**
 * The case as the authority's form is filled from it: where the record is silent, what the organisation says of itself; its
 * officer is also whom the authority may ask (GDPR Art 33(3)(b), Art 39(1)(e)). Nothing of it is in the journal of the case.
 */
export function withHouse(one: ControllerCase, { name, officer, identity }: House): ControllerCase {
  const { record } = one;
  const dpo = record.dpo ?? officer;
  const known: BreachRecord = {
    ...identityFor(record, identity),
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
