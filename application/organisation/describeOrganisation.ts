import type { Identity } from '../../domain/authority/identity';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayDescribe } from '../policies/organisation';
import type { Call } from '../ports/ports';
import { changeOrganisation } from './changeOrganisation';

/** What the organisation says of itself in the authority's form, for every case whose record is silent there (domain rules 2.2). */
export async function describeOrganisation({
  ctx,
  input: { key, identity },
}: Call<{ key: string; identity: Identity }>): Promise<Result<{ seq: number }>> {
  if (!mayDescribe(ctx)) return refused({ code: 'actor.forbidden' });
  const entry = await changeOrganisation(ctx, { key, command: { kind: 'describe', identity } });
  return entry.ok ? done({ seq: entry.value.seq }) : entry;
}
