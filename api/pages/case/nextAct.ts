import type { Asker } from '../../../application/policies/asker';
import { mayApproveCase, mayCommandCase } from '../../../application/policies/controllerCase';
import {
  type ControllerCase,
  currentAdvice,
  currentScore,
  decisionOf,
  isMandated,
} from '../../../domain/controllerCase/case';
import { type Owed, owedBy } from '../../../domain/controllerCase/closing';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { personsAllow } from '../../../domain/controllerCase/decidePersons';
import { isExemptDecided } from '../../../domain/controllerCase/publicNotice';
import { lettersOwed } from '../../../domain/controllerCase/persons';
import { isToldToNobody } from '../../../domain/controllerCase/toldNobody';
import { awaitsNotice } from '../../../domain/controllerCase/personsOwed';
import { owedToReach } from '../../../domain/controllerCase/personsReached';
import { printable } from '../../../domain/controllerCase/personsLetters';
import { proposesInitial } from '../../../domain/controllerCase/ladders';
import { caseRows } from '../../../domain/deadline/caseRows';
import type { ClockRow } from '../../../domain/deadline/clockRow';
import type { Clock } from '../../../domain/deadline/clockState';
import type { CaseView } from '../../../templates/pages/case';
import type { Word } from '../../../templates/pages/words/word';
import type { CommandAct } from '../forms/commandPage';
import { allowedActs } from './actions';
import { canSend, type Sending } from './sending';

/** `page`: where it is done, if no command's own page is. */
type Step = { kind: CaseCommand['kind']; text: Word; page?: Pick<Act, 'segment' | 'label'> };
type Around = { now: Date; sending: Sending };

/** The one next thing that this reader can do: what has a limit first; null when nothing is owed, or it waits for others. */
export function nextActOf(one: ControllerCase, asker: Asker, { now, sending }: Around): CaseView['next'] {
  if (one.stage === 'CLOSED') return null;
  for (const row of caseRows(one, now)) {
    const act = row.clock.doneAt === null ? actOfRow(row, one, asker, { now, sending }) : null;
    if (act !== null) return act;
  }
  const owed = owedBy(one);
  if (owed.length === 0) return firstOf([{ kind: 'case.close', text: 'caseNext.close' }], null, one, asker, sending);
  const steps = owed.flatMap((what) => stepsFor(what, one, asker));
  return firstOf(steps, null, one, asker, sending);
}

/** What a limit of a case asks of this reader first, on the page of the case and on "Now" alike; null where it asks nothing of them. */
export function actOfRow(
  row: ClockRow,
  one: ControllerCase,
  asker: Asker,
  { now, sending }: Around,
): NonNullable<CaseView['next']> | null {
  if (row.obligation === 'approval') return approvalOf(row, one, asker);
  return firstOf(stepsOfRow(row, one, now, asker), row.clock, one, asker, sending);
}

/** A second voice that this reader can give; whose hand counts as whose is looked at where it is given. */
function approvalOf({ clock, voices, roles }: ClockRow, one: ControllerCase, asker: Asker): CaseView['next'] {
  const isTheirs = !voices.includes(asker.actor.id) && roles.some((role) => asker.roles.includes(role));
  if (!isTheirs || !mayApproveCase(asker)) return null;
  return { clock, text: { key: 'row.approval' }, href: `/cases/${one.id}/approve`, act: { key: 'act.approval' } };
}

function firstOf(
  steps: readonly Step[],
  clock: Clock | null,
  one: ControllerCase,
  asker: Asker,
  sending: Sending,
): CaseView['next'] {
  const ways = [...allowedActs(one, asker, sending).map(wayTo), ...wayToSend(one, asker, sending)];
  for (const { kind, text, page } of steps) {
    const own = page !== undefined && mayCommandCase(asker, kind) ? page : undefined;
    const way = page === undefined ? ways.find((found) => found.kind === kind) : own;
    if (way !== undefined) {
      return { clock, text: { key: text }, href: `/cases/${one.id}/${way.segment}`, act: { key: way.label } };
    }
  }
  return null;
}

type Act = CommandAct<CaseCommand['kind']>;
type Way = Omit<Act, 'home'>;

const wayTo = ({ kind, segment, label, home }: Act): Way =>
  home === undefined ? { kind, segment, label } : { kind, segment: home, label: 'regimes.open' };

/** Where no list waits yet, or nothing leaves the house: the page that takes lists, and says why. */
const wayToSend = (one: ControllerCase, asker: Asker, sending: Sending): Way[] =>
  mayCommandCase(asker, 'persons.send') && personsAllow(one, 'persons.send') && !canSend(sending)
    ? [{ kind: 'persons.send', segment: 'recipients', label: 'recipients.title' }]
    : [];

