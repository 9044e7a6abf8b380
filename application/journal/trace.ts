import type { Access } from '../ports/accessLog';
import type { Context } from '../ports/ports';

/** Writes who reads what before it is read; the trace expires, the journal does not (domain rules 7.8). */
export function trace(ctx: Context, what: Access['what'], of: string): Promise<void> {
  const { orgId, actor, ports } = ctx;
  return ports.proofs.accessLog.add({ orgId, actor, at: ports.now().toISOString(), what, of });
}
