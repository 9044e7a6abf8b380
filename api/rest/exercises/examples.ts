import type { z } from 'zod';
import type { Report } from '../../../domain/exercise/reportValues';
import type { ExerciseSignalView, ExerciseView } from './views';

export const written = { id: '0199e1f0-0000-7000-8000-000000000070', ref: 'EXE-2026-51', seq: 51, revision: 1 };

export const exercise: z.output<typeof ExerciseView> = {
  id: written.id,
  ref: written.ref,
  stage: 'PLANNED',
  revision: 2,
  scenario: 'ransomware',
  pace: 60,
  language: 'fr',
  startsAt: '2026-05-13T08:00:00.000Z',
  endsAt: '2026-05-13T09:12:00.000Z',
  agreementIds: [],
  incidentId: '0199e1f0-0000-7000-8000-000000000071',
  told: [{ index: 0, at: '2026-05-13T08:00:00.000Z', text: 'Les dossiers partagés ne s’ouvrent plus.' }],
  stoppedAt: null,
  reportHash: null,
  score: null,
  most: null,
};

export const signal: z.output<typeof ExerciseSignalView> = {
  incidentId: '0199e1f0-0000-7000-8000-000000000072',
  ref: 'SIG-2026-52',
  stage: 'EVENT_NEW',
  alertedAt: exercise.startsAt,
};

export const report: Report = {
  scenario: 'ransomware',
  pace: 60,
  startedAt: exercise.startsAt,
  endedAt: exercise.endsAt,
  lines: [
    {
      step: 'taken',
      noticeId: null,
      agreementId: null,
      startedAt: exercise.startsAt,
      targetAt: '2026-05-13T08:01:00.000Z',
      limitAt: '2026-05-13T08:04:00.000Z',
      doneAt: '2026-05-13T08:00:40.000Z',
      byId: '0199e1f0-0000-7000-8000-000000000002',
      verdict: 'onTarget',
      points: 2,
      most: 2,
    },
  ],
  notices: [],
  people: [
    {
      personId: '0199e1f0-0000-7000-8000-000000000002',
      told: 3,
      acts: 4,
      firstToldAt: '2026-05-13T08:00:01.000Z',
      firstActAt: '2026-05-13T08:00:40.000Z',
    },
  ],
  reminders: [],
  authorities: [],
  persons: 0,
  score: 2,
  most: 2,
};
