import { OrganisationEvent } from '../../domain/organisation/events';
import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { mayCreateOrganisation } from '../policies/organisation';
import type { Call } from '../ports/ports';
import { organisationSubject } from './changeOrganisation';

export type CreateOrganisation = { key: string; name: string; language: 'fr' | 'en'; timeZone: string };

/** Opens a journal whose first entry says whose it is. `ctx.orgId` is the new, opaque id. */
export async function createOrganisation({ ctx, input }: Call<CreateOrganisation>): Promise<Result<{ seq: number }>> {
  if (!mayCreateOrganisation(ctx)) return refused({ code: 'actor.forbidden' });
  const { key, ...values } = input;
  const event = OrganisationEvent.parse({ type: 'organisation.created', values });
  const appended = await ctx.ports.journal.append(
    {
      orgId: ctx.orgId,
      at: ctx.ports.now().toISOString(),
      actor: ctx.actor,
      type: event.type,
      subject: organisationSubject(ctx.orgId),
      key,
      values,
      request: canonical(values),
    },
    { kind: 'decision', revision: 1 },
  );
  return appended.ok ? done({ seq: appended.value.entry.seq }) : appended;
}
