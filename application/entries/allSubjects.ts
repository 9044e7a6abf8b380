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
  for await (const page of pagesOfSubjects(projections, orgId, kind, query)) all.push(...page);
  return all;
}

/** The same, a page at a time: fit for archives, too, as no more than a page is held. */
export async function* pagesOfSubjects<K extends SubjectKind>(
  projections: Projections,
  orgId: string,
  kind: K,
  query: Pick<ListQuery, 'open' | 'parentId'>,
): AsyncGenerator<State<K>[]> {
  let after: string | undefined;
  for (;;) {
    const page = await projections.list(orgId, kind, { ...query, limit: PAGE, ...(after !== undefined && { after }) });
    yield page;
    after = page.at(-1)?.id;
    if (page.length < PAGE || after === undefined) return;
  }
}
