import type { Asker } from '../../../application/policies/asker';
import { type ControllerCase, currentScore, decisionOf } from '../../../domain/controllerCase/case';
import { type Owed, owedBy } from '../../../domain/controllerCase/closing';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { proposesInitial } from '../../../domain/controllerCase/ladders';
import { authorityClock } from '../../../domain/deadline/caseRows';
import type { CaseView } from '../../../templates/pages/case';
import type { Word } from '../../../templates/pages/words/word';
import { allowedActs } from './actions';

type Step = { kind: CaseCommand['kind']; text: Word };

/** The one next thing that this reader can do; null when nothing is owed, or it waits for others. */
export function nextActOf(one: ControllerCase, asker: Asker, now: Date): CaseView['next'] {
  const allowed = allowedActs(one, asker);
  const step = stepsOf(one, now).find(({ kind }) => allowed.some((act) => act.kind === kind));
  const act = allowed.find(({ kind }) => kind === step?.kind);
  if (step === undefined || act === undefined) return null;
  const clock = step.kind === 'authority.file' || step.kind === 'qualify' ? authorityClock(one) : null;
  return {
    clock: clock !== null && clock.doneAt === null ? clock : null,
    text: { key: step.text },
    href: `/cases/${one.id}/${act.home ?? act.segment}`,
    act: { key: act.home === undefined ? act.label : 'regimes.open' },
  };
}

const file: Step = { kind: 'authority.file', text: 'caseNext.file' };

/** In the order in which they are usually done; late in the 72 hours, telling the authority waits for nothing. */
function stepsOf(one: ControllerCase, now: Date): Step[] {
  if (one.stage === 'CLOSED') return [];
  const owed = owedBy(one);
  if (owed.length === 0) return [{ kind: 'case.close', text: 'caseNext.close' }];
  const steps = owed.flatMap((what) => stepsFor(what, one));
  return proposesInitial(one, now) ? [file, ...steps] : steps;
}

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
    case 'file':
      return [
        { kind: 'authority.answer', text: 'caseNext.answer' },
        one.stage === 'NOT_A_BREACH'
          ? { kind: 'authority.withdraw', text: 'caseNext.withdraw' }
          : { kind: 'authority.file', text: 'caseNext.complete' },
      ];
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

function persons(one: ControllerCase): Step[] {
  if (one.persons.state === 'DRAFTED') return [{ kind: 'persons.tell', text: 'caseNext.tell' }];
  const draft: Step = { kind: 'persons.draft', text: 'caseNext.draft' };
  const isExempt = decisionOf(one)?.bridge?.conclusion34 === 'exempt';
  return isExempt ? [{ kind: 'persons.exempt', text: 'caseNext.exempt' }, draft] : [draft];
}
