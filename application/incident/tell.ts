import { HOUR_MS, plusMs } from '../../domain/shared/instant';
import { paceOf } from '../../domain/deadline/pace';
import { INVESTIGATION_HOURS } from '../../domain/deadline/incidentRows';
import type { Deliverable } from '../../domain/delivery/events';
import type { Incident } from '../../domain/incident/incident';
import type { Milestone } from '../../domain/incident/nextMilestone';
import { passOnDue } from '../../domain/incident/subNotice';
import { Role } from '../../domain/shared/roles';
import { freezeCall, freezeMail } from '../delivery/freezeMail';
import { callBack } from '../people/callBack';
import { quietReminder } from '../people/quietReminder';
import { tellHolders } from '../people/tellHolders';
import type { Person } from '../ports/people';
import type { Rendered } from '../ports/texts';
import type { Context } from '../ports/ports';
import { limitOf } from './limitOf';
import { callsOf, headOf, incidentPage, sourceIn, taskOf, textIn } from './letters';

type Tell = Extract<Milestone, { kind: 'tell' }>;

/** When a signal that nobody takes up goes to the incident manager (domain rules 7.1). */
const UNTAKEN_HOURS = 8;

/** The frozen letters of one step: a receipt to who signalled, else one to each person whom the roles reach. */
export async function tell(ctx: Context, incident: Incident, step: Tell) {
  if (step.step === 'receipt') return { deliverables: await receipt(ctx, incident, step) };
  return tellHolders(ctx, step.roles, (person) => tellPerson(ctx, incident, step, person));
}

const idOf = ({ step, about }: Tell, who: string): string => `${step}-${about}-${who}`;

/** Of an exercise, only to one of our own people: nobody else agreed to be tested (invariant 12). */
async function mayBeTold({ orgId, ports }: Context, { report }: Incident): Promise<boolean> {
  if (!report.exercise) return true;
  const people = await ports.people.withRoles(orgId, Role.options);
  return people.some(({ email }) => email === report.declarantEmail);
}

/** By mail, or as a text for a person to read on the telephone; an erased contact gets none. */
async function receipt(ctx: Context, incident: Incident, step: Tell): Promise<Deliverable[]> {
  if (!(await mayBeTold(ctx, incident))) return [];
  const { at, language, declarantEmail: email, declarantPhone: phone } = incident.report;
  const rendered = await ctx.ports.texts.render('receipt', language, {
    head: { ...(await headOf(ctx, incident)), reference: incident.reference.signal },
    receivedAt: at,
    text: textIn(incident, language),
    calls: await callsOf(ctx),
  });
  const mail = { id: idOf(step, 'declarant'), to: { kind: 'declarant' as const, id: 'declarant' }, rendered };
  const date = ctx.ports.now();
  if (email !== null) return [await freezeMail(ctx, incident.id, { ...mail, address: email, language, date })];
  return phone === null ? [] : [await freezeCall(ctx, incident.id, { ...mail, address: phone })];
}

async function tellPerson(ctx: Context, incident: Incident, step: Tell, person: Person): Promise<Deliverable> {
  return freezeMail(ctx, incident.id, {
    id: idOf(step, person.id),
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered: await letter(ctx, incident, step, person),
    language: person.language,
    date: ctx.ports.now(),
  });
}

async function letter(ctx: Context, incident: Incident, { step, about }: Tell, person: Person): Promise<Rendered> {
  const { texts } = ctx.ports;
  const { language, name: to } = person;
  const common = {
    head: await headOf(ctx, incident),
    to,
    colleagues: await callBack(ctx, incident, person.id),
    link: incidentPage(ctx, incident),
  };
  switch (step) {
    case 'receipt':
      throw new TypeError('a receipt is for the declarant');
    case 'alert': {
      const { alertedAt } = incident.report;
      const source = sourceIn(incident, language);
      const text = textIn(incident, language);
      const dueAt = (await limitOf(ctx, incident))?.dueAt ?? null;
      return texts.render('alert', language, { ...common, alertedAt, source, text, dueAt });
    }
    default: {
      const { task, percent } = taskOf(step);
      return texts.render('reminder', language, {
        ...quietReminder,
        ...common,
        task,
        percent,
        ...(task === 'sayWhomItTouches' ? await whomSpan(ctx, incident) : spanOf(incident, about)),
        detail: subNoticeAt(incident, about)?.chain[0] ?? null,
      });
    }
  }
}

async function whomSpan(ctx: Context, incident: Incident) {
  const limit = await limitOf(ctx, incident);
  return { startedAt: limit?.t0 ?? null, dueAt: limit?.dueAt ?? null };
}

const subNoticeAt = ({ subNotices }: Incident, about: number) => subNotices.find(({ seq }) => seq === about);

function spanOf(incident: Incident, about: number): { startedAt: string | null; dueAt: string | null } {
  const { report, triage } = incident;
  const pace = paceOf(report);
  const said = subNoticeAt(incident, about);
  if (said !== undefined) {
    return { startedAt: said.receivedAt, dueAt: said.certain ? passOnDue(said.receivedAt, Infinity, pace) : null };
  }
  if (about === report.seq) return { startedAt: report.at, dueAt: plusMs(report.at, (UNTAKEN_HOURS * HOUR_MS) / pace) };
  if (about === triage?.seq)
    return { startedAt: triage.at, dueAt: plusMs(triage.at, (INVESTIGATION_HOURS * HOUR_MS) / pace) };
  return { startedAt: null, dueAt: null };
}
