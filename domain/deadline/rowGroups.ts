import type { ClockRow } from './clockRow';

/** Rows of one incident or case; rows of neither stand alone. */
export type RowGroup<Row> = { incidentId: string | null; caseId: string | null; rows: Row[] };

type About = Pick<ClockRow, 'incidentId' | 'caseId'>;

/**
 * What is about one incident or case together, in the order in which the first of each comes: of rows by limit, the group
 * whose limit is nearest is first, and so is its own nearest row.
 */
export function rowGroups<Row extends About>(rows: readonly Row[]): RowGroup<Row>[] {
  const groups = new Map<string | Row, RowGroup<Row>>();
  for (const row of rows) {
    const { incidentId, caseId } = row;
    const key = caseId ?? incidentId ?? row;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { incidentId, caseId, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}
