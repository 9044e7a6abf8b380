import { type Command, decideAgreement } from '../../domain/agreement/decide';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import type { Context } from '../ports/ports';
import { type WrittenAgreement, writtenAgreement } from './recordAgreement';

export type Change = { agreementId: string; key: string; command: Command; decided?: number | undefined };

/** One command as one entry; who may was asked before. */
export async function changeAgreement(ctx: Context, change: Change): Promise<Result<WrittenAgreement>> {
  const { agreementId, key, command, decided } = change;
  const changed = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key,
    request: plain({ agreementId, ...command }),
    decided,
    standing: 'decision',
    decide(agreement) {
      const event = decideAgreement(agreement, command, ctx.ports.now());
      return event.ok ? done({ type: event.value.type, values: plain(event.value.values) }) : event;
    },
  });
  if (!changed.ok) return changed;
  const { entry, created, before } = changed.value;
  const agreement = before ?? (await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId));
  return agreement === null
    ? refused({ code: 'subject.unknown' })
    : done(writtenAgreement(entry, agreement.reference, created));
}
