import type { Seat } from '../../domain/authority/seat';
import type { OpenCase } from '../../domain/controllerCase/commands';
import { decideOpening } from '../../domain/controllerCase/decide';
import type { CaseEventOf } from '../../domain/controllerCase/events';

/** `seat`: as the organisation recorded; `isOld`: opened before a case said where its controller is. */
export type Where = { seat?: Seat | null; zone?: string; isOld?: boolean };

/** How a case is opened at an instant, in a zone, by an organisation that recorded where it is, or did not. */
export function openedAt(
  given: OpenCase,
  now: string,
  { seat = null, zone = 'Europe/Paris', isOld = false }: Where,
): CaseEventOf<'case.opened'> {
  const opened = decideOpening(given, { now: new Date(now), hasAgreement: true, hasIncident: true, zone, seat });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { seat: _seat, ...before } = opened.value.values;
  return isOld ? { ...opened.value, values: before } : opened.value;
}
