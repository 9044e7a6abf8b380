import { sampleExercises } from './sampleExercises';
import type { LetterData } from '../../domain/letters/letters';
import { exerciseReport } from './sampleExerciseReport';
import { registerSample } from './sampleRegister';
import { authorityForm } from './sampleAuthorityForm';
import {
  colleagues,
  contactCalls,
  openedReminder,
  regimeReminder,
  questionReminder,
  watchdogReminder,
} from './sampleReminder';
import { sampleContacts } from './sampleContacts';
import { sampleCalls } from './sampleCalls';
import { personsMessage } from './samplePersons';
import { addressee, complete, dpo, fromBelow, head, notice, protective, supplement } from './sampleNotices';

const calls = [
  { name: 'Inès Témoin, astreinte', phone: '+33 1 99 00 00 21' },
  { name: 'Sacha Gabarit, DPO', phone: '+33 1 99 00 00 11' },
];

/** At the controller’s. */
/** One for each golden file; the first part of the key is the template's name. */
export const samples: { [Sample in string]: { [N in keyof LetterData]: [N, LetterData[N]] }[keyof LetterData] } = {
  notice: ['notice', notice],
  'notice-protective': ['notice', protective],
  'notice-complete-exercise': ['notice', complete],
  'notice-from-below': ['notice', fromBelow],
  supplement: ['supplement', supplement],
  withdrawal: [
    'withdrawal',
    {
      head: { ...head, version: 3, writtenAt: '2026-03-29T09:00:00Z', approver: 'Alix Modèle' },
      addressee,
      versions: [
        { version: 1, sentAt: '2026-03-27T18:05:10Z', ackedAt: null },
        { version: 2, sentAt: null, ackedAt: null },
      ],
      ruledOutAt: '2026-03-29T08:30:00Z',
      finding: 'L’ordinateur a été retrouvé ; les journaux du poste ne montrent aucune ouverture de session.',
      evidenceCount: 2,
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
  personsMessage: ['personsMessage', personsMessage],
  'personsMessage-unknown': [
    'personsMessage',
    {
      ...personsMessage,
      data: [],
      harms: [],
      measures: null,
      authority: { ...personsMessage.authority, address: null },
    },
  ],
  publicNotice: [
    'publicNotice',
    {
      ...personsMessage,
      persons: ['customers', 'vulnerable'],
      count: { amount: 'approx', count: 1412 },
      period: { period: 'day', on: '2026-03-27', estimated: false },
      link: 'https://vigie.example/p/org-1/c1',
    },
  ],
  'publicNotice-unknown': [
    'publicNotice',
    {
      ...personsMessage,
      contact: { ...personsMessage.contact, phone: null },
      persons: [],
      count: { amount: 'unknown', eta: null },
      period: null,
      link: 'https://vigie.example/p/org-1/c1',
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
      documents: 0,
      stage: null,
      sent: null,
      told: null,
      calls: contactCalls,
      colleagues,
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
      documents: 0,
      stage: null,
      sent: null,
      told: null,
      calls: [],
      colleagues: colleagues.slice(1),
      link: 'https://vigie.example/o/org-1/incidents/i1',
    },
  ],
  authorityForm: ['authorityForm', authorityForm],
  'reminder-regime': ['reminder', regimeReminder],
  'reminder-watchdog': ['reminder', watchdogReminder],
  'reminder-question': ['reminder', questionReminder],
  'reminder-opened': ['reminder', openedReminder],
  'contactAnswer-documents': ['contactAnswer', { ...sampleContacts.contactAnswer[1], documents: 2 }],
  ...sampleContacts,
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
      colleagues,
      link: 'https://vigie.example/o/org-1/incidents/i1',
    },
  ],
  ...sampleCalls,
  staffCall: [
    'staffCall',
    {
      head: { ...head, author: null, version: null, writtenAt: '2026-03-28T05:16:00Z' },
      to: 'Sacha Gabarit',
      phone: '+33 1 99 00 00 11',
      controller: addressee.controller,
      startedAt: '2026-03-27T07:40:00Z',
      dueAt: '2026-03-28T07:40:00Z',
      provisional: true,
      automaticAt: '2026-03-28T06:40:00Z',
      link: 'https://vigie.example/o/org-1/incidents/i1/notices/n1',
    },
  ],
  signingLink: [
    'signingLink',
    {
      head: { ...head, reference: 'SLIME-2026-01', version: 2 },
      addressee,
      expiresAt: '2026-04-26T07:40:00Z',
      link: 'https://vigie.example/a/AbCdEf',
    },
  ],
  houseAlarm: [
    'houseAlarm',
    {
      head: { ...head, author: null, reference: 'ALA-2026-41', version: null },
      to: 'Alix Modèle',
      cause: 'entryUnreadable',
      seq: 41,
      link: 'https://vigie.example/o/org-1/journal?below=42#e41',
    },
  ],
  'houseAlarm-signing': [
    'houseAlarm',
    {
      head: { ...head, author: null, reference: 'ALA-2026-57', version: null },
      to: 'Alix Modèle',
      cause: 'signingRefused',
      seq: 57,
      link: 'https://vigie.example/o/org-1/journal?below=58#e57',
    },
  ],
  ...sampleExercises,
  tokenAlarm: [
    'tokenAlarm',
    {
      head: { ...head, reference: 'JETON-7', version: null },
      to: 'Alix Modèle',
      holder: 'Camille Modèle',
      roles: ['O', 'IM'],
      issuedBy: 'Alix Modèle',
      issuedAt: '2026-03-27T07:40:00Z',
      expiresAt: '2026-09-27T07:40:00Z',
      link: 'https://vigie.example/o/org-1/tokens',
    },
  ],
  relayTest: [
    'relayTest',
    { head: { ...head, reference: 'ESSAI', version: null }, relay: 'smtp.example:587', nonce: '4f1c-9a02' },
  ],
  exerciseReport: ['exerciseReport', exerciseReport],
  register: ['register', registerSample],
};
