import { createOrganisation } from '../../application/organisation/createOrganisation';
import { addMember } from '../../application/people/addMember';
import { issueToken } from '../../application/people/issueToken';
import type { Context, Ports } from '../../application/ports/ports';
import { DEMONSTRATOR } from '../../domain/organisation/fold';
import type { Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { composePorts } from '../../runtime/compose/ports';
import { composeStores } from '../../runtime/compose/stores';
import type { Connected } from '../../runtime/config';
import { openLog } from '../../runtime/log';
import type { Language } from '../shell/language';

export type People<Part extends string> = Readonly<Record<Part, { name: string; roles: readonly Role[] }>>;
export type Member = { personId: string; email: string; token: string };
export type Founded<Part extends string> = { orgId: string; members: Record<Part, Member>; tool: string };

const TOKEN_LIFE_MS = 7 * 86_400_000;

/**
 * An organisation with its people and a detecting tool, a token for each, on the running system. Mail addresses end in
 * `.example`: nobody's (RFC 2606). Whoever may read the data folder may do this.
 */
export async function foundOrganisation<Part extends string>(
  config: Connected,
  { name, language, people }: { name: string; language: Language; people: People<Part> },
): Promise<Founded<Part>> {
  const { stores, database } = await composeStores(config);
  try {
    const ports = composePorts(config, stores, openLog('demo', { logLevel: 'error' }));
    const orgId = ports.newId();
    const ctx: Context = { orgId, actor: DEMONSTRATOR, roles: [], ports };
    taken(await createOrganisation({ ctx, input: { key: 'demo', name, language, timeZone: 'Europe/Paris' } }));
    const members = {} as Record<Part, Member>;
    for (const [part, { name: called, roles }] of Object.entries(people) as [Part, People<Part>[Part]][]) {
      const email = `${part.toLowerCase()}-${orgId.slice(-8)}@demo.example`;
      const input = { key: `demo-${part}`, roles: [...roles], name: { name: called, email, phone: null, language } };
      const { personId } = taken(await addMember({ ctx, input }));
      members[part] = { personId, email, token: await tokenOf(ctx, { kind: 'person', id: personId }, roles) };
    }
    return { orgId, members, tool: await tokenOf(ctx, { kind: 'tool', id: 'detector' }, ['O']) };
  } finally {
    await database.close();
  }
}

async function tokenOf(
  ctx: Context & { ports: Ports },
  holder: { kind: 'person' | 'tool'; id: string },
  roles: readonly Role[],
): Promise<string> {
  const expiresAt = new Date(ctx.ports.now().getTime() + TOKEN_LIFE_MS).toISOString();
  const input = { key: `demo-${holder.id}-token`, holder, roles: [...roles], expiresAt };
  const { secret } = taken(await issueToken({ ctx, input }));
  if (secret === null) throw new Error('a token was not shown');
  return secret;
}

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`the demonstration's organisation: ${result.error.code}`);
}
