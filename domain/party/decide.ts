import { z } from 'zod';
import { readVerifierKey } from '../journal/note';
import { done, refused, type Result } from '../shared/errors';
import { ExchangeUrl } from '../exchange/exchangeUrl';
import { FreeText, Line } from '../shared/words';
import { Opens, type PartyEvent, PartyRole } from './events';
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
  admitted: z.boolean().meta({ description: 'its notices, from this installation or another, come in by themselves' }),
  opens: Opens.nullable().default(null).meta({
    description: 'what they open: our case, or an incident that we tell our controllers of; null: by its role',
  }),
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

/** What its notices open follows from what it is to us, or is said: nothing is guessed of who is neither. */
export function decideAdmission({ key, role }: Party, admit: Admit): Result<PartyEvent> {
  const { admitted, exchangeUrl, reason } = admit;
  const opens = admit.opens ?? OPENED_BY[role] ?? null;
  const issues = [
    ...(admitted && key === null
      ? [{ pointer: '/admitted', message: 'no key of this party is believed: record it first' }]
      : []),
    ...(admitted && opens === null
      ? [{ pointer: '/opens', message: 'say what its notices open: its role does not' }]
      : []),
  ];
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const values = { admitted, opens: opens ?? 'case', exchangeUrl: admitted ? exchangeUrl : null, reason };
  return done({ type: 'party.admitted', values });
}

/** Duty S3-16: who processes for us as a controller, and who processes under us for others. */
export const OPENED_BY: Partial<Record<PartyRole, Opens>> = { processor: 'case', subProcessor: 'incident' };

function keyFault(key: string | null, others: Others): Result<never> | null {
  if (key === null) return null;
  const read = readVerifierKey(key);
  if (read === null) return invalid('is no public key: paste the whole line that the party gave (name+id+base64)');
  const hasSameName = others.some((other) => other.key !== null && readVerifierKey(other.key)?.name === read.name);
  return hasSameName ? invalid('another party has a key of this name: change it there') : null;
}

const invalid = (message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: '/key', message }] });
