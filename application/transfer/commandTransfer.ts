import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { decideTransfer, type TransferCommand } from '../../domain/transfer/decide';
import { changeSubject } from '../entries/changeSubject';
import { discardMails } from '../journal/discardMails';
import { mayRecordTransfer } from '../policies/transfer';
import type { Call } from '../ports/ports';
import type { WrittenTransfer } from './recordTransfer';

export type CommandTransfer = {
  transferId: string;
  key: string;
  command: TransferCommand;
  decided?: number | undefined;
};

/** Secrecy is put off or ended, or the matter is over. Mails that leave meanwhile refuse nobody. */
export async function commandTransfer({ ctx, input }: Call<CommandTransfer>): Promise<Result<WrittenTransfer>> {
  if (!mayRecordTransfer(ctx)) return refused({ code: 'actor.forbidden' });
  const { transferId: id, key, command, decided } = input;
  const changed = await changeSubject(ctx, {
    kind: 'transfer',
    id,
    key,
    request: plain({ transferId: id, ...command }),
    decided,
    standing: 'decision',
    decide(transfer) {
      const event = decideTransfer(transfer, command, ctx.ports.now());
      return event.ok ? done({ type: event.value.type, values: plain(event.value.values) }) : event;
    },
  });
  if (!changed.ok) return changed;
  await discardMails(ctx, { kind: 'transfer', id }); // of a text that was erased while it was open
  const { entry, created } = changed.value;
  const now = await ctx.ports.projections.read(ctx.orgId, 'transfer', id);
  if (now === null) return refused({ code: 'subject.unknown' });
  return done({ id, ref: now.reference, seq: entry.seq, revision: entry.revision, created });
}
