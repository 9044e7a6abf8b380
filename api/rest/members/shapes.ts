import { z } from 'zod';
import type { NamedMember } from '../../../application/people/listMembers';
import { Language } from '../../../domain/letters/head';
import { Email as Address } from '../../../domain/party/email';
import { Phone } from '../../../domain/party/phone';
import { Instant } from '../../../domain/shared/instant';
import { Role } from '../../../domain/shared/roles';
import { Id, line, orgParams } from '../../http/fields';

export const memberParams = orgParams.extend({ personId: Id.meta({ description: 'opaque id of the person' }) });

export const Roles = z
  .array(Role)
  .min(1)
  .max(Role.options.length)
  .refine((roles) => new Set(roles).size === roles.length, 'names a role twice')
  .meta({ description: 'what the person may do here', uniqueItems: true });

export const Email = Address.meta({ description: 'where alarms and reminders go' });
export const NullablePhone = Phone.nullable().meta({ description: 'for phone tasks; null if there is none' });

export const MemberView = z
  .strictObject({
    personId: Id,
    name: z.string().nullable().meta({ description: 'null once it was erased' }),
    email: z.string().nullable().meta({ description: 'null once it was erased' }),
    phone: z.string().nullable().meta({ description: 'null if none is known' }),
    language: Language.nullable().meta({ description: 'in which the person is written to' }),
    roles: z.array(Role).meta({ description: 'what the person may do here' }),
    since: Instant.meta({ description: 'instant of entry' }),
    until: Instant.nullable().meta({ description: 'instant of leaving; null for who is there' }),
  })
  .meta({ id: 'Member', description: 'A person of the organisation, present or past' });

const contact = {
  name: line('how the person is called'),
  email: Email,
  phone: NullablePhone,
  language: Language.meta({ description: 'in which the person is written to' }),
};

export const Contact = z
  .strictObject(contact)
  .meta({ id: 'MemberContact', description: 'How somebody is called and reached from now on' });

export const NewMember = z
  .strictObject({ ...contact, roles: Roles })
  .meta({ id: 'NewMember', description: 'A person who joins; name and addresses stay outside the journal, erasable' });

export function presentMember({ personId, roles, since, until, name }: NamedMember): z.infer<typeof MemberView> {
  const { name: called = null, email = null, phone = null, language = null } = name ?? {};
  return { personId, name: called, email, phone, language, roles, since, until };
}

export const memberExample: z.infer<typeof MemberView> = {
  personId: '0199e1f0-0000-7000-8000-000000000002',
  name: 'Camille Modèle',
  email: 'camille@exemple.fr',
  phone: null,
  language: 'fr',
  roles: ['O', 'IM'],
  since: '2026-03-27T09:00:00.000Z',
  until: null,
};
