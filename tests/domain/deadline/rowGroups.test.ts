import { expect, it } from '@jest/globals';
import { rowGroups } from '../../../domain/deadline/rowGroups';

const row = (n: number, incidentId: string | null, caseId: string | null = null) => ({ n, incidentId, caseId });

it('rows by limit are put together by incident or case, whose nearest comes first, and none is lost', () => {
  const rows = [
    row(1, 'i1'),
    row(2, 'i2'),
    row(3, 'i1'),
    row(4, null, 'c1'),
    row(5, null),
    row(6, 'i2'),
    row(7, null),
    row(8, 'i2', 'c1'),
  ];
  expect(rowGroups(rows).map((group) => group.rows.map(({ n }) => n))).toEqual([[1, 3], [2, 6], [4, 8], [5], [7]]);
  expect(rowGroups(rows)[2]).toMatchObject({ incidentId: null, caseId: 'c1' });
  expect(rowGroups([])).toEqual([]);
});
