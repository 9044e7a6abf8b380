import { openImplied } from '../notice/openImplied';
import type { Context } from '../ports/ports';

/**
 * Opens the notices that an incident now implies, at once: a page that follows shows them. The relay and the watchdog
 * do the same under the same keys, so that nothing is lost if this process dies here.
 */
export async function openImpliedNow({ orgId, ports }: Context, incidentId: string): Promise<void> {
  const engine: Context = { orgId, actor: { kind: 'system', id: 'engine' }, roles: [], ports };
  await openImplied({ ctx: engine, input: { incidentId } });
}
