import type { Deliverable } from '../../domain/delivery/events';
import type { ReminderLetter } from '../../domain/letters/inside';
import { dueOf, protectAt } from '../../domain/notice/case';
import { newestVersion } from '../../domain/notice/fold';
import type { Role } from '../../domain/shared/roles';
import { freezeMail } from '../delivery/freezeMail';
import { callBack } from '../people/callBack';
import { quietReminder } from '../people/quietReminder';
import { tellHolders } from '../people/tellHolders';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { documentOf } from './defaults';
import { noticePage } from './freezeContactCall';
import { headOf } from './letterParts';
import type { FullCase } from './readCase';

export type Ask = {
  /** Names the mails of this telling within the notice. */
  id: string;
  roles: readonly Role[];
  task: ReminderLetter['task'];
  percent: number | null;
  startedAt: string | null;
  dueAt: string | null;
  detail: string | null;
  /** Of the question that it is about. */
  documents?: number;
  sent?: ReminderLetter['sent'];
};

/** One mail to each person whom the roles reach. */
export const tellPeople = (ctx: Context, fullCase: FullCase, ask: Ask) =>
  tellHolders(ctx, ask.roles, (person) => tellPerson(ctx, fullCase, ask, person));

async function tellPerson(ctx: Context, fullCase: FullCase, ask: Ask, person: Person): Promise<Deliverable> {
  const { notice, agreement } = fullCase;
  const now = ctx.ports.now();
  const { task, percent, startedAt, dueAt, detail, documents = 0, sent } = ask;
  const data: ReminderLetter = {
    ...quietReminder,
    head: headOf(fullCase, newestVersion(notice)?.number ?? 1, now, null),
    to: person.name,
    controller: documentOf(agreement.document).controller.name,
    task,
    percent,
    startedAt,
    dueAt,
    provisional: dueOf(fullCase)?.provisional ?? false,
    automaticAt: newestVersion(notice) === null ? protectAt(fullCase) : null,
    detail,
    documents,
    sent: sent ?? null,
    calls: callsOf(fullCase),
    colleagues: await callBack(ctx, fullCase.incident, person.id),
    link: noticePage(ctx, fullCase),
  };
  return freezeMail(ctx, notice.id, {
    id: `${ask.id}-${person.id}`,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered: await ctx.ports.texts.render('reminder', person.language, data),
    language: person.language,
    date: now,
  });
}

/** Whom to telephone at the controller's, in the contract's order. */
function callsOf({ agreement }: FullCase): ReminderLetter['calls'] {
  return documentOf(agreement.document).controller.noticeContacts.flatMap(({ name, phone }) =>
    phone === undefined ? [] : [{ name, phone }],
  );
}
