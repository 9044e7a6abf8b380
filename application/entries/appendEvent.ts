import type { Actor, EntryDraft, Subject } from '../../domain/journal/entry';
import { type Issue, refused } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { entryTypes } from '../journal/entryTypes';
import { pointerOf } from '../../domain/shared/pointer';
import type { Journal, Standing } from '../ports/journal';
import type { Context } from '../ports/ports';

/** `typeVersion`: 1 unless said. */
type Event = { type: string; typeVersion?: number; values: Record<string, Json> };

/**
 * What its writer's process says right behind an entry, if that is written: a fact of the same subject. `request`: what was
 * asked, by default the event itself. `at`: when it happened, if not with the entry.
 */
export type Follower = { actor: Actor; key: string; event: Event; request?: Json; at?: string };

type Write = {
  subject: Subject;
  key: string;
  event: Event;
  standing: Standing;
  follower?: Follower | undefined;
  /** What was asked; by default the event itself. Under one key only the same request is a repeat. */
  request?: Json;
  /** When it happened, if not now. */
  at?: string;
};

/**
 * One event of a subject as one entry of the organisation's journal: the only way in which anything changes. What could
 * not be read again is refused before it is written: an unreadable entry would stop its subject for good.
 */
export async function appendEvent(ctx: Context, write: Write): ReturnType<Journal['append']> {
  const { subject, key, event, standing, follower, request = event.values } = write;
  const issues = [event, ...(follower ? [follower.event] : [])].flatMap((one) => unreadable(subject, one));
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const at = write.at ?? ctx.ports.now().toISOString();
  const draftOf = (one: Follower, asked: Json): EntryDraft => ({
    orgId: ctx.orgId,
    at: one.at ?? at,
    actor: one.actor,
    type: one.event.type,
    ...(one.event.typeVersion !== undefined && { typeVersion: one.event.typeVersion }),
    subject,
    key: one.key,
    values: one.event.values,
    request: canonical(asked),
  });
  return ctx.ports.journal.append(
    draftOf({ actor: ctx.actor, key, event }, request),
    standing,
    follower && draftOf(follower, follower.request ?? follower.event.values),
  );
}

function unreadable({ kind }: Subject, { type, typeVersion = 1, values }: Event): Issue[] {
  const schema = entryTypes.schemaOf({ type, typeVersion, subject: { kind } });
  if (!schema.ok) throw new Error(`entries of type ${type} are not in the catalogue of ${kind}`);
  const read = schema.value.shape.values.safeParse(values);
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), message }));
}
