import type { Entry } from '../../domain/journal/entry';
import { referenceOf } from '../../domain/journal/reference';
import type { State } from '../../domain/journal/states';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { changeSubject } from '../entries/changeSubject';
import { discardMails } from '../journal/discardMails';
import type { Context } from '../ports/ports';
import type { AtOnceKind } from './matter';

const PREFIXES = { vulnerability: 'VUL', transfer: 'TRF' } as const;

/** `ref` is `VUL-…` or `TRF-…`, numbered by its first entry. */
export type WrittenMatter = { id: string; ref: string; seq: number; revision: number; created: boolean };

/** `values`: of the entry, before they are made plain. `at`: when it happened, if not now; UTC. */
type Event = { type: string; values: object; at?: string };

type Recording = { kind: AtOnceKind; key: string; asked: object; decide(): Promise<Result<Event>> };

/** The first entry of a matter, once: recall, decide, append. */
export async function recordMatter(
  ctx: Context,
  { kind, key, asked, decide }: Recording,
): Promise<Result<WrittenMatter>> {
  const { orgId, ports } = ctx;
  const request = plain(asked);
  const repeat = await ports.journal.recall(orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(firstWritten(kind, repeat.value, false));

  const decided = await decide();
  if (!decided.ok) return decided;
  const { type, values, at } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind, id: ports.newId() },
    key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
    ...(at !== undefined && { at }),
  });
  return appended.ok ? done(firstWritten(kind, appended.value.entry, appended.value.created)) : appended;
}

type MatterChange<K extends AtOnceKind> = {
  kind: K;
  id: string;
  key: string;
  request: Json;
  decided?: number | undefined;
  decide(state: State<K>): Result<Event>;
};

/** A decision about a matter. Mails that leave meanwhile refuse nobody. */
export async function changeMatter<K extends AtOnceKind>(
  ctx: Context,
  { decide, ...change }: MatterChange<K>,
): Promise<Result<WrittenMatter>> {
  const { kind, id } = change;
  const changed = await changeSubject(ctx, {
    ...change,
    standing: 'decision',
    decide(state) {
      const event = decide(state);
      return event.ok ? done({ ...event.value, values: plain(event.value.values) }) : event;
    },
  });
  if (!changed.ok) return changed;
  await discardMails(ctx, { kind, id }); // of a text that was erased while it was open
  const { entry, created } = changed.value;
  const now = await ctx.ports.projections.read(ctx.orgId, kind, id);
  if (now === null) return refused({ code: 'subject.unknown' });
  return done({ id, ref: now.reference, seq: entry.seq, revision: entry.revision, created });
}

function firstWritten(kind: AtOnceKind, entry: Entry, created: boolean): WrittenMatter {
  const { subject, seq, revision } = entry;
  return { id: subject.id, ref: referenceOf(PREFIXES[kind], entry), seq, revision, created };
}
