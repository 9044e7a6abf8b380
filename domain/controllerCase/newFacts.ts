import type { Mark } from '../incident/incident';
import { earliest } from '../shared/instant';
import type { ControllerCase } from './case';
import type { CaseClock } from './clock';
import type { Told } from './values';
import type { TellingKind } from './vocabulary';

/** May speak of a breach: knowledge begins with its receipt (rule E5). A withdrawal and the report of an incident do not. */
export const isNews = (kind: TellingKind): boolean => kind !== 'withdrawal' && kind !== 'report';

/**
 * New facts run the clock from the earliest receipt, whatever was said first, and bring back a case that was ruled out or
 * closed. An instant that bound before binds still: later, two persons decide (invariant 4; docs/adr/0048).
 */
export function hearNews(one: ControllerCase, { kind, receivedAt }: Told, mark: Mark): Partial<ControllerCase> {
  if (!isNews(kind)) return {};
  const t0 = earliest(one.clock.t0, receivedAt);
  return { ...runClock(one, t0, 'case.told', mark), ...takenUp(one), newsSeq: mark.seq };
}

/** Opened anew: what was found to be no breach is to be looked at again, and its clock runs. */
export const reopened = (one: ControllerCase, mark: Mark): Partial<ControllerCase> => ({
  ...runClock(one, one.clock.t0, 'case.reopened', mark),
  ...takenUp(one),
});

const takenUp = ({ stage, qualified }: ControllerCase): Partial<ControllerCase> => {
  if (stage !== 'NOT_A_BREACH' && stage !== 'CLOSED') return {};
  return { stage: qualified === null ? 'RECEIVED' : 'BREACH', closed: null, ruledOut: null };
};

function runClock(one: ControllerCase, t0: string, type: string, mark: Mark): Partial<ControllerCase> {
  const { clock: before, clockHistory } = one;
  const isCancelled = before.status === 'cancelled';
  if (!isCancelled && Date.parse(t0) === Date.parse(before.t0)) return {};
  const awareAt = before.awareAt === before.t0 ? t0 : before.awareAt; // said of itself only where it was later
  const after: CaseClock = isCancelled
    ? { status: 'provisional', t0, awareAt: null, changedAt: mark.at }
    : { ...before, t0, awareAt, changedAt: mark.at };
  return { clock: after, clockHistory: [...clockHistory, { ...mark, type, before, after }] };
}
