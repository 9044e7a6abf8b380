import type { Addressee, Contact, Head } from '../../domain/letters/head';
import type { Items } from '../../domain/letters/items';
import type { LetterData } from '../../domain/letters/letters';
import type { NoticeLetter } from '../../domain/letters/notice';

/** The stolen laptop of the reference agreement; people and parties are fictional. */
export const head: Head & { version: number } = {
  reference: 'AV-7K3M-Q9TX',
  version: 1,
  writtenAt: '2026-03-27T18:05:00Z',
  zone: 'Europe/Paris',
  sender: 'Écoute & Enquêtes SCOP',
  author: 'Inès Témoin',
  approver: null,
  lawProfile: 'EU-GDPR-2018',
  exercise: false,
};

const addressee: Addressee = {
  controller: 'Communauté d’agglomération du Val Témoin',
  contact: 'Dominique Essai',
  role: 'DPO',
  agreement: 'SLIME-EI-2026-01',
  agreementVersion: 1,
  service: 'Enquête téléphonique de satisfaction et d’impact auprès des bénéficiaires du SLIME',
};

const dpo: Contact = {
  name: 'Sacha Gabarit',
  role: 'DPO',
  email: 'dpo@ecoute-enquetes.example',
  phone: '+33 1 99 00 00 11',
  always: true,
};

const scope = {
  persons: ['bénéficiaires du dispositif SLIME (personnes physiques)'],
  data: ['identification', 'vie personnelle', 'économique et financier'],
};

const items: Items = {
  a: {
    suspected: false,
    types: ['confidentiality', 'availability'],
    circumstances: {
      answer: 'value',
      value:
        'Ordinateur portable d’une enquêtrice volé dans un train. Disque non chiffré. Selon les premiers éléments, le fichier d’appels de la semaine y était enregistré.',
    },
    systems: { answer: 'value', value: 'poste de travail mobile, fichier d’appels' },
    cause: 'external-malicious',
    origin: 'equipment-lost-or-stolen',
    ongoing: 'no',
  },
  b: [dpo],
  c: { scope, answer: { answer: 'toFollow', eta: '2026-03-28T13:00:00Z' } },
  d: {
    answer: 'value',
    value: 'Des sollicitations frauduleuses visant des ménages en difficulté de paiement seraient possibles.',
  },
  e: {
    answer: 'value',
    value: {
      text: null,
      taken: [{ what: 'Comptes de l’enquêtrice fermés', by: 'Astreinte', at: '2026-03-27T08:05:00Z' }],
      proposed: [{ what: 'Avertir les ménages du fichier de la semaine', by: null, at: null }],
      toDecide: [],
    },
  },
};

