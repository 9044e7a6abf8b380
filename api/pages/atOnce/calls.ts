import { openScripts } from '../../../application/atOnce/openScripts';
import { openMatters } from '../../../application/atOnce/matter';
import { mayAnswerFor, mayReadMatter } from '../../../application/policies/atOnce';
import type { Context } from '../../../application/ports/ports';
import type { Telling } from '../../../domain/atOnce/telling';
import type { WaitingCall } from '../../../templates/pages/parts/calls';

type Place = { id: string; path: string; mayNote: boolean };

/** The calls that wait of one thing that is told at once: whom, at which number, with the text to read. */
export async function callsIn(ctx: Context, telling: Telling, { id, path, mayNote }: Place): Promise<WaitingCall[]> {
  const { told, outbox } = telling;
  return (await openScripts(ctx, { id, told, outbox })).map(({ controller, name, role, phone, text, since }) => ({
    who: name,
    phone,
    text,
    role: { key: `contact.${role}` },
    controller,
    before: null,
    since,
    href: mayNote ? `${path}/contacted` : `${path}#scripts`,
    act: { key: mayNote ? 'atOnce.callNow' : 'call.text' },
  }));
}

/** Every call that waits of what is told at once, for the page of what is to be done; oldest first. */
export async function callsAtOnce(ctx: Context): Promise<WaitingCall[]> {
  const matters = (await openMatters(ctx)).filter(({ kind }) => mayReadMatter(ctx, kind));
  const lists = await Promise.all(
    matters.map((one) => callsIn(ctx, one, { id: one.id, path: one.path, mayNote: mayAnswerFor(ctx, one.kind) })),
  );
  return lists.flat().toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
