import { type Entry, REQUEST } from '../../domain/journal/entry';
import type { ErasureGround } from '../../domain/journal/events';
import { done, refused, type Result } from '../../domain/shared/errors';
import { appendEvent } from '../entries/appendEvent';
import { mayEraseField } from '../policies/journal';
import type { Call } from '../ports/ports';
import { discardMails } from './discardMails';
import { entryTypes } from './entryTypes';

export type EraseField = { seq: number; names: string[]; ground: ErasureGround; key: string };

/**
 * Says first what goes and why, then takes value and salt. The request goes with them, as it holds them too. Called
 * again under its key after a crash in between, it finishes. Mails that quote the value go once their case is closed.
 */
export async function eraseField({ ctx, input }: Call<EraseField>): Promise<Result<Entry>> {
  if (!mayEraseField(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const [target] = await ports.journal.readWindow(orgId, input.seq - 1, 1);
  if (target === undefined) return refused({ code: 'subject.unknown' });
  const erasable = entryTypes.erasableOf(target);
  if (!erasable.ok) return erasable;
  const issues = input.names.flatMap((name, index) =>
    erasable.value.includes(name) && Object.hasOwn(target.fields, name)
      ? []
      : [{ pointer: `/names/${index}`, message: 'the entry has no such field that may be erased' }],
  );
  if (input.names.length === 0) issues.push({ pointer: '/names', message: 'nothing is erased' });
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });

  const names = [...new Set([...input.names, REQUEST])];
  const appended = await appendEvent(ctx, {
    subject: target.subject,
    key: input.key,
    event: { type: 'field.erased', values: { target: input.seq, names, ground: input.ground } },
    standing: { kind: 'addition', revision: target.revision + 1 },
  });
  if (!appended.ok) return appended;
  await ports.journal.erase(orgId, input.seq, names);
  await discardMails(ctx, target.subject);
  return done(appended.value.entry);
}
