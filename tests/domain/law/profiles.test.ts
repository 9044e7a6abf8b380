import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '../../../domain/law/limits';
import { profileAt } from '../../../domain/law/profile';
import { JURISDICTIONS, PROFILES } from '../../../domain/law/profiles';

const hoursOf = (jurisdiction: (typeof JURISDICTIONS)[number], at: string, key: (typeof LIMITS)[number]) =>
  profileAt(jurisdiction, at)?.limits[key]?.length;

describe('law profiles', () => {
  it('have ids of their own, a source each, and lengths above nothing', () => {
    expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
    for (const { source, limits } of PROFILES) {
      expect(source).not.toBe('');
      for (const { length } of Object.values(limits)) expect(length).toBeGreaterThan(0);
    }
  });

  it.each(JURISDICTIONS)('of %s follow each other without gap or overlap, the last without end', (jurisdiction) => {
    const dated = PROFILES.filter((one) => one.jurisdiction === jurisdiction && one.validFrom !== null);
    expect(dated.slice(1).map(({ validFrom }) => validFrom)).toEqual(dated.slice(0, -1).map(({ validTo }) => validTo));
    expect(dated.at(-1)?.validTo).toBeNull();
  });

  it('give every length that the code knows, in some profile that is law', () => {
    const dated = PROFILES.filter(({ validFrom }) => validFrom !== null);
    const known = new Set(dated.flatMap(({ limits }) => Object.keys(limits)));
    expect([...known].toSorted()).toEqual([...LIMITS].toSorted());
  });

  /** A published profile is never edited: clocks keep its id. Whoever changes a row here changes what runs. */
  it.each([
    ['EU-2018-05-25', 'gdpr.authority', { unit: 'hours', length: 72, count: 'reg1182' }],
    ['EU-2018-05-25', 'eprivacy.notification', { unit: 'hours', length: 24, count: 'reg1182' }],
    ['EU-2018-05-25', 'eprivacy.second', { unit: 'days', length: 3, count: 'reg1182' }],
    ['EU-2018-05-25', 'eidas.notification', { unit: 'hours', length: 24, count: 'reg1182' }],
    ['EU-2024-10-18', 'nis2.earlyWarning', { unit: 'hours', length: 24, count: 'reg1182' }],
    ['EU-2024-10-18', 'nis2.notification', { unit: 'hours', length: 72, count: 'reg1182' }],
    ['EU-2024-10-18', 'nis2.trustNotification', { unit: 'hours', length: 24, count: 'reg1182' }],
    ['EU-2024-10-18', 'nis2.final', { unit: 'months', length: 1, count: 'reg1182' }],
    ['EU-2025-01-17', 'dora.fromClassification', { unit: 'hours', length: 4, count: 'reg1182' }],
    ['EU-2025-01-17', 'dora.fromAwareness', { unit: 'hours', length: 24, count: 'reg1182' }],
    ['EU-2025-01-17', 'dora.intermediate', { unit: 'hours', length: 72, count: 'reg1182' }],
    ['EU-2025-01-17', 'dora.final', { unit: 'months', length: 1, count: 'unmoved' }],
    ['EU-2026-09-11', 'cra.earlyWarning', { unit: 'hours', length: 24, count: 'reg1182' }],
    ['EU-2026-09-11', 'cra.notification', { unit: 'hours', length: 72, count: 'reg1182' }],
    ['EU-2026-09-11', 'cra.finalVulnerability', { unit: 'days', length: 14, count: 'reg1182' }],
    ['EU-2026-09-11', 'cra.finalIncident', { unit: 'months', length: 1, count: 'reg1182' }],
    ['EU-2026-09-11', 'gdpr.authority', { unit: 'hours', length: 72, count: 'reg1182' }],
    ['EU-omnibus-proposal', 'gdpr.authority', { unit: 'hours', length: 96, count: 'reg1182' }],
    ['FR-2018-05-25', 'cnil.complement', { unit: 'hours', length: 72, count: 'elapsed', soft: true }],
    ['FR-2018-05-25', 'cnil.silence', { unit: 'months', length: 2, count: 'unmoved' }],
    ['FR-2018-05-25', 'insurance.notice', { unit: 'workingDays', length: 5 }],
    ['FR-2018-05-25', 'insurance.theftNotice', { unit: 'workingDays', length: 2 }],
    ['FR-2023-04-24', 'insurance.complaint', { unit: 'hours', length: 72, count: 'elapsed' }],
    ['UK-2021-01-01', 'uk.telecom', { unit: 'hours', length: 24, count: 'elapsed' }],
    ['UK-2025-08-20', 'uk.telecom', { unit: 'hours', length: 72, count: 'elapsed' }],
    ['UK-2025-08-20', 'uk.authority', { unit: 'hours', length: 72, count: 'elapsed' }],
  ] as const)('%s: %s', (id, key, limit) => {
    expect(PROFILES.find((one) => one.id === id)?.limits[key]).toEqual(limit);
  });
});

describe('the profile in force at t0', () => {
  it.each([
    ['EU', '2018-05-24T21:59:59Z', undefined],
    ['EU', '2018-05-24T22:00:00Z', 'EU-2018-05-25'],
    ['EU', '2026-09-10T21:59:59Z', 'EU-2025-01-17'],
    ['EU', '2026-09-10T22:00:00Z', 'EU-2026-09-11'],
    ['EU', '2100-01-01T00:00:00Z', 'EU-2026-09-11'],
    ['FR', '2023-04-23T21:59:59Z', 'FR-2018-05-25'],
    ['FR', '2023-04-23T22:00:00Z', 'FR-2023-04-24'],
    ['UK', '2025-08-19T22:59:59Z', 'UK-2021-01-01'],
    ['UK', '2025-08-19T23:00:00Z', 'UK-2025-08-20'],
    ['BE', '2026-03-10T13:20:00Z', 'BE-2018-05-25'],
  ] as const)('%s at %s, by its own clocks', (jurisdiction, at, id) => {
    expect(profileAt(jurisdiction, at)?.id).toBe(id);
  });

  it('is never one that is only proposed: article 33 has 72 hours', () => {
    expect(hoursOf('EU', '2026-11-29T12:00:00Z', 'gdpr.authority')).toBe(72);
    expect(hoursOf('EU', '2099-11-29T12:00:00Z', 'gdpr.authority')).toBe(72);
  });

  it('the complaint for the insurance is law since 24 April 2023', () => {
    expect(hoursOf('FR', '2023-04-01T12:00:00Z', 'insurance.complaint')).toBeUndefined();
    expect(hoursOf('FR', '2023-05-01T12:00:00Z', 'insurance.complaint')).toBe(72);
  });
});
