import type { Subject } from '../../domain/journal/entry';
import { canonical, type Json } from '../../domain/shared/jcs';
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

/** One event of a subject as one entry of the organisation's journal: the only way in which anything changes. */
export function appendEvent(ctx: Context, write: Write): ReturnType<Journal['append']> {
  const { subject, key, event, standing, request = event.values } = write;
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
