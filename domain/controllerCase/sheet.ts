import type { BreachRecord } from '../authority/breachRecord';
import { delayAt } from '../authority/delay';
import type { FilingContext } from '../authority/filingContext';
import { type Sheet, sheetOf } from '../authority/form';
import type { FilingType } from '../authority/vocabulary';
import type { Filing } from './authority';
import type { ControllerCase } from './case';
import { mainAuthority } from './mainAuthority';
import { standingFilings } from './standing';
import { authorityLimit } from './term';

/** What is asked for: a type of notification for one authority; none named: the one that comes first. */
export type ForAuthority = { type: FilingType; authorityId?: string | undefined };

/** The fill-in sheet of one notification, from what the case knows now. */
export const sheetOfCase = (one: ControllerCase, asked: ForAuthority, now: Date): Sheet =>
  sheetOf(recordFor(one, asked, now), filingOf(one, asked, now));

/**
 * The record as one authority is told it. Reasons for a delay that another was given since they were said are that one's:
 * those of a second notification are its own (GDPR Art 33(1); docs/adr/0045).
 */
export function recordFor(one: ControllerCase, { authorityId }: ForAuthority, now: Date): BreachRecord {
  const { authorities, record, saidAt } = one;
  const asked = authorityId ?? mainAuthority(one, now).id;
  const givenAt = authorities
    .filter((other) => other.authorityId !== asked)
    .flatMap(({ filings }) => filings.filter(({ delayReasons }) => delayReasons.length > 0).map(({ seq }) => seq));
  const saidLast = Math.max(saidAt.delayReasons ?? 0, saidAt.delayText ?? 0); // the same terms are not said twice
  return givenAt.some((seq) => seq > saidLast) ? { ...record, delayReasons: null, delayText: null } : record;
}

/** What was filed with an authority and stands, the first at the front. */
export function filedWith(one: ControllerCase, authorityId: string): readonly Filing[] {
  const file = one.authorities.find((each) => each.authorityId === authorityId);
  return file === undefined ? [] : standingFilings(file, one);
}

/** What a person would most likely file next with it: the initial one until something was filed, then what completes it. */
export function nextType(one: ControllerCase, authorityId: string): FilingType {
  if (one.stage === 'NOT_A_BREACH') return 'withdrawal';
  return filedWith(one, authorityId).length === 0 ? 'initial' : 'complementary';
}

/** What a notification of this type to this authority is, from what the case knows now; numbers and delay are its own. */
export function filingOf(one: ControllerCase, { type, authorityId }: ForAuthority, now: Date): FilingContext {
  const due = authorityLimit(one);
  const [first] = filedWith(one, authorityId ?? mainAuthority(one, now).id);
  const isFirst = first === undefined && type !== 'withdrawal';
  return {
    type,
    initialNumber: first?.receiptNumber ?? null,
    awareAt: one.clock.awareAt ?? one.clock.t0,
    reasonsNeeded: isFirst && due !== null && delayAt(due, now).reasonsNeeded,
    withdrawalReason: one.ruledOut?.reason ?? null,
  };
}
