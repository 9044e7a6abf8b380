import type { ReminderLetter } from '../../domain/letters/inside';

import { addressee, head } from './sampleNotices';

/** At the controller's. */
export const contactCalls = [{ name: 'Dominique Essai', phone: '+33 1 99 00 00 01' }];

/** In our own house. */
export const colleagues = [
  { name: 'Claude Enquête', phone: '+33 1 99 00 00 30', declarant: true as const },
  { name: 'Inès Témoin', phone: '+33 1 99 00 00 20' },
];

/** What another law asks for, near its limit. */
export const regimeReminder: ReminderLetter = {
  head: { ...head, reference: 'CTL-2026-21', version: null, writtenAt: '2026-03-11T07:20:00Z' },
  to: 'Alix Modèle',
  controller: null,
  task: 'meetRegime',
  percent: 75,
  startedAt: '2026-03-10T13:20:00Z',
  dueAt: '2026-03-11T13:20:00Z',
  provisional: false,
  automaticAt: null,
  detail: null,
  documents: 0,
  stage: { regime: 'nis2', id: 'earlyWarning' },
  sent: null,
  told: null,
  calls: [],
  colleagues,
  link: 'https://vigie.example/o/org-1/cases/c1',
};

/** A question that waits, with documents. */
export const questionReminder: ReminderLetter = {
  head: { ...head, reference: 'AV-7K3M-Q9TX', version: 1, writtenAt: '2026-03-27T19:12:30Z' },
  to: 'Sacha Gabarit',
  controller: addressee.controller,
  task: 'answerQuestion',
  percent: null,
  startedAt: '2026-03-27T19:12:00Z',
  dueAt: '2026-04-03T15:00:00Z',
  provisional: false,
  automaticAt: null,
  detail: addressee.contact,
  documents: 2,
  stage: null,
  sent: null,
  told: null,
  calls: [{ name: 'Dominique Essai', phone: '+33 1 99 00 00 01' }],
  colleagues: [],
  link: 'https://vigie.example/o/org-1/incidents/i1/notices/n1',
};

/** A case that a processor's notice has just opened. */
export const openedReminder: ReminderLetter = {
  ...regimeReminder,
  task: 'qualifyCase',
  percent: null,
  dueAt: '2026-03-13T13:20:00Z',
  stage: null,
  told: {
    kind: 'notice',
    from: 'Arcadia Enquêtes',
    reference: 'AV-7K3M-Q9TX',
    version: 1,
    receivedAt: '2026-03-10T13:20:00Z',
    contact: 'Dominique Essai, astreinte, +33 1 99 00 00 01, astreinte@arcadia.example',
    onDay: null,
    beganAt: '2026-03-09T21:00:00Z',
    endedAt: null,
    isOngoing: true,
    terms: [
      { field: 'natures', terms: ['confidentiality'] },
      { field: 'data', terms: ['contact-details'] },
      { field: 'sensitive', terms: ['health'] },
    ],
    counts: [{ field: 'persons', count: { amount: 'approx', count: 1412 } }],
    missing: [
      { field: 'records', knownBy: '2026-03-11T16:00:00Z' },
      { field: 'consequencesText', knownBy: null },
    ],
  },
};

/** The watchdog has sent in the engine's place. */
export const watchdogReminder: ReminderLetter = {
  head: { ...head, reference: 'INC-2026-0007', version: 1, writtenAt: '2026-03-28T07:10:05Z' },
  to: 'Alix Modèle',
  controller: addressee.controller,
  task: 'watchdogSent',
  percent: null,
  startedAt: '2026-03-27T07:40:00Z',
  dueAt: '2026-03-28T07:40:00Z',
  provisional: true,
  automaticAt: null,
  detail: null,
  documents: 0,
  stage: null,
  sent: { at: '2026-03-28T07:10:00Z', roles: ['dpo', 'on-call'] },
  told: null,
  calls: contactCalls,
  colleagues,
  link: 'https://vigie.example/o/org-1/incidents/i1',
};
