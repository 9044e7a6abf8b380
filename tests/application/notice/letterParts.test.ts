import { beforeAll, describe, expect, it } from '@jest/globals';
import { headOf, letterItems, toldOf } from '../../../application/notice/letterParts';
import { type FullCase, loadCase } from '../../../application/notice/readCase';
import { controllers, createNoticeHouse } from '../../fakes/noticeHouse';
import { profileOf } from '../../../domain/law/profile';
import { items } from '../../fakes/noticeStory';
import { becomeAware, T0 } from '../../fakes/threeControllers';

const measure = (measureId: string, agreementId: string | null, status: 'taken' | 'proposed') => ({
  type: 'measure.added',
  values: {
    measureId,
    kind: 'contain',
    status,
    at: T0,
    agreementId,
    what: `mesure ${measureId}`,
    owner: 'Astreinte',
    recoveredData: null,
  },
});
const facts = (agreementId: string | null, values: object) => ({
  type: 'facts.recorded',
  values: { agreementId, ...values },
});

describe('what a notice tells of measures and facts (invariant 8)', () => {
  const cases = new Map<string, FullCase>();
  beforeAll(async () => {
    const house = await createNoticeHouse(T0);
    await becomeAware(house);
    for (const event of [
      measure('val-taken', 'val', 'taken'),
      measure('val-proposed', 'val', 'proposed'),
      measure('aube-taken', 'aube', 'taken'),
      measure('common', null, 'taken'),
      facts(null, { cause: 'external-malicious', ongoing: true, systems: ['s1'] }),
      facts('aube', { systems: ['aube-1', 'aube-2'], ongoing: false }),
    ]) {
      await house.write('incident', 'i1', event);
    }
    for (const key of Object.keys(controllers) as (keyof typeof controllers)[]) {
      const { id } = await house.noticeOf(key);
      const read = await loadCase(house.engine, id);
      if (!read.ok) throw new Error(read.error.code);
      cases.set(key, read.value);
    }
  });
  const of = (key: string): FullCase => {
    const found = cases.get(key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  const measuresOf = (key: string) => {
    const { e } = letterItems(of(key), items, toldOf(of(key)), false);
    if (e.answer !== 'value') throw new Error('e has no value');
    const { taken, proposed, toDecide } = e.value;
    return { taken: taken.map(({ what }) => what), proposed: proposed.map(({ what }) => what), toDecide };
  };

  it('names the law in force when it is written, by an id that clocks run under', () => {
    const of2026 = headOf(of('val'), 1, new Date('2026-03-27T18:05:00Z'), null).lawProfile;
    expect(profileOf(of2026).validFrom).toBe('2025-01-17');
  });

  it('are this controller’s own, taken and proposed apart; neither another’s nor the common part’s words', () => {
    expect(measuresOf('val')).toEqual({ taken: ['mesure val-taken'], proposed: ['mesure val-proposed'], toDecide: [] });
    expect(measuresOf('aube')).toEqual({ taken: ['mesure aube-taken'], proposed: [], toDecide: [] });
    expect(measuresOf('orme')).toEqual({ taken: [], proposed: [], toDecide: [] });
  });

  it('say who did it and when', () => {
    const { e } = letterItems(of('val'), items, toldOf(of('val')), false);
    expect(e).toMatchObject({ value: { taken: [{ by: 'Astreinte', at: T0 }] } });
  });

  it('whether it goes on is yes, no or unknown, by this controller’s newest record', () => {
    expect([toldOf(of('val')).ongoing, toldOf(of('aube')).ongoing]).toEqual(['yes', 'no']);
    expect(toldOf(of('val')).cause).toBe('external-malicious');
  });

  it('systems are named to whom they belong', () => {
    const systems = (key: string) => letterItems(of(key), items, toldOf(of(key)), false).a.systems;
    expect(systems('aube')).toEqual({ answer: 'value', value: 'aube-1, aube-2' });
    expect(JSON.stringify(systems('orme'))).not.toContain('aube');
  });

  it('an answer that is no value carries no list of measures', () => {
    const later = { ...items, e: { answer: 'toFollow' as const, eta: T0 } };
    expect(letterItems(of('val'), later, toldOf(of('val')), true).e).toEqual(later.e);
  });
});
