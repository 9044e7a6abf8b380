import { type ControllerCase, decisionOf } from '../../domain/controllerCase/case';
import type { Milestone } from '../../domain/controllerCase/nextMilestone';
import { toldLetter } from '../../domain/controllerCase/toldLetter';
import { stageNamed } from '../../domain/regime/vocabulary';
import type { Deliverable } from '../../domain/delivery/events';
import type { ReminderLetter } from '../../domain/letters/inside';
import { freezeMail } from '../delivery/freezeMail';
import { plainHead } from '../organisation/plainHead';
import { callBack } from '../people/callBack';
import { quietReminder } from '../people/quietReminder';
import { tellHolders } from '../people/tellHolders';
import type { Person } from '../ports/people';
import type { Context } from '../ports/ports';

type Remind = Extract<Milestone, { kind: 'remind' }>;

/** One mail to each person whom the step's roles reach. */
export const tellOfCase = (ctx: Context, one: ControllerCase, step: Remind) =>
  tellHolders(ctx, step.roles, (person) => tellPerson(ctx, one, step, person));

async function tellPerson(ctx: Context, one: ControllerCase, step: Remind, person: Person): Promise<Deliverable> {
  const { orgId, ports } = ctx;
  const { ladder, about, step: at, startedAt, dueAt } = step;
  const stage = stageNamed(ladder);
  const organisation = await ports.projections.read(orgId, 'organisation', orgId);
  const head = plainHead({
    reference: one.reference,
    zone: one.opened.zone,
    sender: organisation?.name ?? 'Vigie',
    now: ports.now(),
  });
  const data: ReminderLetter = {
    ...quietReminder,
    head: { ...head, exercise: one.opened.exercise },
    to: person.name,
    task: taskOf(step, one),
    percent: isPercent(step) ? at : null,
    startedAt,
    dueAt,
    provisional: stage === null && one.clock.status === 'provisional',
    stage,
    told: ladder === 'opened' || (ladder === 'reassess' && isTold(one, about)) ? toldLetter(one) : null,
    colleagues: await callBack(ctx, null, person.id),
    link: `${ports.settings.publicUrl}/o/${orgId}/cases/${one.id}`,
  };
  return freezeMail(ctx, one.id, {
    id: `${ladder}-${about}-${at}-${person.id}`,
    to: { kind: 'person', id: person.id },
    address: person.email,
    rendered: await ports.texts.render('reminder', person.language, data),
    language: person.language,
    date: ports.now(),
  });
}

/** Facts of our own, or an assessment, were told by nobody. */
const isTold = ({ told }: ControllerCase, about: number): boolean => told.some(({ seq }) => seq === about);

const percentLadders: readonly string[] = ['authority', 'propose', 'question', 'processor', 'measure'];

const isPercent = ({ ladder, step, dueAt }: Remind): boolean =>
  stageNamed(ladder) === null ? percentLadders.includes(ladder) && step > 1 : dueAt !== null;

/** What is to be decided: what it is, how great the risk is, or that again after news. */
function decisionTask(one: ControllerCase, ladder: Remind['ladder']): ReminderLetter['task'] {
  if (one.stage === 'RECEIVED') return 'qualifyCase';
  if (ladder === 'opened') return 'decideRisk';
  return ladder === 'reassess' || decisionOf(one) !== null ? 'reassessRisk' : 'decideRisk';
}

/** What a step asks for. */
function taskOf({ ladder, step }: Remind, one: ControllerCase): ReminderLetter['task'] {
  switch (ladder) {
    case 'opened':
    case 'reassess':
    case 'decide':
      return decisionTask(one, ladder);
    case 'authority':
      if (step >= 100) return 'notifyAuthorityLate';
      return step <= 50 && decisionOf(one) === null ? 'decideRisk' : 'notifyAuthority';
    case 'overdue':
      return 'notifyAuthorityLate';
    case 'propose':
      return 'proposeInitial';
    case 'complement':
      return 'complementAuthority';
    case 'question':
      return 'answerAuthority';
    case 'processor':
      return 'awaitProcessor';
    case 'measure':
      return 'decideMeasure';
    case 'draft':
      return 'draftToPersons';
    case 'tell':
      return 'tellPersons';
    case 'unreached':
      return 'tellAnew';
    case 'reach':
      return 'reachPersons';
    case 'hold':
      return 'endHold';
    case 'addresses':
      return 'addressesGo';
    case 'awaited':
      return 'completeRecord';
    case 'withdraw':
      return 'withdrawAuthority';
    case 'silence':
      return 'closeWithAuthority';
    default:
      return 'meetRegime';
  }
}
