import type { Issue } from '../shared/errors';
import { isSettled } from './authority';
import { awaitsReassessment, authorityRegion, type ControllerCase, decisionOf } from './case';
import { isFinal } from './persons';

const issue = (message: string): Issue => ({ pointer: '', message });

/** Every reason why a case cannot end yet: each region must be final (domain rules 7.4, invariants 2 and 11). */
export function closeIssues(one: ControllerCase): Issue[] {
  const issues: Issue[] = [];
  if (one.stage === 'BREACH') {
    if (decisionOf(one) === null) issues.push(issue('the risk has not been decided'));
    else if (awaitsReassessment(one)) issues.push(issue('more was told after the risk was decided: decide it again'));
    if (authorityRegion(one) === 'PENDING') issues.push(issue('the authority has not been told'));
    if (!isFinal(one.persons)) issues.push(issue('the persons have neither been told nor exempted'));
  }
  const open = one.authorities.filter((file) => !isSettled(file));
  for (const { authorityId } of open) issues.push(issue(`something is still owed to the authority ${authorityId}`));
  return issues;
}
