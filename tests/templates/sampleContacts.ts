import type { LetterData } from '../../domain/letters/letters';
import { addressee, dpo, head, notice } from './sampleNotices';

type Contact =
  | 'contactAnswer'
  | 'contactMeasure'
  | 'contactReminder'
  | 'contactTest'
  | 'contactsDue'
  | 'vulnerability'
  | 'transfer';

/** Mails to contacts beside the notices themselves. */
export const sampleContacts: { [N in Contact]: [N, LetterData[N]] } = {
  contactAnswer: [
    'contactAnswer',
    {
      head: { ...head, writtenAt: '2026-03-28T09:00:00Z' },
      addressee,
      askedAt: '2026-03-27T19:12:00Z',
      answeredAt: '2026-03-28T09:00:00Z',
      documents: 0,
      contacts: [dpo],
      link: notice.acknowledge.link,
    },
  ],
  contactMeasure: [
    'contactMeasure',
    {
      head: { ...head, writtenAt: '2026-03-28T09:00:00Z' },
      addressee,
      proposedAt: '2026-03-27T19:12:00Z',
      dueAt: '2026-03-28T19:12:00Z',
      urgent: true,
      contacts: [dpo],
      link: notice.acknowledge.link,
    },
  ],
  contactTest: [
    'contactTest',
    {
      head: { ...head, author: null, reference: 'SLIME-2026-01', version: 2 },
      addressee,
      expiresAt: '2026-04-26T07:40:00Z',
      link: 'https://vigie.example/t/AbCdEf',
    },
  ],
  vulnerability: [
    'vulnerability',
    {
      head: { ...head, author: null, reference: 'VUL-2026-41', version: null },
      addressee,
      provenAt: '2026-03-27T07:40:00Z',
      severity: 'high',
      identifier: 'CVE-2026-12345',
      text: 'Le portail accepte un jeton périmé.',
      systems: ['Portail', 'NAS-2'],
      contacts: [dpo],
      link: 'https://vigie.example/m/AbCdEf',
    },
  ],
  transfer: [
    'transfer',
    {
      head: { ...head, author: null, reference: 'TRF-2026-42', version: null },
      addressee,
      cause: 'compulsion',
      knownAt: '2026-03-20T07:40:00Z',
      source: 'Tribunal Témoin',
      text: 'Une réquisition demande la liste des bénéficiaires appelés en janvier.',
      countries: [],
      unagreed: null,
      forbiddenUntil: '2026-03-27T17:00:00Z',
      contacts: [dpo],
      link: 'https://vigie.example/m/AbCdEf',
    },
  ],
  contactsDue: [
    'contactsDue',
    {
      head: { ...head, author: null, reference: 'CON-20260327', version: null },
      to: 'Inès Témoin',
      agreements: [
        { reference: 'SLIME-2026-01', controller: addressee.controller, ways: 2 },
        { reference: 'AUBE-2026-01', controller: 'Syndicat mixte de l’Aube-Modèle', ways: 1 },
      ],
      link: 'https://vigie.example/o/org-1/agreements',
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
};
