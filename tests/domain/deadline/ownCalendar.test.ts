import { describe, expect, it } from '@jest/globals';
import { calendarIn, placeOf } from '../../../domain/controllerCase/place';
import { usualTerms } from '../../../domain/controllerCase/processor';
import type { Place } from '../../../domain/deadline/longPeriods';
import { longLegalDue } from '../../../domain/deadline/longPeriods';
import { lawDue } from '../../../domain/law/lawDue';
import { profileOf } from '../../../domain/law/profile';
import { answerDue } from '../../../domain/notice/answerDue';
import { BRUSSELS, PARIS, STRASBOURG } from '../../fakes/places';

describe('working days go by the calendar of whoever owes the act (domain rules 3.4)', () => {
  it.each<[string, string, Place, string]>([
    ['W1, Good Friday is worked in Paris', '2026-04-01T10:00:00.000Z', PARIS, '2026-04-09T22:00:00.000Z'],
    ['W1, and is a holiday in Alsace-Moselle', '2026-04-01T10:00:00.000Z', STRASBOURG, '2026-04-10T22:00:00.000Z'],
    ['W7, over the change to summer time', '2027-03-25T10:00:00.000Z', PARIS, '2027-04-02T22:00:00.000Z'],
    ['W7, Good Friday and the change', '2027-03-25T10:00:00.000Z', STRASBOURG, '2027-04-05T22:00:00.000Z'],
    ['St Stephen’s day is worked in Paris', '2024-12-23T10:00:00.000Z', PARIS, '2024-12-31T23:00:00.000Z'],
    ['and is a holiday in Alsace-Moselle', '2024-12-23T10:00:00.000Z', STRASBOURG, '2025-01-02T23:00:00.000Z'],
    ['21 July, in Belgium', '2026-07-17T10:00:00.000Z', BRUSSELS, '2026-07-27T22:00:00.000Z'],
    ['which is worked in Paris', '2026-07-17T10:00:00.000Z', PARIS, '2026-07-24T22:00:00.000Z'],
  ])('five working days: %s', (_name, askedAt, place, due) => {
    expect(answerDue(askedAt, usualTerms(place))).toBe(due);
    const profile = profileOf('FR-2023-04-24');
    expect(lawDue({ profile, key: 'insurance.notice' }, askedAt, place).strict).toBe(due);
  });

  it.each<[Place, string]>([
    [PARIS, '2025-12-26T23:00:00.000Z'],
    [STRASBOURG, '2025-12-29T23:00:00.000Z'],
  ])(
    'a month of Union law that ends on 25 December goes on to the next day worked (1182/71 art. 3(4))',
    (place, reg1182) => {
      const due = longLegalDue('2025-11-25T10:00:00.000Z', { unit: 'months', length: 1 }, place);
      expect(due).toEqual({ strict: '2025-12-25T23:00:00.000Z', reg1182 });
    },
  );

  it('a case keeps the calendar that it was opened with; without one it is that of its zone', () => {
    expect(placeOf({ zone: 'Europe/Paris', calendar: 'FR-alsace-moselle' })).toEqual(STRASBOURG);
    expect(placeOf({ zone: 'Europe/Paris' })).toEqual(PARIS);
    expect([calendarIn('Europe/Brussels'), calendarIn('America/Martinique')]).toEqual(['BE', 'FR-metropole']);
  });
});
