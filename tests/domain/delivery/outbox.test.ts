import { describe, expect, it } from '@jest/globals';
import type { OutcomeResult } from '../../../domain/delivery/events';
import {
  addAttempt,
  addDeliverables,
  addOutcome,
  dueDeliveries,
  isGone,
  nextDelivery,
  nextTryMs,
  patientWaitMs,
  type Outgoing,
} from '../../../domain/delivery/outbox';
import { fileExchangeId } from '../../../domain/exchange/fileExchange';
import { HOUR_MS, MINUTE_MS } from '../../../domain/shared/instant';
import { hour, mailTo, T0 } from '../../fakes/noticeStory';

const MINUTE_HOURS = 1 / 60;
const frozen = addDeliverables([], [mailTo('m1')], T0);

function tried(results: readonly (OutcomeResult | 'silent')[], everyHours: number): Outgoing[] {
  return results.reduce<Outgoing[]>((outbox, result, index) => {
    const n = index + 1;
    const at = hour(everyHours * index);
    const leased = addAttempt(outbox, {
      deliverableId: 'm1',
      n,
      nonce: 'x',
      leaseUntil: hour(everyHours * index + 2 * MINUTE_HOURS),
    });
    return result === 'silent' ? leased : addOutcome(leased, { deliverableId: 'm1', n, result, replyCode: null }, at);
  }, frozen);
}

const nextHours = (outbox: readonly Outgoing[], scale?: number): number | null => {
  const [outgoing] = outbox;
  const ms = outgoing === undefined ? null : nextTryMs(outgoing, scale);
  return ms === null ? null : Math.round(((ms - Date.parse(T0)) / 60_000) * 100) / 100;
};

it('what was frozen twice under one id is there once, as it was first', () => {
  const again = addDeliverables(frozen, [{ ...mailTo('m1'), documentId: 'e'.repeat(64) }, mailTo('m2')], hour(1));
  expect(again.map(({ id, frozenAt }) => [id, frozenAt])).toEqual([
    ['m1', T0],
    ['m2', hour(1)],
  ]);
  expect(again[0]).toEqual(frozen[0]);
});

it('all that are due leave together, the earliest first; what was tried a minute ago waits', () => {
  const outbox = addDeliverables(tried(['deferred'], 0), [mailTo('m2'), mailTo('m3')], T0);
  expect(dueDeliveries(outbox, new Date(hour(MINUTE_HOURS / 2)))).toEqual(['m2', 'm3']);
  expect(dueDeliveries(outbox, new Date(hour(MINUTE_HOURS)))).toEqual(['m2', 'm3', 'm1']);
  expect(dueDeliveries(outbox, new Date(hour(-1)))).toEqual([]);
});

describe('when a mail is next to be tried (minutes after it was frozen)', () => {
  it('at once, while nobody has tried', () => {
    expect(nextHours(frozen)).toBe(0);
  });
  it('when the lease of a silent sender has run out: the outcome is unknown, the bytes are the same', () => {
    expect(nextHours(tried(['silent'], 0))).toBe(2);
  });
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 15],
    [6, 15],
  ])('after failure %s it waits %s min', (failures, minutes) => {
    expect(
      nextHours(
        tried(
          Array.from({ length: failures }, () => 'deferred' as const),
          0,
        ),
      ),
    ).toBe(minutes);
  });
  it('waits less under a short contract', () => {
    expect(nextHours(tried(['deferred'], 0), 1 / 60)).toBeCloseTo(1 / 60);
  });
  it.each(['accepted', 'caught'] as const)(
    'never again once it was %s, not even when an older attempt answers late',
    (result) => {
      const outbox = tried(['deferred', result], 0);
      expect(nextHours(outbox)).toBeNull();
      const late = addOutcome(outbox, { deliverableId: 'm1', n: 1, result: 'refused', replyCode: 550 }, hour(1));
      expect(late.every(isGone)).toBe(true);
    },
  );
  it('is given up after three days', () => {
    expect(
      nextHours(
        tried(
          Array.from({ length: 80 }, () => 'deferred' as const),
          1,
        ),
      ),
    ).toBeNull();
  });
  it('a call is never tried by a machine', () => {
    const call = addDeliverables([], [{ ...mailTo('p1'), channel: 'phone' }], T0);
    expect(nextDelivery(call)).toBeNull();
  });
});

it('of several, the earliest is next', () => {
  const outbox = addDeliverables(tried(['deferred'], 0), [mailTo('m2')], hour(MINUTE_HOURS / 2));
  expect(nextDelivery(outbox)).toEqual({ deliverableId: 'm2', atMs: Date.parse(hour(MINUTE_HOURS / 2)) });
});

describe('a person of a long list who is put off', () => {
  const story = (): number[] => {
    const waits: number[] = [];
    for (let sinceMs = 0, n = 1; ; n += 1) {
      const waitMs = patientWaitMs(n, sinceMs);
      if (waitMs === null) return waits;
      waits.push(waitMs);
      sinceMs += waitMs;
    }
  };
  it('is tried soon at first, then after an eighth of the time that has passed, four hours at most, three days long', () => {
    const waits = story();
    expect(waits.slice(0, 5).map((ms) => ms / MINUTE_MS)).toEqual([1, 2, 4, 8, 15]);
    expect(Math.max(...waits)).toBe(4 * HOUR_MS);
    expect(waits.length).toBeGreaterThan(35);
    expect(waits.length).toBeLessThan(50);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(64 * HOUR_MS);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(72 * HOUR_MS);
  });
});

describe('what goes to another installation', () => {
  const out = (id: string) => ({ ...mailTo(id), channel: 'exchange' as const });
  const next = (outbox: readonly Outgoing[]) => nextDelivery(outbox)?.deliverableId;
  const putOff = (outbox: readonly Outgoing[], deliverableId: string) => {
    const leased = addAttempt(outbox, { deliverableId, n: 1, nonce: 'x', leaseUntil: hour(1) });
    return addOutcome(leased, { deliverableId, n: 1, result: 'deferred', replyCode: null }, hour(2));
  };
  const file = fileExchangeId('answer', 'q1', 'a'.repeat(64));

  it('goes in order: a document waits for what it belongs to', () => {
    const outbox = addDeliverables([], [out('answer-q1-exchange'), out(file)], T0);
    expect(next(outbox)).toBe('answer-q1-exchange');
    expect(next(putOff(outbox, 'answer-q1-exchange'))).toBe('answer-q1-exchange');
  });

  it('is held up by no document', () => {
    const outbox = addDeliverables([], [out(file), out('v2-exchange')], T0);
    expect(next(putOff(outbox, file))).toBe('v2-exchange');
  });
});
