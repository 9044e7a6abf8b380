import type { Context } from '../ports/ports';
import { openImplied } from './openImplied';

/**
 * Opens at once what a person's decision implies, so that it can be seen and worked on. Only a short cut: whatever
 * happens here, the relay does the same from the entry, under the same keys.
 */
export async function openWhatFollows({ orgId, ports }: Context, incidentId: string): Promise<void> {
  const engine: Context = { orgId, actor: { kind: 'system', id: 'api' }, roles: [], ports };
  await openImplied({ ctx: engine, input: { incidentId } }).catch(() => undefined);
}
