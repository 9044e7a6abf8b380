import type { Role } from '../../domain/shared/roles';
import type { DomainError, Result } from '../../domain/shared/errors';
import { DAY_MS } from '../../domain/shared/instant';
import { addMember } from '../people/addMember';
import { issueToken } from '../people/issueToken';
import type { Name } from '../ports/people';
import type { Context, Ports } from '../ports/ports';
import { createOrganisation } from './createOrganisation';
import { readOrganisation } from './readOrganisation';

/** Alone in the house, one person has every part that a first incident needs. */
const FIRST_ROLES: Role[] = ['O', 'IM', 'DPO', 'DIR'];
const FIRST_TOKEN_DAYS = 365;

/** Who issues the first token. */
export const FIRST_START = 'firstStart';

export type FirstStart = {
  ports: Ports;
  organisation: { name: string; language: 'fr' | 'en'; timeZone: string };
  person: Name;
};

/**
 * Makes one organisation, one person and one token where nothing is. Each step is found again under its key, so a
 * start that died half-way goes on. `token` is null whenever it has been shown before.
 *
 * @throws Error when a step is refused, which only damage explains
 */
export async function firstStart({
  ports,
  organisation,
  person,
}: FirstStart): Promise<{ orgId: string; token: string | null }> {
  const [known] = await ports.journal.organisations();
  const orgId = known ?? ports.newId();
  const ctx: Context = { orgId, actor: { kind: 'system', id: FIRST_START }, roles: [], ports };
  if (known === undefined) taken(await createOrganisation({ ctx, input: { key: 'first-start', ...organisation } }));

  const read = taken(await readOrganisation({ ctx }));
  // Its own first token is asked for again: had the process died before the secret was stored, it comes now.
  const [first] = read.tokens;
  if (first !== undefined && first.issuedBy !== ctx.actor.id) return { orgId, token: null };
  const personId =
    read.members[0]?.personId ??
    taken(await addMember({ ctx, input: { key: 'first-member', roles: FIRST_ROLES, name: person } })).personId;
  const expiresAt = new Date(Date.parse(read.createdAt) + FIRST_TOKEN_DAYS * DAY_MS).toISOString();
  const holder = { kind: 'person' as const, id: personId };
  const input = { key: 'first-token', holder, roles: FIRST_ROLES, expiresAt };
  const issued = taken(await issueToken({ ctx, input }));
  return { orgId, token: issued.secret };
}

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`first start: ${describe(result.error)}`);
}

const describe = (error: DomainError): string => error.code;
