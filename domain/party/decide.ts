import { z } from 'zod';
import { readVerifierKey } from '../journal/note';
import { done, refused, type Result } from '../shared/errors';
import { ExchangeUrl } from '../exchange/exchangeUrl';
import { FreeText, Line } from '../shared/words';
import { type PartyEvent, PartyRole } from './events';
import type { Party } from './fold';

const Key = z
  .string()
  .max(400)
  .nullable()
  .default(null)
  .meta({ description: 'public key as the party gives it out (C2SP vkey: name+id+base64); null: no seal is believed' });

export const RecordParty = z.strictObject({
  role: PartyRole.meta({ description: 'what it is to us' }),
  name: Line.meta({ description: 'name of the party' }),
  key: Key,
});
export type RecordParty = z.infer<typeof RecordParty>;

export const ChangeKey = z.strictObject({
  key: Key,
  reason: FreeText.meta({ description: 'how it was checked, and why' }),
});
export type ChangeKey = z.infer<typeof ChangeKey>;

export const Admit = z.strictObject({
  admitted: z
    .boolean()
    .meta({ description: 'its notices, from this installation or another, open our cases by themselves' }),
  exchangeUrl: ExchangeUrl.nullable()
    .default(null)
    .meta({ description: 'where its installation takes what we acknowledge and ask; null: it is of this one' }),
  reason: FreeText.meta({ description: 'why' }),
});
export type Admit = z.infer<typeof Admit>;

/** The parties that there are already: one key names one sender. */
export type Others = readonly Pick<Party, 'id' | 'key'>[];

export function decideRecord(record: RecordParty, others: Others): Result<PartyEvent> {
  const fault = keyFault(record.key, others);
  return fault ?? done({ type: 'party.recorded', values: record });
}

/** Another key, or none. The same one again would end the admission and change nothing. */
export function decideKey(party: Party, change: ChangeKey, others: Others): Result<PartyEvent> {
  if (change.key === party.key) return invalid('is what is recorded already');
  const fault = keyFault(
    change.key,
    others.filter(({ id }) => id !== party.id),
  );
  return fault ?? done({ type: 'party.keyChanged', values: change });
}

export function decideAdmission({ key }: Party, { admitted, exchangeUrl, reason }: Admit): Result<PartyEvent> {
  const values = { admitted, exchangeUrl: admitted ? exchangeUrl : null, reason };
  if (!admitted || key !== null) return done({ type: 'party.admitted', values });
  const message = 'no key of this party is believed: record it first';
  return refused({ code: 'input.invalid', issues: [{ pointer: '/admitted', message }] });
}

function keyFault(key: string | null, others: Others): Result<never> | null {
  if (key === null) return null;
  const read = readVerifierKey(key);
  if (read === null) return invalid('is no public key: paste the whole line that the party gave (name+id+base64)');
  const hasSameName = others.some((other) => other.key !== null && readVerifierKey(other.key)?.name === read.name);
  return hasSameName ? invalid('another party has a key of this name: change it there') : null;
}

const invalid = (message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: '/key', message }] });
