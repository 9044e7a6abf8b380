import type { Deliverable } from '../../domain/delivery/events';
import type { Incident } from '../../domain/incident/incident';
import type { RegimeRung } from '../../domain/regime/rungs';
import { stageNamed } from '../../domain/regime/vocabulary';
import { freezeMail } from '../delivery/freezeMail';
import { callBack } from '../people/callBack';
import { quietReminder } from '../people/quietReminder';
import { tellHolders } from '../people/tellHolders';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';
import { headOf, incidentPage } from './letters';

/** What another law asks for: one mail to each person whom the step's roles reach. */
export const remindOfRegime = (ctx: Context, incident: Incident, step: RegimeRung) =>
  tellHolders(ctx, step.roles, (person) => remindPerson(ctx, incident, step, person));

async function remindPerson(ctx: Context, incident: Incident, step: RegimeRung, person: Person): Promise<Deliverable> {
  const { ladder, about, step: at, startedAt, dueAt } = step;
  const rendered = await ctx.ports.texts.render('reminder', person.language, {
    ...quietReminder,
    head: await headOf(ctx, incident),
    to: person.name,
    task: 'meetRegime',
    percent: dueAt === null ? null : at,
    startedAt,
    dueAt,
    stage: stageNamed(ladder),
    colleagues: await callBack(ctx, incident, person.id),
    link: `${incidentPage(ctx, incident)}/regimes`,
  });
  return freezeMail(ctx, incident.id, {
    id: `${ladder}-${about}-${at}-${person.id}`,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered,
    language: person.language,
    date: ctx.ports.now(),
  });
}
