import { describe, expect, it } from '@jest/globals';
import { soonest, soonestWithin } from '../../../domain/deadline/soonest';
import { DAY_MS } from '../../../domain/shared/instant';

const now = new Date('2026-03-10T12:00:00.000Z');
const at = (days: number) => ({ atMs: now.getTime() + days * DAY_MS });

describe('what time alone makes due next', () => {
  it('is what has passed, in the order in which it was given, before what is to come', () => {
    expect(soonest([at(2), at(-1), at(-3)], now)).toEqual(at(-1));
    expect(soonest([at(0), at(-3)], now)).toEqual(at(0));
  });

  it('is else what is due first; nothing of nothing', () => {
    expect(soonest([at(20), at(2), at(3)], now)).toEqual(at(2));
    expect(soonest([], now)).toBeNull();
  });

  it('no run waits longer than two weeks, to the millisecond', () => {
    expect(soonestWithin([at(14)], now)).toEqual(at(14));
    expect(soonestWithin([{ atMs: at(14).atMs + 1 }], now)).toBeNull();
    expect(soonest([at(30)], now)).toEqual(at(30));
    expect(soonestWithin([at(-30), at(30)], now)).toEqual(at(-30));
  });
});
