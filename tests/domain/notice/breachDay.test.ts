import { expect, it } from '@jest/globals';
import { authorisationOf } from '../../../domain/agreement/authorisation';
import type { BreachClock } from '../../../domain/deadline/breachClock';
import { breachDay } from '../../../domain/notice/breachDay';
import { annex1 } from '../../fakes/agreements';

const FIRM = 'Hébergeur Fictif';
const signed = (date: string) => ({
  ...annex1,
  subProcessors: [
    { name: FIRM, country: 'FR', service: 'x', authorisation: { kind: 'prior-written-specific' as const, date } },
  ],
});

function dayOf(beganAt: string | null, t0: string | null, timeZone = 'Europe/Paris'): string {
  const clock: BreachClock = {
    status: t0 === null ? 'none' : 'provisional',
    provisionalT0: t0,
    awareAt: null,
    detectedAt: null,
    nature: [],
    held: { detection: null, confidentiality: null },
    changedAt: null,
  };
  const facts = { common: beganAt === null ? {} : { beganAt }, byAgreement: {} };
  const report = { alertedAt: '2026-05-20T10:00:00.000Z' };
  return breachDay({
    incident: { facts, report, touched: [] } as never,
    clock,
    agreementId: 'g1',
    version: { terms: annex1.terms, timeZone } as never,
  });
}

it.each([
  ['when it began, where that is said', '2026-05-10T08:00:00.000Z', '2026-05-13T08:00:00.000Z', '2026-05-10'],
  ['t0, where it is not', null, '2026-05-13T08:00:00.000Z', '2026-05-13'],
  ['the first alert, where nothing runs', null, null, '2026-05-20'],
  ['summer, after midnight in Paris', '2026-05-09T22:30:00.000Z', null, '2026-05-10'],
  ['summer, before midnight in Paris', '2026-05-09T21:59:59.000Z', null, '2026-05-09'],
  ['winter, after midnight in Paris', '2026-01-09T23:00:00.000Z', null, '2026-01-10'],
  ['the night that clocks go forward', '2026-03-28T23:30:00.000Z', null, '2026-03-29'],
  ['the night that clocks go back', '2026-10-24T22:30:00.000Z', null, '2026-10-25'],
] as const)('is %s', (_what, beganAt, t0, day) => {
  expect(dayOf(beganAt, t0)).toBe(day);
});

it.each([
  ['before the breach', '2026-05-09', 'authorised'],
  ['on its day', '2026-05-10', 'authorised'],
  ['between the breach and the receipt', '2026-05-11', 'notPrior'],
] as const)('an authorisation signed %s (duty S3-16)', (_when, date, expected) => {
  const day = dayOf('2026-05-10T08:00:00.000Z', '2026-05-13T20:30:00.000Z');
  expect(authorisationOf(signed(date), FIRM, day)).toBe(expected);
});
