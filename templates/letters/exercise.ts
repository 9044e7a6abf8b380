import type { ExerciseLetter } from '../../domain/letters/inside';
import { action, facts, paragraph, when } from '../blocks/build';
import { exerciseNote } from '../sections/marks';
import type { Speaker } from '../speaker';
import { markOf, type Sheet } from './sheet';

/** What an exercise tells its team, or that the next one is due: a reminder of the house, which is no exercise itself. */
export function exerciseSheet({ head, to, what, text, dueAt, link }: ExerciseLetter, speaker: Speaker): Sheet {
  const { say, instant } = speaker;
  const { reference } = head;
  return {
    subject: say(`exercise.subject.${what}`, { mark: markOf(head, speaker), reference, dueAt }),
    title: say(`exercise.title.${what}`),
    strap: say('reminder.hello', { to }),
    blocks: [
      ...exerciseNote(head, speaker),
      ...when(text !== null, paragraph(text ?? '')),
      ...when(dueAt !== null, facts([say('exercise.due'), dueAt === null ? '' : instant(dueAt)])),
      paragraph(say(`exercise.todo.${what}`)),
      action(say('exercise.action'), link),
    ],
  };
}
