import { done, refused, type Result } from '../../domain/shared/errors';
import { appendEvent } from '../entries/appendEvent';
import { mayRestoreJournal } from '../policies/journal';
import type { Call, Context } from '../ports/ports';
import { replayErasures } from './replayErasures';

/** `head`: where the restored journal ended. `marked`: what had been signed; more than `head` means that entries are lost. */
export type Restored = { seq: number; head: number; marked: number; erasures: number };

/**
 * After a backup was put back: takes again what erasures say has gone, then says in the journal where it goes on. The
 * relay reads that entry and pokes every open duty, so that clocks go on; what an entry says was accepted is not sent again.
 */
export async function restoreJournal({ ctx, input: { key } }: Call<{ key: string }>): Promise<Result<Restored>> {
  if (!mayRestoreJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const system: Context = { ...ctx, actor: { kind: 'system', id: 'restore' }, roles: [] };
  const erasures = await replayErasures({ ctx: system });
  if (!erasures.ok) return erasures;
  const values = {
    head: await ports.journal.head(orgId),
    marked: (await ports.proofs.marks.newest(orgId))?.size ?? 0,
  };
  const appended = await appendEvent(ctx, {
    subject: { kind: 'organisation', id: orgId },
    key,
    request: {},
    event: { type: 'journal.restored', values },
    standing: { kind: 'addition', revision: 1 },
  });
  if (!appended.ok) return appended;
  const { seq, fields } = appended.value.entry;
  const said = { head: Number(fields['head']?.value), marked: Number(fields['marked']?.value) };
  return done({ seq, ...said, erasures: erasures.value });
}
