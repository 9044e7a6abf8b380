import type { LetterData } from '../../domain/letters/letters';
import { addressee, complete, dpo, head, notice, protective, supplement } from './sampleNotices';

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
