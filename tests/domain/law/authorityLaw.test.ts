import { describe, expect, it } from '@jest/globals';
import { authorityLaw } from '../../../domain/law/authorityLaw';
import { profileOf } from '../../../domain/law/profile';

describe('the law that a notice names', () => {
  it.each([
    ['2018-05-24T22:00:00.000Z', 'EU-2018-05-25'],
    ['2024-10-17T21:59:59.999Z', 'EU-2018-05-25'],
    ['2024-10-17T22:00:00.000Z', 'EU-2024-10-18'],
    ['2026-09-10T22:00:00.000Z', 'EU-2026-09-11'],
    ['2040-01-01T00:00:00.000Z', 'EU-2026-09-11'],
  ])('at %s is %s, one that clocks run under, with its 72 hours', (t0, id) => {
    const { profile, hours } = authorityLaw(t0);
    expect(profile).toBe(profileOf(id));
    expect(hours).toBe(72);
  });

  it('is none before the GDPR', () => {
    expect(() => authorityLaw('2018-05-24T21:59:59.999Z')).toThrow(RangeError);
  });
});
