import { describe, expect, it } from '@jest/globals';
import { higherRisk, levelOf, Risk, scalesOf, SeverityLevel } from '../../../domain/risk/scales';

describe('one level on the scales of the others (domain rules 4.2)', () => {
  it.each([
    ['low', 'negligible', 'minor', 'unlikely'],
    ['medium', 'limited', 'moderate', 'risk'],
    ['high', 'important', 'severe', 'high'],
    ['veryHigh', 'maximal', 'severe', 'high'],
  ] as const)('%s: %s, %s, %s', (level, gravity, severity, risk) => {
    expect(scalesOf[level]).toEqual({ gravity, severity, risk });
  });

  it('names every level', () => {
    expect(Object.keys(scalesOf)).toEqual(SeverityLevel.options);
  });

  it.each([
    [1, 'low'],
    [7, 'low'],
    [8, 'medium'],
    [11, 'medium'],
    [12, 'high'],
    [15, 'high'],
    [16, 'veryHigh'],
    [24, 'veryHigh'],
  ] as const)('%i quarters: %s', (quarters, level) => {
    expect(levelOf(quarters)).toBe(level);
  });

  it('of two risks the higher', () => {
    const all = Risk.options.flatMap((first) => Risk.options.map((second) => higherRisk(first, second)));
    expect(all).toEqual(['unlikely', 'risk', 'high', 'risk', 'risk', 'high', 'high', 'high', 'high']);
  });
});
