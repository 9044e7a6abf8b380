import { type Difference, differences } from '../../domain/agreement/diff';
import type { Agreement } from '../../domain/agreement/fold';
import { type Liveness, livenessOf } from '../../domain/agreement/liveness';
import { type InForce, timelineOf } from '../../domain/agreement/versions';
import { done, refused, type Result } from '../../domain/shared/errors';
import type { Json } from '../../domain/shared/jcs';
import { offersOf } from '../delivery/offersOf';
import { mayReadAgreements } from '../policies/agreement';
import type { Call, Context } from '../ports/ports';

/** An agreement with the time for which each of its versions is in force, and which ways to its contacts were shown to work. */
export type AgreementRead = { agreement: Agreement; timeline: InForce[]; liveness: Liveness[] };

export async function readAgreement({ ctx, input }: Call<{ agreementId: string }>): Promise<Result<AgreementRead>> {
  const agreement = await load(ctx, input.agreementId);
  if (!agreement.ok) return agreement;
  const liveness = livenessOf(agreement.value, offersOf(ctx.ports, agreement.value), ctx.ports.now());
  return done({ agreement: agreement.value, timeline: timelineOf(agreement.value), liveness });
}

export type ListAgreements = { after?: string; limit: number };

/** Newest first; `after` is the id of the last one of the page before. */
export async function listAgreements({ ctx, input }: Call<ListAgreements>): Promise<Result<Agreement[]>> {
  if (!mayReadAgreements(ctx)) return refused({ code: 'actor.forbidden' });
  return done(await ctx.ports.projections.list(ctx.orgId, 'agreement', input));
}

/** What one version changes of another; `subject.unknown` for a version that there is not, or whose text was erased. */
export async function compareVersions({
  ctx,
  input,
}: Call<{ agreementId: string; from: number; to: number }>): Promise<Result<Difference[]>> {
  const agreement = await load(ctx, input.agreementId);
  if (!agreement.ok) return agreement;
  const documentOf = (number: number) =>
    agreement.value.versions.findLast(({ version, state }) => version === number && state !== 'WITHDRAWN')?.document ??
    null;
  const [from, to] = [documentOf(input.from), documentOf(input.to)];
  if (from === null || to === null) return refused({ code: 'subject.unknown' });
  return done(differences(from as Json, to as Json).filter(({ pointer }) => !pointer.startsWith('/signatures')));
}

async function load(ctx: Context, agreementId: string): Promise<Result<Agreement>> {
  if (!mayReadAgreements(ctx)) return refused({ code: 'actor.forbidden' });
  const agreement = await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId);
  return agreement === null ? refused({ code: 'subject.unknown' }) : done(agreement);
}
