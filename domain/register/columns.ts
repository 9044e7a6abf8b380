import { type Cell, NOT_APPLICABLE } from './cell';
import type { CaseRow, Column } from './column';
import { columnsDone } from './columnsDone';
import { columnsLaws } from './columnsLaws';
import { columnsRisk } from './columnsRisk';
import { columnsTold } from './columnsTold';
import { columnsWhat } from './columnsWhat';
import { columnsWhen } from './columnsWhen';
import { columnsWhich } from './columnsWhich';
import type { HouseIncident, IncidentPart } from './incidentPart';

/**
 * The register of GDPR Art. 33(5) and of the contract's journal, column by column, in the order in which it is read (domain
 * rules 2.5; contract Annex 2 §12, duty S3-07). Page, JSON, CSV, XLSX and PDF are written from this table and no other.
 */
export const registerColumns: readonly Column[] = [
  ...columnsWhich,
  ...columnsWhen,
  ...columnsWhat,
  ...columnsTold,
  ...columnsRisk,
  ...columnsLaws,
  ...columnsDone,
];

/** What the journal of one contract holds: nothing that reads the whole incident. */
export const contractColumns = registerColumns.filter(
  (column): column is Extract<Column, { part: unknown }> => column.part !== undefined,
);

export const cellsOfIncident = (incident: HouseIncident): Cell[] =>
  registerColumns.map((column) => {
    const read = column.part ?? column.house;
    return read === null ? NOT_APPLICABLE : read(incident);
  });

export const cellsOfCase = (row: CaseRow): Cell[] =>
  registerColumns.map(({ ofCase }) => (ofCase === null ? NOT_APPLICABLE : ofCase(row)));

export const cellsOfPart = (part: IncidentPart): Cell[] => contractColumns.map((column) => column.part(part));
