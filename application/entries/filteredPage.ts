import type { SubjectKind } from '../../domain/journal/entry';
import type { State } from '../../domain/journal/states';
import type { ListQuery } from '../ports/projections';
import type { Context } from '../ports/ports';

/** A page of a list, newest first, of what is kept alone: as long as it may be, however much stands between. */
export async function filteredPage<K extends SubjectKind>(
  { orgId, ports }: Context,
  kind: K,
  { limit, ...query }: ListQuery,
  isKept: (state: State<K>) => boolean,
): Promise<State<K>[]> {
  const found: State<K>[] = [];
  for (let { after } = query; found.length < limit;) {
    const page = await ports.projections.list(orgId, kind, { ...query, ...(after !== undefined && { after }), limit });
    found.push(...page.filter(isKept));
    after = page.at(-1)?.id;
    if (page.length < limit) break;
  }
  return found.slice(0, limit);
}
