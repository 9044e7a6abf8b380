import { describe, expect, it } from '@jest/globals';
import { contractColumns, registerColumns } from '../../../domain/register/columns';
import { columnWord } from '../../../templates/register/writeCell';

describe('the columns of the register (domain rules 2.5)', () => {
  it('each have a key of their own and words in both languages', () => {
    const keys = registerColumns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      expect(columnWord('fr', key)).not.toBe('');
      expect(columnWord('en', key)).not.toBe('');
    }
  });

  it('each say something of an incident or of a case: none is always empty', () => {
    for (const column of registerColumns) {
      expect([column.key, column.part ?? column.house ?? column.ofCase]).not.toEqual([column.key, null]);
    }
  });

  it('of a contract’s journal are those that read its part alone: no stage of ours, declarant, lessons, nor who closed it', () => {
    const keys = contractColumns.map(({ key }) => key);
    for (const ours of [
      'stage',
      'severity',
      'declarant',
      'signal',
      'foundBy',
      'triage',
      'lessons',
      'closedBy',
      'risk',
    ]) {
      expect(keys).not.toContain(ours);
    }
    expect(keys).toEqual(expect.arrayContaining(['reference', 'aware', 'data', 'persons', 'measures', 'notices']));
  });
});
