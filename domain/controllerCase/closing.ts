import { isSettled } from './authority';
import { awaitsReassessment, authorityRegion, type ControllerCase, decisionOf } from './case';
import { isFinal } from './persons';
import { owedStages, screeningOf } from './regimes';
import type { RegimeId, StageId } from '../regime/vocabulary';

/**
 * What has to be done before a case can end. `file`: something is still owed to one authority; `screening`: whether these
 * regimes apply has not been answered; `stage`: one of a regime that does.
 */
export type Owed =
  | { what: 'qualify' | 'decision' | 'reassess' | 'authority' | 'persons' }
  | { what: 'file'; authorityId: string }
  | { what: 'screening'; regimes: readonly RegimeId[] }
  | { what: 'stage'; regime: RegimeId; stage: StageId };

/** Everything that is owed: each region must be final (domain rules 7.4, invariants 2 and 11). */
export function owedBy(one: ControllerCase): Owed[] {
  const owed: Owed[] = one.stage === 'RECEIVED' ? [{ what: 'qualify' }] : [];
  if (one.stage === 'BREACH') {
    if (decisionOf(one) === null) owed.push({ what: 'decision' });
    else if (awaitsReassessment(one)) owed.push({ what: 'reassess' });
    if (authorityRegion(one) === 'PENDING') owed.push({ what: 'authority' });
    if (!isFinal(one.persons)) owed.push({ what: 'persons' });
  }
  return [...owed, ...files(one), ...regimes(one)];
}

const files = ({ authorities }: ControllerCase): Owed[] =>
  authorities.filter((file) => !isSettled(file)).map(({ authorityId }) => ({ what: 'file', authorityId }));

/** Of a breach every regime is asked about; one that applies is owed whatever the case is found to be. */
function regimes(one: ControllerCase): Owed[] {
  const { unanswered } = screeningOf(one);
  const isAsked = one.stage === 'BREACH' && unanswered.length > 0;
  return [
    ...(isAsked ? [{ what: 'screening' as const, regimes: unanswered }] : []),
    ...owedStages(one).map(({ regime, id }) => ({ what: 'stage' as const, regime, stage: id })),
  ];
}

export function owedWords(owed: Owed): string {
  switch (owed.what) {
    case 'qualify':
      return 'nobody has said whether it is a breach';
    case 'decision':
      return 'the risk has not been decided';
    case 'reassess':
      return 'more was told after the risk was decided: decide it again';
    case 'authority':
      return 'the authority has not been told';
    case 'persons':
      return 'the persons have neither been told nor exempted';
    case 'file':
      return `something is still owed to the authority ${owed.authorityId}`;
    case 'screening':
      return `nobody has said whether these regimes apply: ${owed.regimes.join(', ')}`;
    case 'stage':
      return `${owed.regime} still asks for: ${owed.stage}`;
  }
}
