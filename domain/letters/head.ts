import { z } from 'zod';
import { Instant } from '../shared/instant';

export const Language = z.enum(['fr', 'en']);
export type Language = z.infer<typeof Language>;

export const Words = z.string().trim().min(1);

/** Only http and https: a link in a mail must not be able to run anything. */
export const Link = z.url({ protocol: /^https?$/ });

/** Known to this runtime; hours are shown in it, never reckoned with it. */
export const TimeZone = z.string().refine(isTimeZone, 'not an IANA time zone');

export const Contact = z
  .strictObject({
    name: Words.meta({ description: 'how the contact is called' }),
    role: Words.nullable().meta({ description: 'function' }),
    email: z.email().nullable().meta({ description: 'address' }),
    phone: Words.nullable().meta({ description: 'telephone' }),
    always: z.boolean().meta({ description: 'the phone is answered day and night' }),
  })
  .refine(({ email, phone }) => email !== null || phone !== null, 'a contact has an address or a phone');
export type Contact = z.infer<typeof Contact>;

/** What every document says of itself (domain rules section 8, "fields common to all"). */
export const Head = z.strictObject({
  reference: Words.meta({ description: 'AV-… to a controller; INC-… or SIG-… inside the organisation' }),
  version: z.int().positive().nullable().meta({ description: 'null where there are no versions' }),
  writtenAt: Instant.meta({ description: 'instant of writing, shown as that of sending' }),
  zone: TimeZone.meta({ description: 'zone in which hours are written' }),
  sender: Words.meta({ description: 'name of the organisation that writes' }),
  author: Words.nullable().meta({ description: 'null: written by the engine, and it says so' }),
  approver: Words.nullable(),
  lawProfile: Words.meta({ description: 'identifier of the law profile that was applied' }),
  exercise: z.boolean().meta({ description: 'marks every page, subject and part' }),
});
export type Head = z.infer<typeof Head>;

/** Whom a letter to a controller is for, and under which contract. */
export const Addressee = z.strictObject({
  controller: Words,
  contact: Words,
  role: Words.nullable(),
  agreement: Words.meta({ description: "reference of the agreement, the controller's own" }),
  agreementVersion: z.int().positive(),
  service: Words.meta({ description: 'the processing concerned, from Annex 1' }),
});
export type Addressee = z.infer<typeof Addressee>;

/** SHA-256 of the newest signed checkpoint; its size stays out, it would tell how busy others are. */
export const CheckpointHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable()
  .meta({ description: 'null before the first checkpoint is signed' });

/** Zones that were tried already: a try is dear, and few zones are used. Only good ones are kept. */
const known = new Set<string>();

function isTimeZone(zone: string): boolean {
  if (known.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    known.add(zone);
    return true;
  } catch {
    return false;
  }
}
