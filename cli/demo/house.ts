import { createOrganisation } from '../../application/organisation/createOrganisation';
import { addMember } from '../../application/people/addMember';
import { issueToken } from '../../application/people/issueToken';
import type { Context } from '../../application/ports/ports';
import type { Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { composePorts } from '../../runtime/compose/ports';
import { composeStores } from '../../runtime/compose/stores';
import type { Connected } from '../../runtime/config';
import { openLog } from '../../runtime/log';
import type { Language } from '../shell/language';

/** Roles under the names by which the story calls people. Mail addresses end in `.example`: nobody's (RFC 2606). */
const people = {
  director: { name: 'Alix Modèle', roles: ['DIR'] },
  dpo: { name: 'Sacha Gabarit', roles: ['DPO'] },
  manager: { name: 'Lou Canevas', roles: ['IM'] },
  onCall: { name: 'Noa Patron', roles: ['O'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;

export type Part = keyof typeof people;
export type Member = { personId: string; email: string; token: string };
export type House = { orgId: string; members: Record<Part, Member>; tool: string };

const TOKEN_LIFE_MS = 7 * 86_400_000;
const ROLE_NAMES = Object.entries(people) as [Part, (typeof people)[Part]][];

/**
 * An organisation of its own for each demonstration, on the running system: what is shown must never lie in a real
 * journal, from which nothing can be taken out again. Whoever may read the data folder may do this.
 */
export async function openHouse(config: Connected, name: string, language: Language): Promise<House> {
  const { stores, database } = await composeStores(config);
  try {
    const ports = composePorts(config, stores, openLog('demo', { logLevel: 'error' }));
    const orgId = ports.newId();
    const ctx: Context = { orgId, actor: { kind: 'system', id: 'demo' }, roles: [], ports };
    taken(await createOrganisation({ ctx, input: { key: 'demo', name, language, timeZone: 'Europe/Paris' } }));
    const expiresAt = new Date(ports.now().getTime() + TOKEN_LIFE_MS).toISOString();

    const members: Partial<Record<Part, Member>> = {};
    for (const [part, { name: called, roles }] of ROLE_NAMES) {
      const email = `${part.toLowerCase()}-${orgId.slice(-8)}@demo.example`;
      const input = { key: `demo-${part}`, roles: [...roles], name: { name: called, email, phone: null, language } };
      const { personId } = taken(await addMember({ ctx, input }));
      const holder = { kind: 'person' as const, id: personId };
      const issued = taken(
        await issueToken({ ctx, input: { key: `demo-${part}-token`, holder, roles: [...roles], expiresAt } }),
      );
      members[part] = { personId, email, token: secretOf(issued) };
    }
    const { director, dpo, manager, onCall } = members;
    if (!director || !dpo || !manager || !onCall) throw new Error('somebody is missing');
    const asTool = {
      key: 'demo-tool',
      holder: { kind: 'tool' as const, id: 'detector' },
      roles: ['O' as const],
      expiresAt,
    };
    const tool = secretOf(taken(await issueToken({ ctx, input: asTool })));
    return { orgId, members: { director, dpo, manager, onCall }, tool };
  } finally {
    await database.close();
  }
}

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`the demonstration's organisation: ${result.error.code}`);
}

function secretOf({ secret }: { secret: string | null }): string {
  if (secret === null) throw new Error('a token was not shown');
  return secret;
}
