import type { Subject } from '../../domain/journal/entry';
import { refused, type Result } from '../../domain/shared/errors';
import { entryTypes } from '../journal/entryTypes';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { raiseAlarm } from './raiseAlarm';

/** `seq`: the entry at which it was noticed. */
export type RaiseUnreadable = { subject: Subject; seq: number };

/**
 * Alarms for a subject that cannot be worked off: about its first entry that this version cannot read, or where all can
 * be read about the one at which it was noticed. Relay and watchdog come to the same entry, so that it is told once.
 */
export async function raiseUnreadable({ ctx, input }: Call<RaiseUnreadable>): Promise<Result<{ seq: number }>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const entries = await ctx.ports.journal.readSubject(ctx.orgId, input.subject, 0);
  const unreadable = entries.find((entry) => !entryTypes.read(entry).ok);
  return raiseAlarm({ ctx, input: { aboutSeq: unreadable?.seq ?? input.seq, cause: 'entryUnreadable' } });
}
