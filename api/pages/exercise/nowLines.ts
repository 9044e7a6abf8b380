import { exercisesNow } from '../../../application/exercise/readExercises';
import { momentWords } from '../../../templates/pages/frame/moment';
import type { NoteLine } from '../../../templates/pages/now';
import type { Inside } from '../frame';

/** Exercises on the page of what is to be done: one that runs, and the yearly one from 30 days before its limit. */
export async function exerciseLines({ ctx, frame, organisation }: Inside): Promise<NoteLine[]> {
  const { running, dueAt } = await exercisesNow({ ctx, input: organisation });
  const act = { key: 'now.exerciseOpen' as const };
  const day = dueAt === null ? null : momentWords(dueAt, frame, 'date');
  return [
    ...running.map(({ id }) => ({ what: { key: 'now.exerciseRuns' as const }, href: `/exercises/${id}`, act })),
    ...(day === null ? [] : [{ what: { key: 'now.exerciseDue' as const, values: { day } }, href: '/exercises', act }]),
  ];
}
