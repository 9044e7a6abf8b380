import { type Command, decideAgreement } from '../../domain/agreement/decide';
import type { Agreement } from '../../domain/agreement/fold';
import { changedBy } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import type { Context } from '../ports/ports';
import { type WrittenAgreement, writtenAgreement } from './recordAgreement';

export type Change = { agreementId: string; key: string; command: Command; decided?: number | undefined };

/** One command as one entry; who may was asked before. */
export async function changeAgreement(ctx: Context, change: Change): Promise<Result<WrittenAgreement>> {
  const { agreementId, key, command, decided } = change;
  const request = plain({ agreementId, ...command });
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId);
  if (agreement === null) return refused({ code: 'subject.unknown' });
  if (repeat.value !== null) return done(writtenAgreement(repeat.value, agreement.reference, false));
  if (decided !== undefined && decided !== agreement.decided) return stale(ctx, agreement, decided);

  const event = decideAgreement(agreement, command, ctx.ports.now());
  if (!event.ok) return event;
  const { type, values } = event.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'agreement', id: agreementId },
    key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: agreement.revision + 1 },
  });
  if (!appended.ok) return appended;
  return done(writtenAgreement(appended.value.entry, agreement.reference, appended.value.created));
}

async function stale(ctx: Context, { id, decided }: Agreement, since: number): Promise<Result<never>> {
  const newer = await ctx.ports.journal.readSubject(ctx.orgId, { kind: 'agreement', id }, since);
  return refused({ code: 'revision.stale', current: decided, changed: newer.map(changedBy) });
}
