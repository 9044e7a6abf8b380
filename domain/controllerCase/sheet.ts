import { delayAt } from '../authority/delay';
import type { FilingContext } from '../authority/filingContext';
import { type Sheet, sheetOf } from '../authority/form';
import type { FilingType } from '../authority/vocabulary';
import { authorityRegion, type ControllerCase, standingFilings } from './case';
import { authorityLimit } from './term';

/** The fill-in sheet of one type of notification, from what the case knows now. */
export function sheetOfCase(one: ControllerCase, type: FilingType, now: Date): Sheet {
  return sheetOf(one.record, filingOf(one, type, now));
}

/** What a person would most likely file next: the initial one until something was filed, then what completes it. */
export function nextType(one: ControllerCase): FilingType {
  if (one.stage === 'NOT_A_BREACH') return 'withdrawal';
  const region = authorityRegion(one);
  return region === 'PENDING' || region === 'NOT_REQUIRED' ? 'initial' : 'complementary';
}

/** What a notification of this type is, from what the case knows now. */
export function filingOf(one: ControllerCase, type: FilingType, now: Date): FilingContext {
  const due = authorityLimit(one);
  const [first] = standingFilings(one);
  const isFirst = first === undefined && type !== 'withdrawal';
  return {
    type,
    initialNumber: first?.receiptNumber ?? null,
    awareAt: one.clock.awareAt ?? one.clock.t0,
    reasonsNeeded: isFirst && due !== null && delayAt(due, now).reasonsNeeded,
    withdrawalReason: one.ruledOut?.reason ?? null,
  };
}
