import type { ExerciseLetter } from '../../domain/letters/inside';
import { head } from './sampleNotices';

type Sample = ['exercise', ExerciseLetter];

/** What is told in an exercise, and that the next one is due. */
export const sampleExercises: { exercise: Sample; 'exercise-due': Sample } = {
  exercise: [
    'exercise',
    {
      head: { ...head, author: null, reference: 'EXE-2026-51', version: null, exercise: true },
      to: 'Inès Témoin',
      what: 'inject',
      text: 'La sauvegarde de la veille est saine.',
      dueAt: null,
      link: 'https://vigie.example/o/org-1/exercises/x1',
    },
  ],
  'exercise-due': [
    'exercise',
    {
      head: { ...head, author: null, reference: 'EXE-2027', version: null },
      to: 'Alix Modèle',
      what: 'due',
      text: null,
      dueAt: '2027-03-28T22:00:00Z',
      link: 'https://vigie.example/o/org-1/exercises',
    },
  ],
};
