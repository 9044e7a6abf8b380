import type { Around } from '../../domain/incident/around';
import type { CommandOf } from '../../domain/incident/commands';
import type { Incident } from '../../domain/incident/incident';
import { unacknowledgedOf } from '../../domain/incident/subNotice';
import { done, type Result } from '../../domain/shared/errors';
import { freezeExchange } from '../exchange/freezeExchange';
import { processorPeer } from '../exchange/peers';
import { isFinal } from '../inside/isFinal';
import { processorSide } from '../inside/processorSide';
import { noteNotice } from '../notice/noteNotice';
import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';

type Told = NonNullable<Around['acknowledged']>;
const BY_HAND: Told = { via: 'hand', deliverables: [] };

/**
 * That a sub-processor's signed notice was read reaches the notice that it is of: within the installation first there, under
 * a key of its own, then here, so that who tries again finds it there; to another by a sealed message of the entry. Where
 * neither side has agreed, a person uses the link or the telephone.
 */
export async function acknowledgeSub(
  ctx: Context,
  incident: Incident,
  { subNoticeId, name, function: role }: CommandOf<'subNotice.acknowledge'>,
): Promise<Result<Told>> {
  const said = unacknowledgedOf(incident).find((one) => one.subNoticeId === subNoticeId);
  if (said?.seal == null) return done(BY_HAND); // refused by who decides
  const { seal: source } = said;
  const by = { version: source.version, name, function: role };
  const side = await processorSide(ctx, { source });
  if (side !== null) {
    const { noticeId, contactId } = side;
    const command = { kind: 'acknowledge' as const, ...by, contactId, via: 'account' as const };
    const key = `inside/${ctx.orgId}/${incident.id}/${subNoticeId}`;
    const noted = await noteNotice({ ctx: side.ctx, input: { noticeId, key, command } });
    // under this key it was noted already, in other words
    if (noted.ok || noted.error.code === 'key.reused') return done({ via: 'account', deliverables: [] });
    return isFinal(noted.error) ? done(BY_HAND) : noted;
  }
  const peer = await processorPeer(ctx, { source });
  if (peer === null) return done(BY_HAND);
  const partyId = (await allParties(ctx)).find(({ key }) => key === peer.key)?.id ?? '';
  const at = ctx.ports.now().toISOString();
  const told = { kind: 'acknowledgement' as const, noticeId: source.noticeId, ...by };
  const id = `acknowledgement-${subNoticeId}-exchange`;
  const deliverables = await freezeExchange(ctx, incident.id, { id, partyId, peer, at, said: told });
  return done(deliverables.length === 0 ? BY_HAND : { via: 'exchange', deliverables });
}
