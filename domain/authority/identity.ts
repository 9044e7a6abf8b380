import type { z } from 'zod';
import { BreachRecord, RecordChange } from './breachRecord';

const fields = {
  siren: true,
  hasNoSiren: true,
  vatNumber: true,
  sector: true,
  staff: true,
  street: true,
  postcode: true,
  city: true,
  country: true,
  representative: true,
} as const;

/**
 * What an organisation says of itself for the authority's form, whatever the case: sections 2 and 3 (domain rules 2.2), as
 * entries hold it. Its name and its officer are kept elsewhere.
 */
export const Identity = BreachRecord.pick(fields);
export type Identity = z.infer<typeof Identity>;

/** The same as it may be entered today: the whole of it; what is left out is not known. */
export const NewIdentity = RecordChange.pick(fields).meta({
  id: 'Identity',
  description: 'What the organisation says of itself in the authority’s form',
});

/** What it adds to a record that is silent there: a SIREN, or that there is none, where the record says neither. */
export function identityFor(record: BreachRecord, identity: Identity | null): BreachRecord {
  const { siren, hasNoSiren, ...others } = identity ?? {};
  const saysOne = (record.siren ?? null) !== null || record.hasNoSiren === true;
  const said = saysOne ? others : { siren: siren ?? null, hasNoSiren: siren ? null : (hasNoSiren ?? null), ...others };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));
}
