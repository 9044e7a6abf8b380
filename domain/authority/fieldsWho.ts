import { country, type FormField, given, NOT_SAID, number, rows, term, text } from './formField';

type Named<Key extends string> = FormField & { key: Key };

const ofOrganisation = <Key extends 'organisationName' | 'vatNumber' | 'street' | 'postcode' | 'city'>(
  key: Key,
  need: FormField['need'],
): Named<Key> => ({ key, section: 'organisation', need, pointer: `/${key}`, read: (record) => text(record[key]) });

const ofRepresentative = <Key extends string>(key: Key, of: 'lastName' | 'firstName' | 'email'): Named<Key> => ({
  key,
  section: 'representative',
  need: 'complete',
  pointer: `/representative/${of}`,
  read: (record) => text(record.representative?.[of]),
});

const ofContact = <Key extends string>(
  key: Key,
  of: 'lastName' | 'firstName' | 'email' | 'phone',
  need: FormField['need'],
): Named<Key> => ({
  key,
  section: 'contact',
  need,
  pointer: `/contactPerson/${of}`,
  read: ({ contactPerson }) => text(contactPerson?.[of]),
});

/** Sections 1 to 5: what is filed, by whom, who else is involved. */
export const whoFields = [
  {
    key: 'filingType',
    section: 'type',
    need: 'initial',
    pointer: '/type',
    read: (_record, { type }) => term('filing', type),
  },
  {
    key: 'initialNumber',
    section: 'type',
    need: 'initial',
    pointer: '/initialNumber',
    read: (_record, { initialNumber }) => text(initialNumber),
    asked: (_record, { type }) => type === 'complementary' || type === 'withdrawal',
  },
  {
    key: 'withdrawalReason',
    section: 'type',
    need: 'initial',
    pointer: '/withdrawalReason',
    read: (_record, { withdrawalReason }) => text(withdrawalReason),
    asked: (_record, { type }) => type === 'withdrawal',
  },
  {
    key: 'siren',
    section: 'organisation',
    need: 'initial',
    pointer: '/siren',
    read: ({ siren, hasNoSiren }) => (hasNoSiren === true ? term('said', 'noSiren') : text(siren)),
  },
  ofOrganisation('organisationName', 'initial'),
  ofOrganisation('vatNumber', 'optional'),
  {
    key: 'sector',
    section: 'organisation',
    need: 'complete',
    pointer: '/sector',
    read: ({ sector }) => term('sector', sector),
  },
  {
    key: 'staff',
    section: 'organisation',
    need: 'complete',
    pointer: '/staff',
    read: ({ staff }) => number(staff),
  },
  ofOrganisation('street', 'complete'),
  ofOrganisation('postcode', 'complete'),
  ofOrganisation('city', 'complete'),
  {
    key: 'country',
    section: 'organisation',
    need: 'complete',
    pointer: '/country',
    read: (record) => country(record.country),
  },
  {
    key: 'representativeCivility',
    section: 'representative',
    need: 'optional',
    pointer: '/representative/civility',
    read: ({ representative }) => term('civility', representative?.civility),
  },
  ofRepresentative('representativeLastName', 'lastName'),
  ofRepresentative('representativeFirstName', 'firstName'),
  ofRepresentative('representativeEmail', 'email'),
  {
    key: 'contactCivility',
    section: 'contact',
    need: 'optional',
    pointer: '/contactPerson/civility',
    read: ({ contactPerson }) => term('civility', contactPerson?.civility),
  },
  ofContact('contactLastName', 'lastName', 'initial'),
  ofContact('contactFirstName', 'firstName', 'initial'),
  {
    key: 'contactFunction',
    section: 'contact',
    need: 'complete',
    pointer: '/contactPerson/function',
    read: ({ contactPerson }) => {
      const written = text(contactPerson?.function);
      return contactPerson?.isDpo === true ? (written ?? term('said', 'dpo')) : written;
    },
  },
  ofContact('contactEmail', 'email', 'initial'),
  ofContact('contactPhone', 'phone', 'complete'),
  {
    key: 'otherBodies',
    section: 'otherBodies',
    need: 'complete',
    pointer: '/otherBodies',
    read: ({ otherBodies }) =>
      rows(otherBodies, ({ name, role, contact, alertedAt }) => [
        text(name),
        term('bodyRole', role),
        text(contact),
        alertedAt === null ? NOT_SAID : given({ as: 'instant', at: alertedAt, of: 'alerted' }),
      ]),
  },
] as const satisfies readonly FormField[];