export const notice: NoticeLetter = {
  head,
  addressee,
  stage: 'initial',
  protective: false,
  timeline: {
    alertedAt: '2026-03-27T07:40:00Z',
    detectedAt: '2026-03-27T07:40:00Z',
    awareAt: '2026-03-27T09:20:00Z',
  },
  deadline: {
    t0: '2026-03-27T07:40:00Z',
    dueAt: '2026-03-28T07:40:00Z',
    hours: 24,
    provisional: false,
    lateReason: null,
  },
  items,
  subProcessors: [
    {
      name: 'Cabinet d’études rang 2',
      country: 'FR',
      service: 'traitement statistique des réponses pseudonymisées',
      authorised: true,
      touched: 'no',
    },
  ],
  evidence: { answer: 'value', value: 'journaux du serveur depuis le 20 mars 2026, déclaration de vol' },
  complaint: { answer: 'toFollow', eta: '2026-03-30T09:20:00Z' },
  authorityDueAt: '2026-03-30T18:05:00Z',
  authorityHours: 72,
  acknowledge: { link: 'https://vigie.example/n/kVv0w2mS8rTq1yXo9eUa3bLc7dFh5gJi0kNpQsZxWvE', expected: true },
  annexes: [],
  checkpoint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const protective: NoticeLetter = {
  ...notice,
  head: { ...head, author: null, writtenAt: '2026-03-28T06:40:00Z' },
  protective: true,
  timeline: { ...notice.timeline, awareAt: null },
  deadline: { ...notice.deadline, provisional: true },
  items: {
    a: {
      suspected: true,
      types: [],
      circumstances: { answer: 'toFollow', eta: null },
      systems: { answer: 'toFollow', eta: null },
      cause: 'unknown',
      origin: null,
      ongoing: 'unknown',
    },
    b: [dpo],
    c: { scope, answer: { answer: 'toFollow', eta: null } },
    d: { answer: 'toFollow', eta: null },
    e: { answer: 'toFollow', eta: null },
  },
  evidence: { answer: 'toFollow', eta: null },
  authorityDueAt: '2026-03-31T06:40:00Z',
  checkpoint: null,
};

const complete: NoticeLetter = {
  ...notice,
  head: { ...head, approver: 'Alix Modèle', exercise: true },
  stage: 'complete',
  items: {
    ...items,
    c: {
      scope,
      answer: {
        answer: 'value',
        value: {
          text: 'Ménages appelés du 23 au 27 mars 2026.',
          personCategories: ['bénéficiaires du dispositif'],
          persons: { amount: 'approx', count: 1412 },
          dataCategories: ['identification', 'économique et financier'],
          records: { amount: 'exact', count: 1 },
        },
      },
    },
    d: { answer: 'cannotBeDetermined', reason: 'l’ordinateur n’a pas été retrouvé' },
  },
  subProcessors: [],
  annexes: [
    {
      name: 'liste-des-enregistrements.7z',
      encrypted: true,
      keyChannel: 'SMS',
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
  ],
};

const supplement: LetterData['supplement'] = {
  ...complete,
  stage: 'initial',
  head: { ...head, version: 2, writtenAt: '2026-03-28T14:10:00Z' },
  timeline: { ...notice.timeline, detectedAt: '2026-03-27T07:30:00Z' },
  deadline: { ...notice.deadline, t0: '2026-03-27T07:30:00Z', dueAt: '2026-03-28T07:30:00Z' },
  previous: { version: 1, sentAt: '2026-03-27T18:05:10Z', items, timeline: notice.timeline },
  clockChange: 'corrected',
};

const calls = [
  { name: 'Inès Témoin, astreinte', phone: '+33 1 99 00 00 21' },
  { name: 'Sacha Gabarit, DPO', phone: '+33 1 99 00 00 11' },
];

/** One for each golden file; the first part of the key is the template's name. */
export const samples: { [Sample in string]: { [N in keyof LetterData]: [N, LetterData[N]] }[keyof LetterData] } = {
  notice: ['notice', notice],
  'notice-protective': ['notice', protective],
  'notice-complete-exercise': ['notice', complete],
  supplement: ['supplement', supplement],
  withdrawal: [
    'withdrawal',
    {
      head: { ...head, version: 3, writtenAt: '2026-03-29T09:00:00Z', approver: 'Alix Modèle' },
      addressee,
      versions: [
        { version: 1, sentAt: '2026-03-27T18:05:10Z' },
        { version: 2, sentAt: null },
      ],
      ruledOutAt: '2026-03-29T08:30:00Z',
      finding: 'L’ordinateur a été retrouvé ; les journaux du poste ne montrent aucune ouverture de session.',
      proof: ['Procès-verbal de restitution', 'Journal du poste, sans session après le 27 mars 2026'],
      contacts: [dpo],
      acknowledge: { link: notice.acknowledge.link, expected: false },
      checkpoint: notice.checkpoint,
    },
  ],
  incidentReport: [
    'incidentReport',
    {
      head: { ...head, reference: 'AV-2WPR-55HD', version: null },
      addressee,
      alertedAt: '2026-09-02T05:55:00Z',
      detectedAt: null,
      severity: 'low',
      ongoing: 'unknown',
      what: { answer: 'value', value: 'Balayage de ports vu par le pare-feu, sans accès obtenu.' },
      systems: { answer: 'toFollow', eta: '2026-09-02T12:00:00Z' },
      cause: 'unknown',
      measures: { answer: 'value', value: { text: null, taken: [], proposed: [], toDecide: [] } },
      personalData: 'underReview',
      contacts: [dpo],
      link: notice.acknowledge.link,
      checkpoint: null,
    },
  ],
  reminder: [
    'reminder',
    {
      head: { ...head, reference: 'INC-2026-0007', version: null, writtenAt: '2026-03-28T02:12:00Z' },
      to: 'Inès Témoin',
      controller: addressee.controller,
      task: 'sendNotice',
      percent: 75,
      startedAt: '2026-03-27T07:40:00Z',
      dueAt: '2026-03-28T07:40:00Z',
      provisional: true,
      automaticAt: '2026-03-28T06:40:00Z',
      detail: null,
      calls,
      link: 'https://vigie.example/o/org-1/incidents/i1',
    },
  ],
  'reminder-late': [
    'reminder',
    {
      head: { ...head, reference: 'INC-2026-0007', version: null, writtenAt: '2026-03-28T08:00:00Z' },
      to: 'Alix Modèle',
      controller: null,
      task: 'giveLateReason',
      percent: 100,
      startedAt: null,
      dueAt: '2026-03-28T07:40:00Z',
      provisional: false,
      automaticAt: null,
      detail: '550 boîte inconnue',
      calls: [],
      link: 'https://vigie.example/o/org-1/incidents/i1',
    },
  ],
  contactReminder: [
    'contactReminder',
    {
      head: { ...head, writtenAt: '2026-03-27T19:05:00Z' },
      addressee,
      sentAt: '2026-03-27T18:05:10Z',
      authorityDueAt: '2026-03-30T18:05:00Z',
      contacts: [dpo],
      link: notice.acknowledge.link,
    },
  ],
  receipt: [
    'receipt',
    {
      head: { ...head, reference: 'SIG-2026-0032', version: null },
      receivedAt: '2026-03-27T07:41:00Z',
      text: 'Mon ordinateur a été volé dans le train de 8 h.\nIl n’est pas chiffré, je crois.',
      calls,
    },
  ],
  alert: [
    'alert',
    {
      head: { ...head, reference: 'SIG-2026-0032', version: null, author: null },
      to: 'Alix Modèle',
      alertedAt: '2026-03-27T07:40:00Z',
      source: 'une enquêtrice, par le formulaire',
      text: 'Mon ordinateur a été volé dans le train de 8 h.',
      dueAt: '2026-03-28T07:40:00Z',
      calls,
      link: 'https://vigie.example/o/org-1/incidents/i1',
    },
  ],
  phoneScript: [
    'phoneScript',
    {
      head,
      addressee: { ...addressee, contact: 'Astreinte DSI', role: 'astreinte' },
      phone: '+33 1 99 00 00 02',
      reason: 'deliveryFailed',
      suspected: false,
      types: ['confidentiality', 'availability'],
      awareAt: '2026-03-27T09:20:00Z',
      sentAt: null,
      authorityDueAt: '2026-03-30T18:05:00Z',
      contacts: [dpo],
      link: 'https://vigie.example/o/org-1/incidents/i1/notices/n1',
    },
  ],
  relayTest: [
    'relayTest',
    { head: { ...head, reference: 'ESSAI', version: null }, relay: 'smtp.example:587', nonce: '4f1c-9a02' },
  ],
};
