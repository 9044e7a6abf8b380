import { isDemonstrator } from '../../domain/organisation/fold';
import type { Context, Ports } from '../ports/ports';

const known = new WeakMap<Ports['journal'], Map<string, boolean>>();

/** A demonstration tells nobody outside, by any way. It stands in its first entry, which every version can read: read once. */
export async function isDemonstration({ journal }: Pick<Ports, 'journal'>, orgId: string): Promise<boolean> {
  const found = known.get(journal) ?? new Map<string, boolean>();
  known.set(journal, found);
  const said = found.get(orgId);
  if (said !== undefined) return said;
  const [first] = await journal.readWindow(orgId, 0, 1);
  const isOne = isDemonstrator(first?.actor);
  if (first !== undefined) found.set(orgId, isOne);
  return isOne;
}

/** Whether the mails of this organisation stay here: no relay is set, or it is a demonstration (ADR 0011, invariant 13). */
export const areMailsCaught = async ({ orgId, ports }: Pick<Context, 'orgId' | 'ports'>): Promise<boolean> =>
  ports.relay === null || isDemonstration(ports, orgId);
