import type { exercise as french } from '../fr/exercise';

/** What an exercise tells its team, and that the next one is due. */
export const exercise: Record<keyof typeof french, string> = {
  'exercise.subject.inject': '{{mark}}News: {{reference}}',
  'exercise.subject.due': '{{mark}}The yearly exercise is due by {{instant dueAt}}',
  'exercise.title.inject': 'What is told now',
  'exercise.title.due': 'The yearly exercise is due',
  'exercise.due': 'To be held by',
  'exercise.todo.inject':
    'Do what you would do if it were real, in Vigie. Nobody outside is told but contacts who agreed to be tested.',
  'exercise.todo.due':
    'A procedure that was never rehearsed is not proved to work. Plan an exercise: it takes an hour, and its report is the proof.',
  'exercise.action': 'Open the exercise',
  'exerciseReport.title': 'Report of an exercise',
  'exerciseReport.proof':
    'Every line is reckoned from the journal, in which the hash of a concluded report stands. Lengths are those of the time that the exercise stands for.',
};
