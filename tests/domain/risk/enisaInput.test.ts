import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EnisaInput } from '../../../domain/risk/enisa';
import { pointerOf } from '../../../domain/shared/pointer';
import { data, scored } from '../../fakes/edpbCases';

describe('what is refused', () => {
  const whole = scored({ data: [data('simple')], persons: 3 });
  it.each([
    ['no data', { ...whole, data: [] }, '/data'],
    ['more than 50 data', { ...whole, data: Array.from({ length: 51 }, () => data('simple')) }, '/data'],
    ['another class', { ...whole, data: [{ ...data('simple'), class: 'secret' }] }, '/data/0/class'],
    ['another type', { ...whole, data: [{ ...data('simple'), type: 'shoes' }] }, '/data/0/type'],
    ['half an adjustment', { ...whole, data: [data('simple', 0.5)] }, '/data/0/adjustment'],
    ['another ease', { ...whole, ease: 1 }, '/ease'],
    [
      'a line left out',
      { ...whole, circumstances: { ...whole.circumstances, integrity: undefined } },
      '/circumstances/integrity',
    ],
    [
      'malice by half',
      { ...whole, circumstances: { ...whole.circumstances, malicious: 'some' } },
      '/circumstances/malicious',
    ],
    ['persons below zero', { ...whole, persons: { approx: -1 } }, '/persons/approx'],
    ['persons left out', { ...whole, persons: undefined }, '/persons'],
    ['unintelligible left out', { ...whole, unintelligible: undefined }, '/unintelligible'],
    ['a member that is not known', { ...whole, se: 4 }, ''],
  ])('%s', (_name, input, pointer) => {
    const { error } = EnisaInput.safeParse(input);
    expect(error?.issues.map(({ path }) => pointerOf(path))).toEqual([pointer]);
  });
});

it('every field of the score is described, so that it can stand in the reference of the API', () => {
  const undescribed: string[] = [];
  const look = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === 'properties') {
        for (const [field, schema] of Object.entries(member as Record<string, { description?: string }>)) {
          if (schema.description === undefined) undescribed.push(`${at}/${field}`);
        }
      }
      look(member, `${at}/${name}`);
    }
  };
  look(z.toJSONSchema(EnisaInput), '');
  expect(undescribed).toEqual([]);
});
