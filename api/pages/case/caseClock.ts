import { authorityRegion, type ControllerCase, firstFiledAt } from '../../../domain/controllerCase/case';
import { authorityDue } from '../../../domain/controllerCase/clock';
import { termOf } from '../../../domain/controllerCase/term';
import type { Clock } from '../../../domain/deadline/clockState';

/** The 72 hours as pages show them; null where none runs and none was met. */
export function caseClock(one: ControllerCase): Clock | null {
  const due = authorityDue(one.clock, termOf(one));
  const filedAt = firstFiledAt(one);
  if (due === null || authorityRegion(one) === 'NOT_REQUIRED') return null;
  return { startedAt: one.clock.t0, dueAt: due.strict, doneAt: filedAt, reg1182: due.reg1182 };
}
