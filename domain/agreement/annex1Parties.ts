import { z } from 'zod';
import type { Annex1Rules } from './annex1Rules';

export const CalendarDate = z.iso.date();

export const ContactChannel = z.enum(['email', 'sms', 'phone', 'post', 'webhook', 'other']);
export type ContactChannel = z.infer<typeof ContactChannel>;

const described = <S extends z.ZodType>(schema: S, description: string): S => schema.meta({ description });

/** A channel needs what it is reached by; the rest of them (post, other) is for a person to see to. */
function noticeContact({ line, email, phone, webhookUrl, between }: Annex1Rules) {
  const contact = z.strictObject({
    order: z.int().positive().meta({ description: 'who is told first has 1' }),
    name: described(line, 'name of the person or duty desk'),
    role: z.enum(['dpo', 'on-call', 'security', 'management', 'legal', 'other']).meta({ description: 'what for' }),
    email: described(email, 'address for notices').optional(),
    phone: described(phone, 'telephone for calls and short messages').optional(),
    webhookUrl: described(webhookUrl, 'https address that takes webhooks').optional(),
    acceptsExercises: z
      .boolean()
      .meta({ description: 'agrees to get the texts of exercises; left out: no' })
      .optional(),
    channels: z.array(ContactChannel).min(1).meta({ description: 'ways in which this contact may be reached' }),
  });
  return between(contact, ({ channels, email: address, phone: number, webhookUrl: url }, context) => {
    if (channels.includes('email') && address === undefined) {
      context.addIssue({ code: 'custom', path: ['email'], message: 'the channel email needs an address' });
    }
    if ((channels.includes('phone') || channels.includes('sms')) && number === undefined) {
      context.addIssue({ code: 'custom', path: ['phone'], message: 'the channels phone and sms need a number' });
    }
    if (channels.includes('webhook') && url === undefined) {
      context.addIssue({ code: 'custom', path: ['webhookUrl'], message: 'the channel webhook needs an address' });
    }
  });
}

/** Order is what the engine follows when the first does not answer: no two contacts share a place. */
const noticeContacts = (rules: Annex1Rules) =>
  rules.between(z.array(noticeContact(rules)).min(1).max(20), (contacts, context) => {
    for (const [index, { order }] of contacts.entries()) {
      if (contacts.findIndex((other) => other.order === order) !== index) {
        context.addIssue({ code: 'custom', path: [index, 'order'], message: 'another contact has this place' });
      }
    }
    if (!contacts.some(({ channels }) => channels.includes('email') || channels.includes('phone'))) {
      context.addIssue({ code: 'custom', path: [], message: 'at least one contact needs email or phone' });
    }
  });

const party = ({ line, email, phone, siren, country }: Annex1Rules) => ({
  name: described(line, 'registered name'),
  siren,
  country,
  legalRepresentative: z
    .strictObject({
      name: described(line, 'name of the legal representative'),
      function: described(line, 'function in which the representative signs'),
    })
    .meta({ description: 'who may bind the party' }),
  dpo: z
    .strictObject({
      name: described(line, 'name of the data protection officer'),
      email: described(email, 'address of the data protection officer'),
      phone: described(phone, 'telephone of the data protection officer').optional(),
    })
    .meta({ description: 'data protection officer (Annex 1)' }),
});

/** The controller, as Annex 1 names it. */
export const controllerParty = (rules: Annex1Rules) =>
  z.strictObject({
    ...party(rules),
    postal: described(rules.line, 'postal address, for the register of processing (Art. 30(2)(a))').optional(),
    representative: described(
      rules.line,
      'representative in the Union of a controller outside of it, with contact details (Art. 27)',
    ).optional(),
    alsoKnownAs: z
      .array(described(rules.line, 'a trade name, an acronym, a former name'))
      .max(20)
      .meta({
        description: 'other names by which texts may call it: a notice to somebody else that does is pointed out',
      })
      .optional(),
    noticeContacts: described(noticeContacts(rules), 'whom a breach notice is sent to, in order'),
    dataSubjectRequestsContact: z
      .strictObject({
        name: described(rules.line, 'name'),
        email: described(rules.email, 'address').optional(),
        postal: described(rules.line, 'postal address').optional(),
      })
      .meta({ description: 'where requests of data subjects are passed on to' }),
  });

/** The processor, as Annex 1 names it. */
export const processorParty = (rules: Annex1Rules) => z.strictObject(party(rules));

/** Signatures given on paper. */
export function signatures({ line, between }: Annex1Rules) {
  const Signature = z.strictObject({
    party: z.enum(['controller', 'processor']).meta({ description: 'side that signs' }),
    by: described(line, 'who signed'),
    on: CalendarDate.meta({ description: 'date of the signature' }),
  });
  const both = between(z.array(Signature), (given, context) => {
    for (const side of ['controller', 'processor']) {
      if (given.filter(({ party: signed }) => signed === side).length !== 1) {
        context.addIssue({ code: 'custom', path: [], message: `one signature of the ${side} is needed` });
      }
    }
  });
  return described(both, 'one signature of each side');
}
