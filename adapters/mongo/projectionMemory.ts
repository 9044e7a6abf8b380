import type { SubjectKind } from '../../domain/journal/entry';
import type { Row } from './projectionRows';

/** Some 20 kB a row: all that one process works on, in a few megabytes. */
const MOST_ROWS = 500;
/** What was erased elsewhere does not lie here for longer (milliseconds). */
const LIFE_MS = 600_000;

type Kept = Omit<Row, 'projector'>;

export type ProjectionMemory = {
  find(orgId: string, kind: SubjectKind, id: string): Kept | null;
  keep(row: Kept): void;
};

/**
 * The rows that this process used last, so that a read asks the database only for what is newer. Like a stored row it is
 * never believed: the reader compares its newest entry with the journal.
 */
export function createProjectionMemory(nowMs: () => number = () => performance.now()): ProjectionMemory {
  const kept = new Map<string, { row: Kept; untilMs: number }>();
  const placeOf = (orgId: string, kind: SubjectKind, id: string) => `${orgId}/${kind}/${id}`;
  return {
    find(orgId, kind, id) {
      const place = placeOf(orgId, kind, id);
      const found = kept.get(place);
      if (found === undefined) return null;
      kept.delete(place);
      if (found.untilMs <= nowMs()) return null;
      kept.set(place, found); // used last: a Map keeps the order of insertion
      return found.row;
    },
    keep(row) {
      const place = placeOf(row.orgId, row.kind, row.id);
      kept.delete(place);
      kept.set(place, { row, untilMs: nowMs() + LIFE_MS });
      const [oldest] = kept.keys();
      if (kept.size > MOST_ROWS && oldest !== undefined) kept.delete(oldest);
    },
  };
}
