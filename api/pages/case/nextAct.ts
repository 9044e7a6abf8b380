import type { Asker } from '../../../application/policies/asker';
import { mayCommandCase } from '../../../application/policies/controllerCase';
import { type ControllerCase, currentScore, decisionOf } from '../../../domain/controllerCase/case';
import { type Owed, owedBy } from '../../../domain/controllerCase/closing';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { isExemptDecided, personsAllow } from '../../../domain/controllerCase/decidePersons';
import { awaitsNotice, lettersOwed } from '../../../domain/controllerCase/persons';
import { printable } from '../../../domain/controllerCase/personsLetters';
import { proposesInitial } from '../../../domain/controllerCase/ladders';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { runningStages } from '../../../domain/regime/asked';
import { openLimit } from '../../../domain/controllerCase/term';
import { authorityClock } from '../../../domain/deadline/caseRows';
import type { CaseView } from '../../../templates/pages/case';
import type { Word } from '../../../templates/pages/words/word';
import type { CommandAct } from '../forms/commandPage';
import { allowedActs } from './actions';
import { canSend, type Sending } from './sending';

/** `page`: where it is done, if no command's own page is. */
type Step = { kind: CaseCommand['kind']; text: Word; page?: Pick<Act, 'segment' | 'label'> };
type Around = { now: Date; sending: Sending };

/** The one next thing that this reader can do; null when nothing is owed, or it waits for others. */
export function nextActOf(one: ControllerCase, asker: Asker, { now, sending }: Around): CaseView['next'] {
  const allowed = allowedActs(one, asker, sending);
  const ways = [...allowed.map(wayTo), ...wayToSend(one, asker, sending)];
  for (const { kind, text, page } of stepsOf(one, now)) {
    const own = page !== undefined && mayCommandCase(asker, kind) ? page : undefined;
    const way = page === undefined ? ways.find((found) => found.kind === kind) : own;
    if (way === undefined) continue;
    const clock = kind === 'authority.file' || kind === 'qualify' ? authorityClock(one) : null;
    return {
      clock: clock !== null && clock.doneAt === null ? clock : null,
      text: { key: text },
      href: `/cases/${one.id}/${way.segment}`,
      act: { key: way.label },
    };
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

const file: Step = { kind: 'authority.file', text: 'caseNext.file' };

/** In the order in which they are usually done; late in the 72 hours, telling the authority waits for nothing. */
function stepsOf(one: ControllerCase, now: Date): Step[] {
  if (one.stage === 'CLOSED') return [];
  const owed = owedBy(one);
  if (owed.length === 0) return [{ kind: 'case.close', text: 'caseNext.close' }];
  const late = lateStage(one, now);
  const initial = proposesInitial(one, now) ? [file] : [];
  const urgent = isPast(openLimit(one)?.strict ?? null, now) ? [...initial, ...late] : [...late, ...initial];
  return [...urgent, ...owed.flatMap((what) => stepsFor(what, one))];
}

const isPast = (at: string | null, now: Date): boolean => at !== null && Date.parse(at) <= now.getTime();

/** A stage of another regime whose limit has passed. */
const lateStage = (one: ControllerCase, now: Date): Step[] =>
  runningStages(askedOf(one), now).some(
    ({ dueAt, sentAt, optional }) => sentAt === null && !optional && isPast(dueAt, now),
  )
    ? [{ kind: 'regime.record', text: 'caseNext.stageLate' }]
    : [];

function stepsFor({ what }: Owed, one: ControllerCase): Step[] {
  switch (what) {
    case 'qualify':
      return [{ kind: 'qualify', text: 'caseNext.qualify' }];
    case 'decision':
      return assess(one, 'caseNext.decide');
    case 'reassess':
      return assess(one, 'caseOwed.reassess');
    case 'authority':
      return [file];
    case 'persons':
      return persons(one);
    case 'letters':
      return [letters(one)];
    case 'file':
      return [
        { kind: 'authority.answer', text: 'caseNext.answer' },
        one.stage === 'NOT_A_BREACH'
          ? { kind: 'authority.withdraw', text: 'caseNext.withdraw' }
          : { kind: 'authority.file', text: 'caseNext.complete' },
      ];
    case 'measure':
      return [{ kind: 'processor.decide', text: 'caseNext.measure' }];
    case 'record':
      return [{ kind: 'record.change', text: 'caseNext.record' }];
    case 'screening':
      return [{ kind: 'regime.concern', text: 'caseNext.screen' }];
    case 'stage':
      return [{ kind: 'regime.record', text: 'caseNext.stage' }];
  }
}

/** Scored first, so that whoever decides has a proposal before the eyes. */
const assess = (one: ControllerCase, text: Word): Step[] =>
  currentScore(one) === null
    ? [{ kind: 'risk.score', text: decisionOf(one) === null ? 'caseNext.score' : text }]
    : [{ kind: 'risk.decide', text }];

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
  const { state } = one.persons;
  if (lettersOwed(one.persons) > 0 && state !== 'ON_HOLD') return [letters(one)];
  // in an exercise nobody is told: that it was rehearsed is all there is to record
  if (state === 'DRAFTED')
    return [{ kind: one.opened.exercise ? 'persons.tell' : 'persons.send', text: 'caseNext.tell' }];
  const draft: Step = { kind: 'persons.draft', text: 'caseNext.draft' };
  const publishable: Step = { kind: 'persons.draft', text: 'caseNext.publish' };
  if (awaitsNotice(one.persons)) return [{ kind: 'persons.publish', text: 'caseNext.publish' }, publishable];
  return isExemptDecided(one) ? [{ kind: 'persons.exempt', text: 'caseNext.exempt' }, draft] : [draft];
}
