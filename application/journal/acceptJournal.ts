import { judgeAcceptance } from '../../domain/journal/signing';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { appendEvent } from '../entries/appendEvent';
import { handedBetween } from '../organisation/handedBetween';
import { mayAcceptJournal } from '../policies/journal';
import type { Call } from '../ports/ports';
import { signingOf } from './readSigning';

/** `refused`: seq of the refusal. `because`: each of the two persons gives a reason of their own. */
export type AcceptJournal = { refused: number; because: string; key: string };

/** `accepted` false: the yes of a second person is still needed, within four hours. */
export type Accepted = { seq: number; accepted: boolean };

/**
 * One person's yes to signing the journal on as it stands, although it contradicts what was signed. With the second
 * person's it is decided: the signer sets its marks aside, keeps them, and begins anew.
 */
export async function acceptJournal({ ctx, input }: Call<AcceptJournal>): Promise<Result<Accepted>> {
  if (!mayAcceptJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, actor, roles, ports } = ctx;
  const values = { refused: input.refused, roles: [...roles], because: input.because };
  const request = { refused: input.refused, because: input.because };
  const repeat = await ports.journal.recall(orgId, input.key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value === null) {
    const sameHand = await handedBetween(ctx);
    const refusal = (await signingOf(ctx)).find(({ seq }) => seq === input.refused);
    const approver = { actorId: actor.id, isPerson: actor.kind === 'person', roles, sameHand };
    const judged = judgeAcceptance(refusal, approver, ports.now());
    if (!judged.ok) return judged;
  }
  const appended = await appendEvent(ctx, {
    subject: { kind: 'organisation', id: orgId },
    key: input.key,
    request,
    event: { type: 'journal.accepted', values },
    standing: { kind: 'addition', revision: 1 },
  });
  if (!appended.ok) return appended;
  const { seq } = appended.value.entry;
  const decided = (await signingOf(ctx)).find((one) => one.seq === input.refused)?.acceptedBy ?? null;
  return done({ seq, accepted: decided !== null && decided <= seq });
}
