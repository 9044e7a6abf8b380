import { waitingLists } from '../../../application/controllerCase/recipientLists';
import type { Context } from '../../../application/ports/ports';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { ListFacts } from '../../../domain/controllerCase/recipients';

/** What mails to the persons need beside the state of the case: `lists` wait for somebody who accepts them. */
export type Sending = { lists: readonly ListFacts[]; isRelaySet: boolean };

/** Where nobody offers to send. */
export const NOTHING: Sending = { lists: [], isRelaySet: false };

/** Letters need no relay: a list of those alone can be accepted without one. */
export const canSend = ({ lists, isRelaySet }: Sending): boolean =>
  lists.some(({ count, letters }) => isRelaySet || letters === count);

/** Whether nobody can be told for want of a relay. */
export const lacksRelay = (sending: Sending): boolean => !sending.isRelaySet && !canSend(sending);

export const sendingOf = async (ctx: Context, one: ControllerCase): Promise<Sending> => ({
  lists: await waitingLists(ctx, one),
  isRelaySet: ctx.ports.relay !== null,
});
