import { refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { decideTransfer, type TransferCommand } from '../../domain/transfer/decide';
import { changeMatter, type WrittenMatter } from '../atOnce/matterEntries';
import { mayRecordTransfer } from '../policies/transfer';
import type { Call } from '../ports/ports';

export type CommandTransfer = {
  transferId: string;
  key: string;
  command: TransferCommand;
  decided?: number | undefined;
};

/** Secrecy is put off or ended, or the matter is over. */
export async function commandTransfer({ ctx, input }: Call<CommandTransfer>): Promise<Result<WrittenMatter>> {
  if (!mayRecordTransfer(ctx)) return refused({ code: 'actor.forbidden' });
  const { transferId: id, key, command, decided } = input;
  return changeMatter(ctx, {
    kind: 'transfer',
    id,
    key,
    request: plain({ transferId: id, ...command }),
    decided,
    decide: (transfer) => decideTransfer(transfer, command, ctx.ports.now()),
  });
}
