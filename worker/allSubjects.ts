import type { ListQuery, Projections } from '../application/ports/projections';
import type { SubjectKind } from '../domain/journal/entry';
import type { State } from '../domain/journal/states';

const PAGE = 200;

/** Every row of a list, page by page. Fit for what is open, not for whole archives. */
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
