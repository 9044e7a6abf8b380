import type { Tie } from '../../domain/agreement/tie';
import { readVerifierKey } from '../../domain/journal/note';
import { done, type Issue, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { changeSubject } from '../entries/changeSubject';
import { isAdmitted } from '../inside/isAdmitted';
import { organisationOf } from '../inside/organisationOf';
import { mayRecordAgreement } from '../policies/agreement';
import type { Call, Context } from '../ports/ports';
import { type WrittenAgreement, writtenAgreement } from './recordAgreement';

export type TieAgreement = { agreementId: string; key: string; tie: Tie };

/**
 * The controller of an agreement is itself an organisation of this installation, or of another: it gave us its key, and
 * has recorded us with ours. From here on its notices are handed to its case by themselves (ADR 0031, 0037). Without a key,
 * no longer.
 */
export async function tieAgreement({ ctx, input }: Call<TieAgreement>): Promise<Result<WrittenAgreement>> {
  if (!mayRecordAgreement(ctx)) return refused({ code: 'actor.forbidden' });
  const { agreementId, key, tie } = input;
  const changed = await changeSubject(ctx, {
    kind: 'agreement',
    id: agreementId,
    key,
    request: plain({ agreementId, command: 'tie', ...tie }),
    standing: 'addition',
    async decide() {
      const issue = tie.exchangeUrl === null ? null : await outsideFault(ctx, tie.key);
      if (issue !== null) return refused({ code: 'input.invalid', issues: [issue] });
      const isInside = tie.key !== null && tie.exchangeUrl === null;
      const orgId = isInside ? await consenting(ctx, tie.key ?? '') : null;
      if (orgId === null && isInside) return refused({ code: 'input.invalid', issues: [NOT_OURS] });
      return done({ type: 'agreement.tied', values: plain({ organisationId: orgId, ...tie }) });
    },
  });
  if (!changed.ok) return changed;
  const { entry, created, before } = changed.value;
  const agreement = before ?? (await ctx.ports.projections.read(ctx.orgId, 'agreement', agreementId));
  return agreement === null
    ? refused({ code: 'subject.unknown' })
    : done(writtenAgreement(entry, agreement.reference, created));
}

/** Of another installation nothing can be looked up: its key must be one, and not our own. */
async function outsideFault(ctx: Context, key: string | null): Promise<Issue | null> {
  if (key === null) return { pointer: '/exchangeUrl', message: 'is told nothing without its key' };
  const isKey = readVerifierKey(key) !== null;
  const isOwn = isKey && key === (await ctx.ports.proofs.notary.verifierKey(ctx.orgId));
  if (isOwn) return { pointer: '/key', message: 'is your own key: paste the one that the controller gave' };
  return isKey ? null : { pointer: '/key', message: 'is no public key: paste the whole line (name+id+base64)' };
}

/** One refusal for all that is missing: whoever tries keys learns of no organisation. */
const NOT_OURS = {
  pointer: '/key',
  message: 'is the key of no organisation of this installation that lets our notices in: it has to record us first',
};

async function consenting(ctx: Context, key: string): Promise<string | null> {
  const orgId = await organisationOf(ctx.ports, key);
  return orgId !== null && orgId !== ctx.orgId && (await isAdmitted(ctx, orgId)) ? orgId : null;
}
