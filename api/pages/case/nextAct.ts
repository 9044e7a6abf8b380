import type { Asker } from '../../../application/policies/asker';
import { type ControllerCase } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { authorityClock } from '../../../domain/deadline/caseRows';
import type { CaseView } from '../../../templates/pages/case';
import type { Word } from '../../../templates/pages/words/word';
import { allowedActs } from './actions';

type Step = { kind: CaseCommand['kind']; text: Word };

/** The one next thing that this reader can do; null when nothing is owed, or it waits for others. */
export function nextActOf(one: ControllerCase, asker: Asker): CaseView['next'] {
  const allowed = allowedActs(one, asker);
  const step = stepsOf(one).find(({ kind }) => allowed.some((act) => act.kind === kind));
  const act = allowed.find(({ kind }) => kind === step?.kind);
  if (step === undefined || act === undefined) return null;
  const clock = step.kind === 'authority.file' || step.kind === 'qualify' ? authorityClock(one) : null;
  return {
    clock: clock !== null && clock.doneAt === null ? clock : null,
    text: { key: step.text },
    href: `/cases/${one.id}/${act.segment}`,
    act: { key: act.label },
  };
}

/** In the order in which they are usually done. */
function stepsOf(one: ControllerCase): Step[] {
  if (one.stage === 'CLOSED') return [];
  const owed = owedBy(one);
  const steps = owed.flatMap(({ what }): Step[] => {
    switch (what) {
      case 'qualify':
        return [{ kind: 'qualify', text: 'caseNext.qualify' }];
      case 'decision':
        return [{ kind: 'risk.decide', text: 'caseNext.decide' }];
      case 'reassess':
        return [{ kind: 'risk.decide', text: 'caseOwed.reassess' }];
      case 'authority':
        return [{ kind: 'authority.file', text: 'caseNext.file' }];
      case 'persons':
        return one.persons.state === 'DRAFTED'
          ? [{ kind: 'persons.tell', text: 'caseNext.tell' }]
          : [{ kind: 'persons.draft', text: 'caseNext.draft' }];
      case 'file':
        return [
          { kind: 'authority.answer', text: 'caseNext.answer' },
          ...(one.stage === 'NOT_A_BREACH'
            ? [{ kind: 'authority.withdraw' as const, text: 'caseNext.withdraw' as const }]
            : [{ kind: 'authority.file' as const, text: 'caseNext.complete' as const }]),
        ];
    }
  });
  return owed.length === 0 ? [{ kind: 'case.close', text: 'caseNext.close' }] : steps;
}
