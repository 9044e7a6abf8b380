import type { ReminderLetter } from '../../domain/letters/inside';
import { unauthorisedIn } from '../../domain/agreement/authorisation';
import { firmsIn } from '../../domain/incident/chains';
import { countAbout } from '../../domain/file/kept';
import { answerDue } from '../../domain/notice/answerDue';
import { dueOf, newestGoneAt, supplementDue } from '../../domain/notice/case';
import type { Reminded } from '../../domain/notice/events';
import { promisesOf } from '../../domain/notice/content';
import { newestVersion, type Question } from '../../domain/notice/fold';
import { awaitedFor } from '../../domain/notice/measures';
import { waitingToPassOn } from '../../domain/notice/passOn';
import { type Rung, unansweredSince } from '../../domain/notice/ladders';
import type { Context } from '../ports/ports';
import type { FullCase } from './readCase';
import { everyContact } from './recipientsOf';
import { remindContacts } from './remindContacts';
import { callPeople } from './callPeople';
import { type Ask, tellPeople } from './tellPeople';

/** Everything that one step of a ladder makes leave: mails and calls to our people, mails and calls to contacts. */
export async function remind(ctx: Context, fullCase: FullCase, rung: Rung): Promise<Reminded> {
  const { ladder, version, step, roles } = rung;
  const id = `${ladder}-${version}-${step}`;
  const ask: Ask = { id, roles, ...about(fullCase, rung) };
  const { deliverables: toPeople, ...how } = await tellPeople(ctx, fullCase, ask);
  const toContacts = await remindContacts(ctx, fullCase, rung, id);
  const calls = await callPeople(ctx, fullCase, rung, id);
  const deliverables = [...toPeople, ...calls, ...toContacts];
  return { ladder, version, step, roles, ...how, deliverables, unansweredSince: unansweredSince(fullCase, rung) };
}

function about(fullCase: FullCase, { ladder, version, step }: Rung): Omit<Ask, 'id' | 'roles'> {
  const due = dueOf(fullCase);
  const goneAt = newestGoneAt(fullCase.notice);
  switch (ladder) {
    case 'watchdog':
      return alarm(fullCase);
    case 'due': {
      return {
        task: step >= 100 ? 'giveLateReason' : 'sendNotice',
        percent: step,
        startedAt: due?.t0 ?? null,
        dueAt: due?.dueAt ?? null,
        detail: null,
      };
    }
    case 'supplement': {
      const supplement = supplementDue(fullCase);
      const startedAt = supplement === null ? null : new Date(supplement.fromMs).toISOString();
      return { task: 'confirmClock', percent: step, startedAt, dueAt: supplement?.dueAt ?? null, detail: null };
    }
    case 'passOn': {
      const said = waitingToPassOn(fullCase).find(({ place }) => place === version);
      const detail = toldAt(fullCase, version)?.chain[0] ?? null;
      const { receivedAt = null, dueAt = null } = said ?? {};
      return { task: 'passOnSubNotice', percent: step, startedAt: receivedAt, dueAt, detail };
    }
    case 'unauthorised': {
      const said = toldAt(fullCase, version);
      const { document } = fullCase.agreement;
      const names =
        said === undefined || document === null ? [] : unauthorisedIn(document, firmsIn(said), fullCase.breachDay);
      const detail = names.join(', ') || null;
      return { task: 'judgeSubProcessor', percent: null, startedAt: said?.receivedAt ?? null, dueAt: null, detail };
    }
    case 'acknowledgement': {
      const task: ReminderLetter['task'] = step >= 8 ? 'callDataProtectionOfficer' : 'callContact';
      return { task, percent: null, startedAt: goneAt, dueAt: null, detail: null };
    }
    case 'question':
    case 'asked':
    case 'answered': {
      const question = fullCase.notice.questions[version - 1];
      const startedAt = question?.askedAt ?? null;
      const dueAt = startedAt && answerDue(startedAt, fullCase.agreement, question?.urgentHours);
      const detail = nameOf(fullCase, question?.contactId);
      return {
        task: 'answerQuestion',
        percent: null,
        startedAt,
        dueAt,
        detail,
        documents: documentsOf(fullCase, question),
      };
    }
    case 'acknowledged': {
      const read = fullCase.notice.acknowledgements.find((one) => one.version === version);
      const detail = nameOf(fullCase, read?.contactId);
      return { task: 'readAcknowledgement', percent: null, startedAt: read?.at ?? null, dueAt: null, detail };
    }
    case 'measure':
    case 'measureAnswered': {
      const measure = fullCase.notice.measures[version - 1];
      const awaited = measure && awaitedFor(measure, fullCase.notice, fullCase.agreement);
      const detail = nameOf(fullCase, measure?.answered?.contactId);
      const task: ReminderLetter['task'] = ladder === 'measure' ? 'awaitMeasure' : 'readMeasureAnswer';
      const percent = ladder === 'measure' && step > 1 ? step : null;
      const startedAt = awaited?.from ?? measure?.proposedAt ?? null;
      return { task, percent, startedAt, dueAt: awaited?.dueAt ?? null, detail };
    }
    case 'held': {
      const held = fullCase.notice.versions.find(({ number }) => number === version);
      const detail = held?.held.join(', ') || null;
      return { task: 'readHeldItem', percent: null, startedAt: held?.frozenAt ?? null, dueAt: null, detail };
    }
    case 'missing': {
      const items = promisesOf(fullCase.notice).map(({ item }) => item);
      const task: ReminderLetter['task'] = step >= 72 ? 'completeItemsOrSayWhy' : 'completeItems';
      return { task, percent: null, startedAt: goneAt, dueAt: null, detail: items.join(', ') };
    }
  }
}

const toldAt = ({ subNotices }: FullCase, place: number) => subNotices.find((said) => said.place === place);

/** How many documents go with a question. */
const documentsOf = ({ notice }: FullCase, question: Question | undefined): number =>
  question === undefined
    ? 0
    : countAbout(notice.files, { kind: 'question', questionId: question.id }, question.documents);

/** Whom of the controller's it came from. */
const nameOf = ({ agreement }: FullCase, contactId: string | undefined): string | null =>
  everyContact(agreement).find(({ id }) => id === contactId)?.name ?? null;

/** Nothing has left: send. A version waits: look at its delivery. The watchdog has sent it: look at the engine. */
function alarm(fullCase: FullCase): Omit<Ask, 'id' | 'roles'> {
  const { notice, agreement } = fullCase;
  const due = dueOf(fullCase);
  const said = { percent: null, startedAt: due?.t0 ?? null, dueAt: due?.dueAt ?? null, detail: null };
  const version = newestVersion(notice);
  if (version === null) return { ...said, task: 'sendNotice' };
  const at = newestGoneAt(notice);
  if (at === null || !version.automatic) return { ...said, task: 'checkDelivery' };
  const told = notice.outbox.filter(({ id }) => version.deliverableIds.includes(id)).map(({ to }) => to.id);
  const roles = everyContact(agreement).flatMap(({ id, role }) => (told.includes(id) ? [role] : []));
  return { ...said, task: 'watchdogSent', sent: { at, roles: [...new Set(roles)] } };
}
