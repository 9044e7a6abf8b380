import type { Name } from '../../application/ports/people';
import { randomBytes, randomUUID } from 'node:crypto';
import { firstStart } from '../../application/organisation/firstStart';
import { addMember } from '../../application/people/addMember';
import { authenticate } from '../../application/people/authenticate';
import { issueToken } from '../../application/people/issueToken';
import type { Context, Ports } from '../../application/ports/ports';
import type { Role } from '../../domain/shared/roles';
import { foldOrganisation } from '../../domain/organisation/fold';
import { createMemoryJournal } from './memoryJournal';
import { createMemoryPeople, createMemoryKeptForms, createMemorySessions, createMemoryTokens } from './memoryPeople';

export const camille = { name: 'Camille Modèle', email: 'camille@exemple.fr', phone: null, language: 'fr' as const };
export const slime = { name: 'Slime SAS', language: 'fr' as const, timeZone: 'Europe/Paris' };

/** The ports that organisations, people and tokens need, kept in memory. */
export function createHousePorts(now: () => Date) {
  const journal = createMemoryJournal(now);
  const read = async (orgId: string) =>
    foldOrganisation(await journal.readSubject(orgId, { kind: 'organisation', id: orgId }, 0));
  const partly = {
    journal,
    projections: { read: (orgId: string) => read(orgId), list: async () => [] },
    people: createMemoryPeople(async (orgId) => (await read(orgId))?.members ?? []),
    tokens: createMemoryTokens(),
    sessions: createMemorySessions(),
    keptForms: createMemoryKeptForms(),
    now,
    newId: () => randomUUID(),
    newNonce: () => randomBytes(32).toString('hex'),
    settings: { publicUrl: 'https://vigie.example', mailDomain: 'slime.example' },
  };
  return partly as typeof partly & Ports; // the other ports are never touched here
}

export const asSystem = (ports: Ports, orgId: string): Context => ({
  orgId,
  actor: { kind: 'system', id: 'test' },
  roles: [],
  ports,
});

/** The organisation, person and token of a first start, and who that is at the door. */
export async function startedHouse(ports: Ports) {
  const { orgId, token } = await firstStart({ ports, organisation: slime, person: camille });
  if (token === null) throw new Error('already started');
  return { orgId, token, director: await contextOf(ports, token) };
}

export async function contextOf(ports: Ports, secret: string): Promise<Context> {
  const who = await authenticate(ports, secret);
  if (who === null) throw new Error('nobody');
  return { orgId: who.orgId, actor: who.actor, roles: who.roles, ports };
}

/** Another member with a token of these roles. */
export async function newcomer(director: Context, roles: Role[], called?: Name) {
  const key = randomUUID();
  const name = called ?? { ...camille, email: `${key}@exemple.fr` };
  const added = await addMember({ ctx: director, input: { key, roles, name } });
  if (!added.ok) throw new Error(added.error.code);
  const holder = { kind: 'person' as const, id: added.value.personId };
  const expiresAt = new Date(director.ports.now().getTime() + 3_600_000).toISOString();
  const issued = await issueToken({ ctx: director, input: { key: `${key}-token`, holder, roles, expiresAt } });
  if (!issued.ok || issued.value.secret === null) throw new Error('no token');
  return { ...issued.value, secret: issued.value.secret, personId: added.value.personId };
}
