import type { ReminderLetter } from '../../domain/letters/inside';
import { addressee, head } from './sampleNotices';

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
  calls: [{ name: 'Dominique Essai', phone: '+33 1 99 00 00 01' }],
  colleagues: [],
  link: 'https://vigie.example/o/org-1/incidents/i1/notices/n1',
};
