import type { NoticeContact } from '../../domain/agreement/contacts';
import { openCallsTo, type Telling } from '../../domain/atOnce/telling';
import type { Context } from '../ports/ports';
import { controllersOf } from './controllersOf';
import { openMatters } from './matter';

/** A call that waits: whom, at which number, with the text to read (null once it was erased). `since`: UTC. */
export type OpenScript = {
  controller: string;
  name: string;
  role: NoticeContact['role'];
  phone: string | null;
  text: string | null;
  since: string;
};

/** The calls that wait of one thing that is told at once. `id`: whose documents hold the texts. */
export async function openScripts(ctx: Context, { id, ...telling }: Telling & { id: string }): Promise<OpenScript[]> {
  const open = telling.told.flatMap((told) =>
    openCallsTo(telling, told).map((call) => ({ call, agreementId: told.agreementId })),
  );
  if (open.length === 0) return [];
  const controllers = await controllersOf(
    ctx,
    open.map(({ agreementId }) => agreementId),
  );
  return Promise.all(
    open.map(async ({ call, agreementId }): Promise<OpenScript> => {
      const script = await ctx.ports.documents.get(ctx.orgId, id, call.documentId);
      const controller = controllers.get(agreementId);
      const contact = controller?.contacts.find((one) => one.id === call.to.id);
      return {
        controller: controller?.name ?? agreementId,
        name: contact?.name ?? call.to.id,
        role: contact?.role ?? 'other',
        phone: script?.address ?? null,
        text: script?.bytes.toString('utf8') ?? null,
        since: call.frozenAt,
      };
    }),
  );
}

/** Every call that waits, with the number of what it is about; oldest first. What is secret was not told: it has none. */
export async function everyOpenScript(ctx: Context): Promise<(OpenScript & { reference: string })[]> {
  const matters = await openMatters(ctx);
  const lists = await Promise.all(
    matters.map(async (one) =>
      (await openScripts(ctx, one)).map((script) => ({ ...script, reference: one.reference })),
    ),
  );
  return lists.flat().toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
