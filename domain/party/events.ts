import { z } from 'zod';
import { erasable } from '../shared/erasable';
import { StoredLine, StoredText } from '../shared/stored';

/** What a counterpart is to us. */
export const PartyRole = z.enum(['processor', 'subProcessor', 'controller', 'authority', 'insurer', 'other']);
export type PartyRole = z.infer<typeof PartyRole>;

/**
 * What a sealed notice of a party opens: of our processor our controller's case (domain rules 7.4), of our sub-processor an
 * incident, since we tell the controllers (7.5).
 */
export const Opens = z.enum(['case', 'incident']);
export type Opens = z.infer<typeof Opens>;

/** Name and key id are public; the key says whose seal is believed, so it is never erased. */
const Key = z.string().min(1).max(400).nullable();

/** The closed list of what a journal can say of a counterpart. */
export const PartyEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('party.recorded'),
    values: z.strictObject({ role: PartyRole, name: erasable(StoredLine), key: Key }),
  }),
  z.object({
    type: z.literal('party.keyChanged'),
    values: z.strictObject({ key: Key, reason: erasable(StoredText) }),
  }),
  z.object({
    type: z.literal('party.admitted'),
    values: z.strictObject({
      admitted: z.boolean().meta({ description: 'its notices come in by themselves' }),
      opens: Opens.default('case').meta({ description: 'what they open; older entries knew cases alone' }),
      exchangeUrl: StoredLine.nullable().default(null).meta({
        description: 'where its own installation takes what we say of them; null: this one, or older',
      }),
      reason: erasable(StoredText),
    }),
  }),
]);
export type PartyEvent = z.infer<typeof PartyEvent>;
