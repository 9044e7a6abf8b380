import { commandRoute } from './commands';

/** What becomes of telling the persons (GDPR Art 34). */
export const personsRoutes = [
  commandRoute({
    kind: 'persons.require',
    at: 'persons/requirement',
    operationId: 'requirePersonsTold',
    summary: 'Decide to tell the persons',
    description: 'Though no law asks it, or though they were exempt.',
    body: 'PersonsRequirement',
    example: { reason: 'La confiance des locataires.' },
  }),
  commandRoute({
    kind: 'persons.exempt',
    at: 'persons/exemption',
    operationId: 'exemptPersons',
    summary: 'Find that the persons need not be told',
    description:
      'What the decision on the risk says: on its ground of GDPR Art 34(3), with its proof. Ground c counts while a public notice is published from here, or where it is public elsewhere, with its instant and proof.',
    body: 'PersonsExemption',
    example: { ground: 'a', proof: 'Le disque est chiffré, la clé n’y était pas.' },
  }),
  commandRoute({
    kind: 'persons.hold',
    at: 'persons/hold',
    operationId: 'holdPersons',
    summary: 'Wait with telling the persons',
    description: 'At the request of the police; never final.',
    body: 'PersonsHold',
    example: { reference: 'PV 2026/12', reason: 'Enquête en cours.' },
  }),
  commandRoute({
    kind: 'persons.resume',
    at: 'persons/resumption',
    operationId: 'resumePersons',
    summary: 'Lift the hold',
    description: 'Telling the persons goes on where it was.',
    body: 'PersonsResumption',
    example: { reason: 'Le parquet a donné son accord.' },
  }),
  commandRoute({
    kind: 'persons.publish',
    at: 'persons/publication',
    operationId: 'publishNotice',
    summary: 'Publish the notice to the public',
    description:
      'The frozen public notice of the newest draft is readable by everybody who has its address (GDPR Art 34(3)(c)).',
    body: 'PersonsPublication',
    example: {},
  }),
  commandRoute({
    kind: 'persons.unpublish',
    at: 'persons/retraction',
    operationId: 'retractNotice',
    summary: 'Take the public notice back',
    description: 'Its address answers 404 from then on; a corrected one is a new version.',
    body: 'PersonsRetraction',
    example: { reason: 'Le périmètre était faux.' },
  }),
  commandRoute({
    kind: 'persons.order',
    at: 'persons/order',
    operationId: 'recordPersonsOrder',
    summary: 'Record that an authority orders it',
    description: 'It overrides an exemption (GDPR Art 34(4)).',
    body: 'PersonsOrder',
    example: { authorityId: 'cnil', orderedAt: '2026-03-12T09:00:00.000Z', reference: 'MED-2026-3' },
  }),
  commandRoute({
    kind: 'persons.lift',
    at: 'persons/order-end',
    operationId: 'recordPersonsOrderEnd',
    summary: 'Record that an authority takes its order back, or finds a condition of Art 34(3) met',
    description:
      'Without `ground` of the authority that ordered alone (GDPR Art 34(4)); on ground c a public notice is owed.',
    body: 'PersonsOrderEnd',
    example: { authorityId: 'cnil', liftedAt: '2026-03-16T09:00:00.000Z', ground: 'b', reference: 'DEC-2026-9' },
  }),
  commandRoute({
    kind: 'persons.draft',
    at: 'persons/draft',
    operationId: 'draftToPersons',
    summary: 'Write what the persons are told',
    description:
      'What happened and what was done, in plain language; the rest follows from the record. Frozen word for word, each text with its hash.',
    body: 'PersonsDraft',
    example: { fr: 'Un classeur qui vous concerne a été envoyé par erreur.', measuresFr: 'Il a été repris.' },
  }),
  commandRoute({
    kind: 'persons.send',
    at: 'persons/sendings',
    operationId: 'sendToPersons',
    summary: 'Accept a list and tell its persons',
    description:
      'One mail to each, with the frozen message. A hold stops it, lifting the hold goes on; nobody is told twice. When nobody is left, an entry says how many were told.',
    body: 'PersonsSending',
    example: { listId: '0199e1f0-0000-7000-8000-000000000081', concerned: 41 },
  }),
  commandRoute({
    kind: 'persons.tell',
    at: 'persons/tellings',
    operationId: 'recordPersonsTold',
    summary: 'Record that persons were told',
    description: 'How, how many, of how many, and how many messages came back.',
    body: 'PersonsTelling',
    example: { toldAt: '2026-03-12T09:00:00.000Z', means: 'letter', told: 40, concerned: 41 },
  }),
];
