import { describe, expect, it } from '@jest/globals';
import { AUTHORITIES, authoritiesOn, authorityOn } from '../../../domain/authority/authorities';
import { leadAuthority, type Reach } from '../../../domain/authority/leadAuthority';
import { isEea } from '../../../domain/party/country';

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
  const base: Reach = {
    publicBody: false,
    establishments: ['FR'],
    mainEstablishment: 'FR',
    crossBorder: false,
    personsIn: ['FR'],
  };
  const rows: [what: string, reach: Partial<Reach>, told: object][] = [
    ['at home: that of the territory', {}, { rule: 'territory', notify: ['FR'], name: [], outside: [] }],
    [
      'persons elsewhere, processing at home: the others are named',
      { personsIn: ['FR', 'BE'] },
      {
        rule: 'territory',
        notify: ['FR'],
        name: ['BE'],
        outside: [],
      },
    ],
    [
      'cross-border: that of the main establishment, once',
      {
        establishments: ['FR', 'DE', 'BE'],
        mainEstablishment: 'DE',
        crossBorder: true,
        personsIn: ['FR', 'BE', 'FR'],
      },
      { rule: 'lead', notify: ['DE'], name: ['BE', 'FR'], outside: [] },
    ],
    [
      'a single establishment leads',
      { mainEstablishment: null, crossBorder: true, personsIn: ['ES', 'FR'] },
      {
        rule: 'lead',
        notify: ['FR'],
        name: ['ES'],
        outside: [],
      },
    ],
    [
      'several establishments and no main one: none leads',
      {
        mainEstablishment: null,
        establishments: ['FR', 'BE'],
        crossBorder: true,
        personsIn: ['NL'],
      },
      { rule: 'noLead', notify: ['BE', 'FR', 'NL'], name: [], outside: [] },
    ],
    [
      'no establishment in the EEA: each where touched persons live',
      {
        mainEstablishment: 'US',
        establishments: ['US'],
        crossBorder: true,
        personsIn: ['FR', 'BE', 'US'],
      },
      { rule: 'noEstablishment', notify: ['BE', 'FR'], name: [], outside: ['US'] },
    ],
    [
      'nobody known yet, no establishment: nobody to tell yet',
      {
        mainEstablishment: null,
        establishments: [],
        personsIn: [],
      },
      { rule: 'noEstablishment', notify: [], name: [], outside: [] },
    ],
    [
      'a public body: its own country’s, whatever crosses borders',
      {
        publicBody: true,
        crossBorder: true,
        personsIn: ['FR', 'BE', 'GB'],
      },
      { rule: 'publicBody', notify: ['FR'], name: ['BE'], outside: ['GB'] },
    ],
  ];

  it.each(rows)('%s', (_what, reach, told) => {
    expect(leadAuthority({ ...base, ...reach })).toEqual(told);
  });
});
