import type { Earlier } from '../../domain/journal/portable';
import type { Context } from '../ports/ports';

/**
 * The older checkpoints behind these hashes, each once and by size, with the proof that the tree of `size` begins with
 * theirs. A hash that names none of ours is passed over: whoever holds it then finds out that it is not in the copy.
 */
export async function earlierHeads(
  { orgId, ports }: Pick<Context, 'orgId' | 'ports'>,
  hashes: Iterable<string>,
  size: number,
): Promise<Earlier[]> {
  const { heads, tree } = ports.proofs;
  const earlier = new Map<number, Earlier>();
  for (const hash of new Set(hashes)) {
    const cited = await heads.byHash(orgId, hash);
    if (cited === null || cited.size >= size || cited.size === 0) continue;
    earlier.set(cited.size, {
      checkpoint: cited.note,
      consistency: await tree.consistency(orgId, cited.size, size),
    });
  }
  return [...earlier].toSorted(([a], [b]) => a - b).map(([, one]) => one);
}
