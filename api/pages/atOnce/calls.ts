import { openMatters } from '../../../application/atOnce/matter';
import { mayAnswerFor } from '../../../application/policies/atOnce';
import { mayReadTransfers } from '../../../application/policies/transfer';
import type { Context } from '../../../application/ports/ports';
import { openCallsTo, type Telling } from '../../../domain/atOnce/telling';
import type { WaitingCall } from '../../../templates/pages/parts/calls';
import { controllersOf } from './around';

type Place = { id: string; path: string; mayNote: boolean };

/** The calls that wait of one thing that is told at once: whom, at which number, with the text to read. */
export async function callsIn(ctx: Context, telling: Telling, { id, path, mayNote }: Place): Promise<WaitingCall[]> {
  const open = telling.told.flatMap((told) =>
    openCallsTo(telling, told).map((call) => ({ call, agreementId: told.agreementId })),
  );
  if (open.length === 0) return [];
  const controllers = await controllersOf(
    ctx,
    open.map(({ agreementId }) => agreementId),
  );
  return Promise.all(
    open.map(async ({ call, agreementId }): Promise<WaitingCall> => {
      const script = await ctx.ports.documents.get(ctx.orgId, id, call.documentId);
      const controller = controllers.get(agreementId);
      const contact = controller?.contacts.find((one) => one.id === call.to.id);
      return {
        who: contact?.name ?? call.to.id,
        phone: script?.address ?? null,
        text: script?.bytes.toString('utf8') ?? null,
        role: { key: `contact.${contact?.role ?? 'other'}` },
        controller: controller?.name ?? agreementId,
        before: null,
        since: call.frozenAt,
        href: mayNote ? `${path}/contacted` : `${path}#scripts`,
        act: { key: mayNote ? 'atOnce.callNow' : 'call.text' },
      };
    }),
  );
}

/** Every call that waits of what is told at once, for the page of what is to be done; oldest first. */
export async function callsAtOnce(ctx: Context): Promise<WaitingCall[]> {
  const matters = (await openMatters(ctx)).filter(({ kind }) => kind !== 'transfer' || mayReadTransfers(ctx));
  const lists = await Promise.all(
    matters.map((one) => callsIn(ctx, one, { id: one.id, path: one.path, mayNote: mayAnswerFor(ctx, one.kind) })),
  );
  return lists.flat().toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
