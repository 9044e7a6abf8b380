import { describe, expect, it } from '@jest/globals';
import { type BreachClock, processorDue } from '../../../domain/deadline/breachClock';

const breachNotice = { hours: 24, from: 'awareness', confidentialityFromDetection: true } as const;
const confirmed = (facts: Partial<BreachClock>): BreachClock => ({
  status: 'confirmed',
  provisionalT0: null,
  awareAt: null,
  detectedAt: null,
  nature: ['availability'],
  held: {
    detection: facts.detectedAt ?? null,
    confidentiality: facts.nature?.includes('confidentiality') === true ? (facts.detectedAt ?? null) : null,
  },
  changedAt: null,
  ...facts,
});
const due = (clock: BreachClock, terms = { breachNotice } as Parameters<typeof processorDue>[1]) =>
  processorDue(clock, terms)?.dueAt;
const iso = (text: string) => new Date(text).toISOString();

describe('contractual 24 hours (domain rules section 3.3): strict elapsed', () => {
  it.each([
    ['K1 clocks go forward', '2026-03-28T19:00:00Z', '2026-03-29T19:00:00Z'],
    ['K3 Christmas, no extension', '2026-12-24T16:00:00Z', '2026-12-25T16:00:00Z'],
    ['K4 14 July', '2026-07-13T14:45:00Z', '2026-07-14T14:45:00Z'],
    ['K5 Easter', '2026-04-03T16:45:00Z', '2026-04-04T16:45:00Z'],
  ])('%s', (_name, awareAt, expected) => {
    expect(due(confirmed({ awareAt }))).toBe(iso(expected));
  });

  const k6 = { detectedAt: '2026-05-13T08:00:00Z', awareAt: '2026-05-13T20:00:00Z' };
  it('K6 nature C: detection governs', () => {
    expect(due(confirmed({ ...k6, nature: ['confidentiality'] }))).toBe(iso('2026-05-14T08:00:00Z'));
  });
  it('K6 nature A: awareness governs', () => {
    expect(due(confirmed({ ...k6, nature: ['availability'] }))).toBe(iso('2026-05-14T20:00:00Z'));
  });

  it('a contract may count every breach from detection', () => {
    const terms = { breachNotice: { hours: 12, from: 'detection', confidentialityFromDetection: false } } as const;
    expect(due(confirmed(k6), terms)).toBe(iso('2026-05-13T20:00:00Z'));
  });

  it('hours may be fractional', () => {
    const terms = { breachNotice: { ...breachNotice, hours: 0.025 } };
    expect(due(confirmed({ awareAt: '2026-03-28T19:00:00Z' }), terms)).toBe(iso('2026-03-28T19:01:30Z'));
  });
});

describe('a provisional clock', () => {
  it('runs from the earliest plausible instant', () => {
    const clock = confirmed({ status: 'provisional', provisionalT0: '2026-05-13T08:00:00Z' });
    expect(processorDue(clock, { breachNotice })).toEqual({
      t0: iso('2026-05-13T08:00:00Z'),
      dueAt: iso('2026-05-14T08:00:00Z'),
      provisional: true,
    });
  });
  it('still binds when awareness is set later and nobody has approved that', () => {
    expect(due(confirmed({ provisionalT0: '2026-05-13T08:00:00Z', awareAt: '2026-05-13T20:00:00Z' }))).toBe(
      iso('2026-05-14T08:00:00Z'),
    );
  });
  it('does not run once the breach is ruled out', () => {
    expect(
      processorDue(confirmed({ status: 'cancelled', awareAt: '2026-05-13T20:00:00Z' }), { breachNotice }),
    ).toBeNull();
  });
});
