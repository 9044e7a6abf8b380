import type { ControllerCase } from '../controllerCase/case';
import type { Cell } from './cell';
import type { Contract, HouseIncident, IncidentPart } from './incidentPart';

/** A controller's case with what its row needs beside it. */
export type CaseRow = {
  one: ControllerCase;
  /** Of the agreement with the processor; null where the case names none. */
  contract: Contract | null;
  personName(id: string): string;
  authorityName(id: string): string;
};

/**
 * One column of the register: how its cell follows from an incident or a case. `part` reads what one controller may see, and
 * stands in its contract journal too; `house` reads the whole incident, and stands in our own register alone (invariant 8).
 * Null: a row of that kind cannot say it. The words are under `register.<key>`.
 */
export type Column = { key: string; ofCase: ((row: CaseRow) => Cell) | null } & (
  | { part: (incident: IncidentPart) => Cell; house?: never }
  | { house: ((incident: HouseIncident) => Cell) | null; part?: never }
);
