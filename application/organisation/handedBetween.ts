import type { SameHand } from '../../domain/approval/judge';
import { sameHand } from '../../domain/organisation/sameHand';
import type { Context } from '../ports/ports';

/** Who may be this very person, as one gave the other a token within the last day; nobody for a machine. */
export async function handedBetween({ orgId, actor, ports }: Context): Promise<SameHand> {
  const organisation = actor.kind === 'person' ? await ports.projections.read(orgId, 'organisation', orgId) : null;
  return organisation === null ? new Set() : sameHand(organisation, actor.id, ports.now());
}
