import { readRecipientLists } from '../../../application/controllerCase/recipientLists';
import type { Context } from '../../../application/ports/ports';
import type { ListFacts } from '../../../domain/controllerCase/recipients';

/** What mails to the persons need beside the state of the case: `lists` wait for somebody who accepts them. */
export type Sending = { lists: readonly ListFacts[]; isRelaySet: boolean };

/** Where nobody offers to send. */
export const NOTHING: Sending = { lists: [], isRelaySet: false };

export const canSend = ({ lists, isRelaySet }: Sending): boolean => lists.length > 0 && isRelaySet;

export async function sendingOf(ctx: Context, caseId: string): Promise<Sending> {
  const lists = await readRecipientLists({ ctx, input: { caseId } });
  const waiting = lists.ok ? lists.value.filter(({ standing }) => standing === 'waiting') : [];
  return { lists: waiting.map(({ facts }) => facts), isRelaySet: ctx.ports.relay !== null };
}
