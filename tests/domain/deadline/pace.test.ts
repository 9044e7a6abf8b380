import { expect, it } from '@jest/globals';
import { decideOpening } from '../../../domain/controllerCase/decide';
import { foldCase } from '../../../domain/controllerCase/fold';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { authorityLimit } from '../../../domain/controllerCase/term';
import { caseRows } from '../../../domain/deadline/caseRows';
import { Drill, FASTEST, paced } from '../../../domain/deadline/pace';
import { entriesOf } from '../../fakes/caseEntries';
import { NOW, opening } from '../../fakes/caseStory';

const around = { now: new Date(NOW), hasAgreement: true, hasIncident: true, zone: 'Europe/Paris' };

function opened(pace: number | null) {
  const drilled = pace === null ? null : { exercise: true as const, drill: { exerciseId: 'x1', pace } };
  const given = opening({ exercise: drilled !== null, incidentId: drilled && 'i1' });
  const decided = decideOpening(given, { ...around, drilled });
  if (!decided.ok) throw new Error(decided.error.code);
  const one = foldCase(entriesOf([{ event: decided.value, at: NOW }]));
  if (one === null) throw new Error('nothing was opened');
  return one;
}

const sinceMs = (one: ReturnType<typeof opened>, at: string): number => Date.parse(at) - Date.parse(one.clock.t0);

it.each([1, 60, FASTEST])("at pace %i the authority's limit is that part of 72 hours, both counts alike", (pace) => {
  const [real, drill] = [opened(null), opened(pace)];
  const [limit, quick] = [authorityLimit(real), authorityLimit(drill)];
  if (limit === null || quick === null) throw new Error('no clock runs');
  expect(sinceMs(drill, quick.strict) * pace).toBe(72 * 3_600_000);
  expect(Math.abs(sinceMs(drill, quick.reg1182) * pace - sinceMs(real, limit.reg1182))).toBeLessThanOrEqual(pace);
});

it("a case's ladder climbs the same steps, in a sixtieth of the time", () => {
  const climb = (pace: number | null) => {
    const one = opened(pace);
    return caseRungs(one, new Date(NOW)).map(({ ladder, step, atMs }) => {
      const hours = ((atMs - Date.parse(one.clock.t0)) * (pace ?? 1)) / 3_600_000;
      return ladder === 'opened' ? ladder : `${ladder} ${step} ${Math.round(hours * 100) / 100}`;
    });
  };
  expect(climb(60)).toEqual(climb(null));
  expect(climb(null)).toContain('authority 50 36');
});

it('its rows say the hours that really run', () => {
  const rows = caseRows(opened(72), new Date(NOW));
  expect(rows.find(({ obligation }) => obligation === 'authority')?.hours).toBe(1);
});

it('a case of an exercise is one, whatever was said of it; of a real incident it is none', () => {
  expect(opened(60).opened).toMatchObject({ exercise: true, drill: { exerciseId: 'x1', pace: 60 } });
  const refused = decideOpening({ ...opening(), incidentId: 'i1', exercise: true }, around);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'input.invalid', issues: [{ pointer: '/exercise' }] },
  });
});

it('at pace 1 an instant stays the very same text, and a pace has its ends', () => {
  expect(paced('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', 1)).toBe('2026-03-02T00:00:00Z');
  expect(paced('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', 1440)).toBe('2026-03-01T00:01:00.000Z');
  for (const pace of [0, 1.5, FASTEST + 1]) expect(Drill.safeParse({ exerciseId: 'x', pace }).success).toBe(false);
});
