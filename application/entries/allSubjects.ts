import type { ListQuery, Projections } from '../ports/projections';
import type { SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';

/** Rows read in one go. */
const PAGE = 1_000;

/** Every row of a list, newest first, page by page: nothing open is left out by a bound. Fit for what is open, not for whole archives. */
export async function allSubjects<K extends SubjectKind>(
  projections: Projections,
  orgId: string,
  kind: K,
  query: Pick<ListQuery, 'open' | 'parentId'>,
): Promise<State<K>[]> {
  const all: State<K>[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await projections.list(orgId, kind, { ...query, limit: PAGE, ...(last && { after: last.id }) });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
