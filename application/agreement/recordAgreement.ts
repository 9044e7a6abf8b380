import type { Annex1 } from '../../domain/agreement/annex1';
import { agreementIdOf, decideRecord } from '../../domain/agreement/decide';
import type { Entry } from '../../domain/journal/entry';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { plain } from '../../domain/shared/plain';
import { appendEvent } from '../entries/appendEvent';
import { mayRecordAgreement } from '../policies/agreement';
import type { Call } from '../ports/ports';

export type RecordAgreement = {
  key: string;
  document: Annex1;
  /** Record of the controller, if there is one already; by default it follows from the SIREN. */
  partyId?: string;
};

/** `ref` is the controller's own reference of the agreement. */
export type WrittenAgreement = { id: string; ref: string; seq: number; revision: number; created: boolean };

/** Takes a contract that both sides have signed on paper. From here on it changes only by an amendment. */
export async function recordAgreement({ ctx, input }: Call<RecordAgreement>): Promise<Result<WrittenAgreement>> {
  if (!mayRecordAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, document, partyId } = input;
  const request = plain({ document, partyId });
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, canonical(request));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(writtenAgreement(repeat.value, document.reference, false));

  const decided = decideRecord(document, partyId);
  if (!decided.ok) return decided;
  const { type, values } = decided.value;
  const appended = await appendEvent(ctx, {
    subject: { kind: 'agreement', id: agreementIdOf(document) },
    key,
    request,
    event: { type, values: plain(values) },
    standing: { kind: 'decision', revision: 1 },
  });
  if (appended.ok) return done(writtenAgreement(appended.value.entry, document.reference, appended.value.created));
  if (appended.error.code !== 'revision.taken') return appended;
  const message = 'this agreement is recorded: change it by an amendment';
  return refused({ code: 'input.invalid', issues: [{ pointer: '/reference', message }] });
}

export function writtenAgreement({ subject, seq, revision }: Entry, ref: string, created: boolean): WrittenAgreement {
  return { id: subject.id, ref, seq, revision, created };
}
