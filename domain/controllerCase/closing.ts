import { isSettled } from './authority';
import { awaitsReassessment, authorityRegion, type ControllerCase, decisionOf } from './case';
import { isFinal } from './persons';

/** What has to be done before a case can end. `file`: something is still owed to one authority. */
export type Owed =
  | { what: 'qualify' | 'decision' | 'reassess' | 'authority' | 'persons' }
  | { what: 'file'; authorityId: string };

/** Everything that is owed: each region must be final (domain rules 7.4, invariants 2 and 11). */
export function owedBy(one: ControllerCase): Owed[] {
  const owed: Owed[] = one.stage === 'RECEIVED' ? [{ what: 'qualify' }] : [];
  if (one.stage === 'BREACH') {
    if (decisionOf(one) === null) owed.push({ what: 'decision' });
    else if (awaitsReassessment(one)) owed.push({ what: 'reassess' });
    if (authorityRegion(one) === 'PENDING') owed.push({ what: 'authority' });
    if (!isFinal(one.persons)) owed.push({ what: 'persons' });
  }
  const open = one.authorities.filter((file) => !isSettled(file));
  return [...owed, ...open.map(({ authorityId }) => ({ what: 'file' as const, authorityId }))];
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
  }
}
