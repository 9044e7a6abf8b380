import type { Deliverable } from '../../domain/delivery/events';
import type { ExerciseLetter } from '../../domain/letters/inside';
import { freezeMail } from '../delivery/freezeMail';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';

type Letter = { subjectId: string; id: string; date: Date; letter: Omit<ExerciseLetter, 'to'> };

/** A letter about exercises to one of our own people, in that person's language. */
export async function freezeLetter(
  ctx: Context,
  person: Person,
  { subjectId, id, date, letter }: Letter,
): Promise<Deliverable> {
  return freezeMail(ctx, subjectId, {
    id,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered: await ctx.ports.texts.render('exercise', person.language, { ...letter, to: person.name }),
    language: person.language,
    date,
  });
}
