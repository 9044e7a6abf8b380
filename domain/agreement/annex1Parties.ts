import { z } from 'zod';
import { Email } from '../party/email';
import { Phone } from '../party/phone';
import { Siren } from '../party/siren';
import { Line } from '../shared/words';

const describe = <S extends z.ZodType>(schema: S, description: string): S => schema.meta({ description });

export const CalendarDate = z.iso.date();
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2')
  .meta({ description: 'ISO 3166-1 alpha-2' });

const LegalRepresentative = z.strictObject({
  name: describe(Line, 'name of the legal representative'),
  function: describe(Line, 'function in which the representative signs'),
});

const Dpo = z.strictObject({
  name: describe(Line, 'name of the data protection officer'),
  email: describe(Email, 'address of the data protection officer'),
  phone: describe(Phone, 'telephone of the data protection officer').optional(),
});

export const ContactChannel = z.enum(['email', 'sms', 'phone', 'post', 'webhook', 'other']);
export type ContactChannel = z.infer<typeof ContactChannel>;

/** A channel needs what it is reached by; the rest of them (post, other) is for a person to see to. */
const NoticeContact = z
  .strictObject({
    order: z.int().positive().meta({ description: 'who is told first has 1' }),
    name: describe(Line, 'name of the person or duty desk'),
    role: z.enum(['dpo', 'on-call', 'security', 'management', 'legal', 'other']).meta({ description: 'what for' }),
    email: describe(Email, 'address for notices').optional(),
    phone: describe(Phone, 'telephone for calls and short messages').optional(),
    acceptsExercises: z
      .boolean()
      .meta({ description: 'agrees to get the texts of exercises; left out: no' })
      .optional(),
    channels: z.array(ContactChannel).min(1).meta({ description: 'ways in which this contact may be reached' }),
  })
  .superRefine(({ channels, email, phone }, context) => {
    if (channels.includes('email') && email === undefined) {
      context.addIssue({ code: 'custom', path: ['email'], message: 'the channel email needs an address' });
    }
    if ((channels.includes('phone') || channels.includes('sms')) && phone === undefined) {
      context.addIssue({ code: 'custom', path: ['phone'], message: 'the channels phone and sms need a number' });
    }
  });

/** Order is what the engine follows when the first does not answer: no two contacts share a place. */
const NoticeContacts = z
  .array(NoticeContact)
  .min(1)
  .max(20)
  .superRefine((contacts, context) => {
    for (const [index, { order }] of contacts.entries()) {
      if (contacts.findIndex((other) => other.order === order) !== index) {
        context.addIssue({ code: 'custom', path: [index, 'order'], message: 'another contact has this place' });
      }
    }
    if (!contacts.some(({ channels }) => channels.includes('email') || channels.includes('phone'))) {
      context.addIssue({ code: 'custom', path: [], message: 'at least one contact needs email or phone' });
    }
  });

const party = {
  name: describe(Line, 'registered name'),
  siren: Siren,
  country: Country,
  legalRepresentative: LegalRepresentative.meta({ description: 'who may bind the party' }),
  dpo: Dpo.meta({ description: 'data protection officer (Annex 1)' }),
};

export const ControllerParty = z.strictObject({
  ...party,
  noticeContacts: NoticeContacts.meta({ description: 'whom a breach notice is sent to, in order' }),
  dataSubjectRequestsContact: z
    .strictObject({
      name: describe(Line, 'name'),
      email: describe(Email, 'address').optional(),
      postal: describe(Line, 'postal address').optional(),
    })
    .meta({ description: 'where requests of data subjects are passed on to' }),
});

export const ProcessorParty = z.strictObject(party);

export const Signature = z.strictObject({
  party: z.enum(['controller', 'processor']).meta({ description: 'side that signs' }),
  by: describe(Line, 'who signed'),
  on: CalendarDate.meta({ description: 'date of the signature' }),
});

export const Signatures = z
  .array(Signature)
  .superRefine((signatures, context) => {
    for (const side of ['controller', 'processor']) {
      if (signatures.filter(({ party: signed }) => signed === side).length !== 1) {
        context.addIssue({ code: 'custom', path: [], message: `one signature of the ${side} is needed` });
      }
    }
  })
  .meta({ description: 'one signature of each side' });
