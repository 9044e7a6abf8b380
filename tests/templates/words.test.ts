import { describe, expect, it } from '@jest/globals';
import { writeInstant, writeOffset } from '../../domain/letters/writeInstant';
import { writeDuration, writeHours } from '../../templates/grammar';
import { createSpeaker } from '../../templates/speaker';
import { wordsOf, type WordKey } from '../../templates/words/words';

const [fr, en] = [wordsOf('fr'), wordsOf('en')];
const keys = Object.keys(fr) as WordKey[];
const variables = (text: string) => [...text.matchAll(/\{\{(?:\w+ )?(\w+)/g)].map(([, name]) => name).toSorted();

describe('words', () => {
  it('have the same keys in French and English', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(fr).toSorted());
  });

  it('ask for the same values in both languages, and say something', () => {
    for (const key of keys) {
      expect([key, variables(en[key])]).toEqual([key, variables(fr[key])]);
      expect([key, fr[key].length * en[key].length > 0]).toEqual([key, true]);
    }
  });

  it('never put a value in raw, nor carry markup', () => {
    for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text).not.toMatch(/\{\{\{|\{\{&|</);
  });

  it('fail on a missing value instead of leaving a blank', () => {
    const { say } = createSpeaker('fr', 'Europe/Paris');
    expect(() => say('answer.never', {})).toThrow(/reason/);
  });

  it('take a value as text, whatever it holds', () => {
    const { say } = createSpeaker('fr', 'Europe/Paris');
    const reason = '{{constructor}} <b>&amp; {{{x}}} ${1}';
    expect(say('answer.never', { reason })).toBe(`ne pourra pas être déterminé\u00A0: ${reason}`);
  });
});

describe('plurals', () => {
  it.each([
    ['fr', 1, '1 élément conservé avec le dossier, consultable sur demande'],
    ['fr', 2, '2 éléments conservés avec le dossier, consultables sur demande'],
    ['en', 1, '1 item of evidence kept with the case, available on request'],
    ['en', 1000, '1,000 items of evidence kept with the case, available on request'],
  ] as const)('follow the language (%s, %d)', (language, count, expected) => {
    expect(createSpeaker(language, 'Europe/Paris').say('withdrawal.evidence', { count })).toBe(expected);
  });
});

describe('what is unknown is said', () => {
  it.each([
    ['fr', 'Non déterminé à ce stade (échéance\u00A0: 28 mars 2026 à 14:00, UTC+1)'],
    ['en', 'Not determined at this stage (expected by 28 March 2026 at 14:00, UTC+1)'],
  ] as const)('with the date at which it follows (%s)', (language, expected) => {
    const { answer } = createSpeaker(language, 'Europe/Paris');
    expect(answer({ answer: 'toFollow', eta: '2026-03-28T13:00:00Z' })).toBe(expected);
  });

  it('and with its reason when it will never be known', () => {
    const { answer } = createSpeaker('en', 'Europe/Paris');
    expect(answer({ answer: 'cannotBeDetermined', reason: 'logs were lost' })).toBe(
      'Cannot be determined: logs were lost',
    );
  });

  it('for an instant and a number too', () => {
    const { instant, amount } = createSpeaker('en', 'Europe/Paris');
    expect(instant(null)).toBe('not determined at this stage (no date known yet)');
    expect(amount({ amount: 'unknown', eta: null })).toBe('not determined at this stage (no date known yet)');
    expect(amount({ amount: 'approx', count: 1412 })).toBe('about 1,412');
  });
});

describe('hours', () => {
  it.each([
    ['fr', 'Europe/Paris', '2026-03-28T07:40:59Z', '28 mars 2026 à 08:40', 'UTC+1'],
    ['fr', 'Europe/Paris', '2026-03-29T01:00:00Z', '29 mars 2026 à 03:00', 'UTC+2'],
    ['fr', 'Europe/Paris', '2026-10-25T00:30:00Z', '25 octobre 2026 à 02:30', 'UTC+2'],
    ['fr', 'Europe/Paris', '2026-10-25T01:30:00Z', '25 octobre 2026 à 02:30', 'UTC+1'],
    ['fr', 'Europe/Paris', '2026-03-31T22:00:00Z', '1er avril 2026 à 00:00', 'UTC+2'],
    ['en', 'Pacific/Marquesas', '2026-07-11T20:35:00Z', '11 July 2026 at 11:05', 'UTC−9:30'],
    ['en', 'Etc/UTC', '2026-07-01T00:05:00Z', '1 July 2026 at 00:05', 'UTC'],
  ] as const)('are written with the zone of that instant (%s, %s, %s)', (language, zone, at, written, offset) => {
    expect(writeInstant(language, zone, at)).toBe(written);
    expect(writeOffset(zone, at)).toBe(offset);
  });

  it('do not depend on the zone of the machine', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    expect(writeInstant('fr', 'Europe/Paris', '2026-03-28T07:40:00Z')).toBe('28 mars 2026 à 08:40');
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each([
    [19_680_000, '5 h 28', '5 h 28'],
    [720_000, '12 min', '12 min'],
    [59_000, '0 min', '0 min'],
    [3_600_000, '1 h', '1 h'],
    [183_600_000, '2 j 3 h', '2 d 3 h'],
  ])('left are never rounded up (%d ms)', (ms, french, english) => {
    expect([writeDuration('fr', ms), writeDuration('en', ms)]).toEqual([french, english]);
  });

  it.each([
    [24, '24\u00a0h', '24\u00a0h'],
    [1.5, '1,5\u00a0h', '1.5\u00a0h'],
    [1, '1\u00a0h', '1\u00a0h'],
    [0.4, '24\u00a0min', '24\u00a0min'],
    [0.025, '1\u00a0min\u00a030\u00a0s', '1\u00a0min\u00a030\u00a0s'],
    [4 / 1440, '10\u00a0s', '10\u00a0s'],
  ])('of a limit are hours, or minutes and seconds where it has less than one (%d h)', (hours, french, english) => {
    expect([writeHours('fr', hours), writeHours('en', hours)]).toEqual([french, english]);
  });
});
