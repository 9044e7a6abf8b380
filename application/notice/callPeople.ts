import type { Deliverable } from '../../domain/delivery/events';
import { dueOf, protectAt } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import { calledAt, type Rung } from '../../domain/notice/ladders';
import { freezeCall } from '../delivery/freezeMail';
import { holdersOf } from '../people/tellHolders';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { documentOf } from './defaults';
import { noticePage } from './freezeContactCall';
import { headOf } from './letterParts';
import type { FullCase } from './readCase';

/** A call to each of our people whom this step wakes, else management, who has a telephone: a task, with the text to read. */
export async function callPeople(ctx: Context, fullCase: FullCase, rung: Rung, id: string): Promise<Deliverable[]> {
  const { told } = await holdersOf(ctx, calledAt(rung));
  const calls = told.map((person) => callPerson(ctx, fullCase, person, `${id}-${person.id}-phone`));
  return (await Promise.all(calls)).filter((call) => call !== null);
}

async function callPerson(ctx: Context, fullCase: FullCase, person: Person, id: string): Promise<Deliverable | null> {
  const due = dueOf(fullCase);
  const { notice, agreement } = fullCase;
  if (due === null || person.phone === null) return null;
  const rendered = await ctx.ports.texts.render('staffCall', person.language, {
    head: headOf(fullCase, newestVersion(notice)?.number ?? 1, ctx.ports.now(), null),
    to: person.name,
    phone: person.phone,
    controller: documentOf(agreement.document).controller.name,
    startedAt: due.t0,
    dueAt: due.dueAt,
    provisional: due.provisional,
    automaticAt: protectAt(fullCase),
    link: noticePage(ctx, fullCase),
  });
  return freezeCall(ctx, notice.id, { id, to: { kind: 'person', id: person.id }, address: person.phone, rendered });
}
