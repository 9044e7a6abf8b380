import { done, type Issue, refused, type Result } from '../shared/errors';
import { earliest } from '../shared/instant';
import type { ControllerCase } from './case';
import type { CaseCommandOf } from './commands';
import type { CaseEvent } from './events';

/** The other case that goes on in place of this one, which was ended as of the same breach; null for none. */
export const sameAs = ({ closed }: Pick<ControllerCase, 'closed'>): { caseId: string; reference: string } | null =>
  closed?.sameAs ?? null;

/**
 * Why a case cannot end as of the same breach as another, which goes on with what both were told. Nobody may lose a limit by
 * it: the earliest knowledge binds there (EDPB 9/2022, rule E5), and who was told of this one was told of nothing else.
 */
export function sameIssues(one: ControllerCase, other: ControllerCase | null): Issue[] {
  const fault = (message: string): Issue[] => [{ pointer: '/sameAs', message }];
  if (one.authorities.length > 0) return [{ pointer: '', message: 'an authority has a file of it: end the other one' }];
  if (one.opened.incidentId !== null)
    return [{ pointer: '', message: 'it follows an incident of ours: end the other one' }];
  if (other === null || other.id === one.id) return fault('is no other case');
  if (other.opened.exercise !== one.opened.exercise) return fault('is a case of an exercise, or this one is');
  if (other.stage !== 'RECEIVED' && other.stage !== 'BREACH') return fault('does not run: reopen it first');
  if (isOfAnotherNotice(one, other)) return fault('is the case of another signed notice');
  const received = earliest(one.opened.receivedAt, ...one.told.map(({ receivedAt }) => receivedAt));
  const isKnownEarlier = Date.parse(one.clock.t0) < Math.min(Date.parse(received), Date.parse(other.clock.t0));
  return isKnownEarlier ? fault(`counts from later than this one (${one.clock.t0}): correct that there first`) : [];
}

/** Both with a signed notice, and not the same: the other one has this one's where a first try died between, or a slip was mended. */
const isOfAnotherNotice = ({ source: a }: Sourced, { source: b }: Sourced): boolean =>
  a !== null && b !== null && (a.origin !== b.origin || a.noticeId !== b.noticeId);

type Sourced = Pick<ControllerCase, 'source'>;

/** It ends at once, with nothing owed: what it was told is told to the other one. */
export function decideSame(
  one: ControllerCase,
  { reason }: CaseCommandOf<'case.same'>,
  other: ControllerCase | null,
): Result<CaseEvent> {
  const issues = sameIssues(one, other);
  if (issues.length > 0 || other === null) return refused({ code: 'input.invalid', issues });
  const { id: caseId, reference } = other;
  return done({ type: 'case.closed', values: { lessons: reason, sameAs: { caseId, reference } } });
}
