import type { Agreement } from '../../domain/agreement/fold';
import type { ControllerCase } from '../../domain/controllerCase/case';
import { readVerifierKey } from '../../domain/journal/note';
import type { State } from '../../domain/journal/states';
import type { OutboxKind } from '../delivery/deliver';
import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';

/** An organisation of another installation: whose seal is believed, and where it is told. `name` is that of its key. */
export type Peer = { key: string; name: string; url: string };

const peerOf = (key: string | null, url: string | null): Peer | null => {
  const name = key === null ? undefined : readVerifierKey(key)?.name;
  return key === null || url === null || name === undefined ? null : { key, name, url };
};

/** The controller of an agreement, where it was tied to another installation; null: it was not, or is no longer. */
export const controllerPeer = ({ outside }: Pick<Agreement, 'outside'>): Peer | null =>
  outside && peerOf(outside.key, outside.url);

/** Whose notice opened a case, where we let its notices in and know where it is told; null: neither, or no longer. */
export async function processorPeer(ctx: Context, { source }: Pick<ControllerCase, 'source'>): Promise<Peer | null> {
  if (source === null) return null;
  const parties = await allParties(ctx);
  const peers = parties.filter(({ admits }) => admits).map(({ key, exchangeUrl }) => peerOf(key, exchangeUrl));
  return peers.find((peer) => peer?.name === source.origin) ?? null;
}

/**
 * To whom what waits in an outbox goes now: an address that has moved is the new one, a consent taken back is none.
 *
 * @param to name of the key that it was sealed for: an incident may have several sub-processors
 */
export async function peerNow(ctx: Context, state: State<OutboxKind>, to: string): Promise<Peer | null> {
  if ('contactTests' in state) return controllerPeer(state);
  if ('processor' in state) return processorPeer(ctx, state);
  if ('subNotices' in state) return processorPeer(ctx, { source: { origin: to, noticeId: '' } });
  if (!('opened' in state) || !('agreementId' in state.opened)) return null;
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', state.opened.agreementId);
  return agreement && controllerPeer(agreement);
}
