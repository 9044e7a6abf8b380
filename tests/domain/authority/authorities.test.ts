import { describe, expect, it } from '@jest/globals';
import { AUTHORITIES, authoritiesOn, authorityOn } from '../../../domain/authority/authorities';
import { leadAuthority } from '../../../domain/authority/leadAuthority';
import { isEea } from '../../../domain/party/country';
import { atHome, g12 } from '../../fakes/g12';

describe('authorities', () => {
  it('are dated data: an id stands once on any day', () => {
    const ids = authoritiesOn('2026-11-23').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('cnil');
    expect(ids).toContain('apd-gba');
  });

  it('each says where it is, in which language, and where we know it from', () => {
    for (const { country, languages, channel, source } of AUTHORITIES) {
      expect(isEea(country)).toBe(true);
      expect(languages.length).toBeGreaterThan(0);
      expect(new URL(channel.url).protocol).toBe('https:');
      expect(source.what).not.toBe('');
    }
  });

  it('each country of the European Economic Area has one, since its first day', () => {
    const countries = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';
    for (const day of ['2018-05-25', '2026-11-30']) {
      const listed = new Set(authoritiesOn(day).map(({ country }) => country));
      expect([...listed].toSorted().join(' ')).toBe(countries);
    }
  });

  it('the CNIL takes notifications by its form only', () => {
    expect(authorityOn('cnil', '2026-11-23')).toMatchObject({
      channel: { kind: 'form', url: 'https://notifications.cnil.fr/notifications/violation' },
      source: { standing: 'verified' },
    });
  });

  it('stand from their first day to the day before the last', () => {
    const [cnil] = AUTHORITIES;
    if (cnil === undefined) throw new Error('no authority');
    const rows = [
      { ...cnil, validTo: '2026-01-01', address: 'old' },
      { ...cnil, validFrom: '2026-01-01', address: 'new' },
    ];
    expect(authorityOn('cnil', '2018-05-24', rows)).toBeUndefined();
    expect(authorityOn('cnil', '2018-05-25', rows)?.address).toBe('old');
    expect(authorityOn('cnil', '2025-12-31', rows)?.address).toBe('old');
    expect(authorityOn('cnil', '2026-01-01', rows)?.address).toBe('new');
  });
});

describe('G12: which authority is told', () => {
  it.each(g12)('%s', (_what, reach, told) => {
    expect(leadAuthority({ ...atHome, ...reach })).toEqual(told);
  });
});
