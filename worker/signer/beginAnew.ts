import type { Signing } from './signJournal';

/**
 * Begins to sign anew after two persons accepted, by entry `decidedBy`, that the journal contradicts what was signed.
 * What was signed up to `found`, where the journal then ended, is kept if the journal still is what it says; older marks
 * are kept too, aside. Safe to do again after a crash at any step: the last one alone lets the signer go on.
 */
export async function beginAnew(
  orgId: string,
  { found, decidedBy }: { found: number; decidedBy: number },
  { tree, heads, marks, notary }: Signing,
): Promise<void> {
  await tree.forget(orgId);
  await heads.keepUpTo(orgId, found);
  const newest = await heads.newest(orgId);
  const isStillTrue =
    newest !== null &&
    (await notary.hasSigned(orgId, newest.note)) &&
    (await tree.root(orgId, newest.size)) === newest.root;
  if (!isStillTrue) await heads.keepUpTo(orgId, 0);
  await marks.setAside(orgId, decidedBy, isStillTrue ? { size: newest.size, note: newest.note } : null);
}