/** What a limit and what is owed before the end ask for alike. */
const qualify: Step = { kind: 'qualify', text: 'caseNext.qualify' };
const file: Step = { kind: 'authority.file', text: 'caseNext.file' };
/** Where all that was known had been filed, it is what came in since; or that it changes nothing. */
const complete = ({ authorities }: ControllerCase): Step => {
  const isOpen = authorities.some(({ state }) => state === 'INITIAL_SENT' || state === 'COMPLEMENTED');
  return { kind: 'authority.file', text: isOpen ? 'caseNext.complete' : 'caseNext.tellSince' };
};
const withdraw: Step = { kind: 'authority.withdraw', text: 'caseNext.withdraw' };
const answer: Step = { kind: 'authority.answer', text: 'caseNext.answer' };
const judgeMeasure: Step = { kind: 'processor.decide', text: 'caseNext.measure' };
const record: Step = { kind: 'record.change', text: 'caseNext.record' };

/** What a limit asks for, in the order in which it is tried: the first that this reader may do. */
function stepsOfRow({ obligation, clock }: ClockRow, one: ControllerCase, now: Date, asker: Asker): Step[] {
  switch (obligation) {
    case 'authority':
      return one.stage === 'RECEIVED' && !proposesInitial(one, now) ? [qualify, file] : [file];
    case 'riskDecision':
      return assess(one, decisionOf(one) === null ? 'caseNext.decide' : 'caseOwed.reassess', asker);
    case 'complement':
      return [complete(one)];
    case 'authorityQuestion':
      return [answer];
    case 'authorityWithdrawal':
      return [withdraw];
    case 'authoritySilence':
      return [{ kind: 'authority.close', text: 'caseNext.closeAuthority' }];
    case 'measureDecision':
      return [judgeMeasure];
    case 'persons':
      return persons(one);
    case 'recordAwaited':
      return [record];
    case 'regime': {
      const isLate = Date.parse(clock.dueAt) <= now.getTime();
      return [{ kind: 'regime.record', text: isLate ? 'caseNext.stageLate' : 'caseNext.stage' }];
    }
    default:
      return [];
  }
}

function stepsFor({ what }: Owed, one: ControllerCase, asker: Asker): Step[] {
  switch (what) {
    case 'qualify':
      return [qualify];
    case 'decision':
      return assess(one, 'caseNext.decide', asker);
    case 'reassess':
      return assess(one, 'caseOwed.reassess', asker);
    case 'authority':
      return [file];
    case 'persons':
      return persons(one);
    case 'hold':
      return [{ kind: 'persons.resume', text: 'caseOwed.hold' }];
    case 'letters':
      return [letters(one)];
    case 'file':
      return [answer, one.stage === 'NOT_A_BREACH' ? withdraw : complete(one)];
    case 'measure':
      return [judgeMeasure];
    case 'record':
      return [record];
    case 'screening':
      return [{ kind: 'regime.concern', text: 'caseNext.screen' }];
    case 'stage':
      return [{ kind: 'regime.record', text: 'caseNext.stage' }];
  }
}

/** Scored first, so that whoever decides has a proposal before the eyes; a DPO without a mandate advises, and decides nothing. */
function assess(one: ControllerCase, text: Word, { roles }: Asker): Step[] {
  if (currentScore(one) === null)
    return [{ kind: 'risk.score', text: decisionOf(one) === null ? 'caseNext.score' : text }];
  if (roles.includes('DIR') || isMandated(one)) return [{ kind: 'risk.decide', text }];
  return currentAdvice(one) !== null ? [] : [{ kind: 'risk.advise', text: 'caseNext.advise' }];
}

/** They are printed first. */
function letters(one: ControllerCase): Step {
  const unprinted = one.persons.sendings.find(
    ({ listId, printed }) => printed === null && printable(one, listId) !== null,
  );
  if (unprinted === undefined) return { kind: 'persons.tell', text: 'caseNext.post' };
  const page = { segment: `recipients/${unprinted.listId}/letters`, label: 'letters.print' as const };
  return { kind: 'persons.send', text: 'caseNext.print', page };
}

function persons(one: ControllerCase): Step[] {
  const { state, hold } = one.persons;
  // an order lifts no hold (Art 34(4)): a person resumes
  if (hold?.isOrdered === true) return [{ kind: 'persons.resume', text: 'caseNext.resume' }];
  if (lettersOwed(one.persons) > 0 && state !== 'ON_HOLD') return [letters(one)];
  const exempt: Step = { kind: 'persons.exempt', text: 'caseNext.exempt' };
  const reach: Step = { kind: 'persons.tell', text: isToldToNobody(one) ? 'caseNext.reachAll' : 'caseNext.reach' };
  // where everything came back, what was decided since may excuse it
  if (owedToReach(one.persons) !== null)
    return isExemptDecided(one) && personsAllow(one, 'persons.exempt') ? [exempt, reach] : [reach];
  // in an exercise nobody is told: that it was rehearsed is all there is to record
  if (state === 'DRAFTED')
    return [{ kind: one.opened.exercise ? 'persons.tell' : 'persons.send', text: 'caseNext.tell' }];
  const draft: Step = { kind: 'persons.draft', text: 'caseNext.draft' };
  const publishable: Step = { kind: 'persons.draft', text: 'caseNext.publish' };
  if (awaitsNotice(one.persons)) return [{ kind: 'persons.publish', text: 'caseNext.publish' }, publishable];
  return isExemptDecided(one) ? [exempt, draft] : [draft];
}
