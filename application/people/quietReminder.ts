import type { ReminderLetter } from '../../domain/letters/inside';

/** A reminder that says nothing beside its task: what each telling knows of itself is laid over it. */
export const quietReminder = {
  controller: null,
  percent: null,
  startedAt: null,
  dueAt: null,
  provisional: false,
  automaticAt: null,
  detail: null,
  documents: 0,
  stage: null,
  sent: null,
  told: null,
  calls: [],
} satisfies Partial<ReminderLetter>;
