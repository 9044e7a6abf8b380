import { type Entry, REQUEST } from '../../domain/journal/entry';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { appendEvent } from '../entries/appendEvent';
import { mayCorrectEntry } from '../policies/journal';
import type { Call } from '../ports/ports';

/** `corrections`: the right values by field name. `key`: under one key only the same request is a repeat. */
export type CorrectEntry = { seq: number; corrections: Record<string, Json>; reason: string; key: string };

/**
 * Says what an entry should have said; the entry stays as it is, and no state moves. A running clock is corrected by
 * its own command (`aware.correct`).
 */
export async function correctEntry({ ctx, input }: Call<CorrectEntry>): Promise<Result<Entry>> {
  if (!mayCorrectEntry(ctx)) return refused({ code: 'actor.forbidden' });
  const [target] = await ctx.ports.journal.readWindow(ctx.orgId, input.seq - 1, 1);
  if (target === undefined) return refused({ code: 'subject.unknown' });
  const issues = faultsOf(target, input);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const { seq, corrections, reason, key } = input;
  const appended = await appendEvent(ctx, {
    subject: target.subject,
    key,
    event: { type: 'entry.corrected', values: { target: seq, corrections, reason } },
    standing: { kind: 'addition', revision: target.revision + 1 },
  });
  return appended.ok ? done(appended.value.entry) : appended;
}

function faultsOf({ fields }: Entry, { corrections, reason }: CorrectEntry): Issue[] {
  const names = Object.keys(corrections);
  const unknown = names.filter((name) => name === REQUEST || !Object.hasOwn(fields, name));
  return [
    ...(names.length === 0 ? [{ pointer: '/corrections', message: 'nothing is corrected' }] : []),
    ...(reason.trim() === '' ? [{ pointer: '/reason', message: 'a reason is needed' }] : []),
    ...unknown.map((name) => ({ pointer: `/corrections/${name}`, message: 'the entry has no such field' })),
  ];
}
