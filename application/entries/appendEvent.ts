import type { Subject } from '../../domain/journal/entry';
import { type Issue, refused } from '../../domain/shared/errors';
import { canonical, type Json } from '../../domain/shared/jcs';
import { entryTypes } from '../journal/entryTypes';
import { pointerOf } from '../../domain/shared/pointer';
import type { Journal, Standing } from '../ports/journal';
import type { Context } from '../ports/ports';

type Write = {
  subject: Subject;
  key: string;
  event: { type: string; values: Record<string, Json> };
  standing: Standing;
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
  const { subject, key, event, standing, request = event.values } = write;
  const issues = unreadable(subject, event);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return ctx.ports.journal.append(
    {
      orgId: ctx.orgId,
      at: write.at ?? ctx.ports.now().toISOString(),
      actor: ctx.actor,
      type: event.type,
      subject,
      key,
      values: event.values,
      request: canonical(request),
    },
    standing,
  );
}

function unreadable({ kind }: Subject, { type, values }: Write['event']): Issue[] {
  const schema = entryTypes.schemaOf({ type, typeVersion: 1, subject: { kind } });
  if (!schema.ok) throw new Error(`entries of type ${type} are not in the catalogue of ${kind}`);
  const read = schema.value.shape.values.safeParse(values);
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), message }));
}
