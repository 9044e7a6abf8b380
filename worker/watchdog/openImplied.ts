import { entryTypes } from '../../application/journal/entryTypes';
import { openImplied } from '../../application/notice/openImplied';
import type { Cursors } from '../../application/ports/cursors';
import type { Context } from '../../application/ports/ports';
import type { Entry } from '../../domain/journal/entry';
import { alarmUnreadable } from '../alarmUnreadable';
import { isLasting, unwrap } from '../unwrap';

const READER = 'watchdog';
const WINDOW = 200;

/** Opens what an organisation's new entries imply, as the relay does: whoever comes second finds it done. */
export async function openNewlyImplied(ctx: Context, cursors: Cursors): Promise<void> {
  for (;;) {
    const cursor = await cursors.read(READER, ctx.orgId);
    const window = await ctx.ports.journal.readWindow(ctx.orgId, cursor, WINDOW);
    const last = window.at(-1);
    if (last === undefined) return;
    const incidents = window.flatMap(({ subject }) => (subject.kind === 'incident' ? [subject.id] : []));
    for (const incidentId of new Set(incidents)) await open(ctx, incidentId);
    for (const { subject, seq } of firstUnreadable(window)) await alarmUnreadable(ctx, { subject, seq });
    await cursors.advance(READER, ctx.orgId, last.seq);
  }
}

/** One entry a subject: the first that this version cannot read. */
function firstUnreadable(window: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of window.filter((one) => !entryTypes.read(one).ok)) {
    const key = `${entry.subject.kind}/${entry.subject.id}`;
    if (!first.has(key)) first.set(key, entry);
  }
  return [...first.values()];
}

/** One that cannot be read is alarmed for; here the others must not wait for it. */
async function open(ctx: Context, incidentId: string): Promise<void> {
  try {
    unwrap(await openImplied({ ctx, input: { incidentId } }));
  } catch (error) {
    if (!isLasting(error)) throw error;
  }
}
