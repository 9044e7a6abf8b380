import { describe, expect, it } from '@jest/globals';
import { cells, Circumstances, contextOf, DataClass, Ease, EnisaInput, scoreOf } from '../../../domain/risk/enisa';
import { pointerOf } from '../../../domain/shared/pointer';
import { data, scored } from '../../fakes/edpbCases';
import { vectors } from '../../fakes/enisaVectors';

describe('ENISA severity, in quarters (domain rules 4.1, 4.2)', () => {
  it.each(vectors)('%s', (_name, input, se, level) => {
    expect(EnisaInput.parse(input)).toEqual(input);
    expect(scoreOf(input)).toMatchObject({ se, level });
  });

  it('just below each bound the level is the one beneath', () => {
    const at = (quarters: number, dataClass: DataClass, ease: Ease, lines: Partial<Circumstances> = {}) => {
      const score = scoreOf(scored({ data: [data(dataClass)], ease, ...lines }));
      expect(score.se).toBe(quarters);
      return score.level;
    };
    expect(at(7, 'simple', 'maximum', { confidentiality: 'knownRecipients', malicious: 'intentional' })).toBe('low');
    expect(at(11, 'financial', 'significant', { confidentiality: 'unknownRecipients' })).toBe('medium');
    expect(at(15, 'sensitive', 'significant', { confidentiality: 'knownRecipients', malicious: 'intentional' })).toBe(
      'high',
    );
  });

  it('says each part: DPC whole, EI and CB in quarters', () => {
    const score = scoreOf(
      scored({ data: [data('financial')], ease: 'limited', integrity: 'recoverable', malicious: 'intentional' }),
    );
    expect(score).toEqual({
      dpc: 3,
      ei: 2,
      cb: 3,
      se: 9,
      level: 'medium',
      flags: { moreThan100Persons: null, unintelligible: false },
    });
  });

  it('several data: the highest context counts', () => {
    expect(scoreOf(scored({ data: [data('sensitive', -3), data('financial', -1), data('simple')] })).dpc).toBe(2);
  });

  it('more than 100 persons and unintelligible data are told, and change no score', () => {
    const plain = scoreOf(scored({ data: [data('simple')], persons: 100 }));
    const flagged = scoreOf(scored({ data: [data('simple')], persons: 101, unintelligible: true }));
    expect(plain.flags).toEqual({ moreThan100Persons: false, unintelligible: false });
    expect(flagged.flags).toEqual({ moreThan100Persons: true, unintelligible: true });
    expect({ ...flagged, flags: null }).toEqual({ ...plain, flags: null });
  });
});

/** Domain rules 4.1, written down a second time, by hand: context by class and adjustment. */
const byHand: Record<DataClass, Record<number, number>> = {
  simple: { 0: 1, 1: 2, 2: 3, 3: 4 },
  behavioural: { [-1]: 1, 0: 2, 1: 3, 2: 4 },
  financial: { [-2]: 1, [-1]: 2, 0: 3, 1: 4 },
  sensitive: { [-3]: 1, [-2]: 2, [-1]: 3, 0: 4 },
};

describe('the table of contexts', () => {
  const every = DataClass.options.flatMap((dataClass) =>
    [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(
      (adjustment) => [dataClass, adjustment, byHand[dataClass][adjustment] ?? null] as const,
    ),
  );

  it.each(every)('%s %i: %p', (dataClass, adjustment, context) => {
    const input = scored({ data: [data('simple'), data(dataClass, adjustment)] });
    const parsed = EnisaInput.safeParse(input);
    expect(parsed.success).toBe(context !== null);
    if (context === null) {
      expect(parsed.error?.issues.map(({ path }) => pointerOf(path))).toEqual(['/data/1/adjustment']);
    } else {
      expect(contextOf(data(dataClass, adjustment))).toBe(context);
    }
  });

  it('has 16 cells', () => {
    expect(Object.values(cells).flat()).toHaveLength(16);
  });
});

describe('every answer by itself', () => {
  it.each([
    ['ease', 'negligible', 1],
    ['ease', 'limited', 2],
    ['ease', 'significant', 3],
    ['ease', 'maximum', 4],
  ] as const)('%s %s: %i quarters', (_line, ease, quarters) => {
    expect(scoreOf(scored({ data: [data('simple')], ease })).ei).toBe(quarters);
  });

  it.each([
    [{ confidentiality: 'untouched' }, 0],
    [{ confidentiality: 'exposed' }, 0],
    [{ confidentiality: 'knownRecipients' }, 1],
    [{ confidentiality: 'unknownRecipients' }, 2],
    [{ integrity: 'untouched' }, 0],
    [{ integrity: 'noWrongUse' }, 0],
    [{ integrity: 'recoverable' }, 1],
    [{ integrity: 'notRecoverable' }, 2],
    [{ availability: 'untouched' }, 0],
    [{ availability: 'easilyRecovered' }, 0],
    [{ availability: 'withEffort' }, 1],
    [{ availability: 'lost' }, 2],
    [{ malicious: 'none' }, 0],
    [{ malicious: 'intentional' }, 2],
  ] as const)('%j: %i quarters', (line, quarters) => {
    expect(scoreOf(scored({ data: [data('simple')], ...line })).cb).toBe(quarters);
  });

  it('whatever is answered, the severity lies within 0.25 and 6', () => {
    const { confidentiality, integrity, availability, malicious } = Circumstances.shape;
    const all = DataClass.options.flatMap((dataClass) =>
      cells[dataClass].flatMap((adjustment) =>
        Ease.options.flatMap((ease) =>
          confidentiality.options.flatMap((c) =>
            integrity.options.flatMap((i) =>
              availability.options.flatMap((a) =>
                malicious.options.map((m) => {
                  const lines = { confidentiality: c, integrity: i, availability: a, malicious: m };
                  return scoreOf(scored({ data: [data(dataClass, adjustment)], ease, ...lines })).se;
                }),
              ),
            ),
          ),
        ),
      ),
    );
    expect(all.every(Number.isInteger)).toBe(true);
    expect([Math.min(...all), Math.max(...all)]).toEqual([1, 24]);
  });
});
