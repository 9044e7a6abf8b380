import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMongoPeople } from '../../../adapters/mongo/people';
import { createMongoSessions } from '../../../adapters/mongo/sessions';
import { createMongoTokens } from '../../../adapters/mongo/tokens';
import type { People } from '../../../application/ports/people';
import type { Sessions } from '../../../application/ports/sessions';
import type { Tokens } from '../../../application/ports/tokens';
import type { Member } from '../../../domain/organisation/fold';
import { createMemoryPeople, createMemorySessions, createMemoryTokens } from '../../fakes/memoryPeople';
import { startMongo } from '../../fakes/servers';

const since = '2026-03-27T09:00:00.000Z';
const members: Record<string, Member[]> = {
  slime: [
    { personId: 'p1', roles: ['DIR', 'O'], since, until: null },
    { personId: 'p2', roles: ['DPO'], since, until: null },
    { personId: 'p3', roles: ['DIR'], since, until: since },
  ],
  other: [{ personId: 'p1', roles: ['DIR'], since, until: null }],
};
const membersOf = async (orgId: string) => members[orgId] ?? [];
const camille = { name: 'Camille Modèle', email: 'camille@exemple.fr', phone: null, language: 'fr' as const };
const paul = { ...camille, name: 'Paul Modèle', email: 'paul@exemple.fr' };

type Kept = { people: People; tokens: Tokens; sessions: Sessions };
let mongo: Awaited<ReturnType<typeof startMongo>>;
let kept: Record<string, Kept>;

beforeAll(async () => {
  mongo = await startMongo();
  kept = {
    memory: {
      people: createMemoryPeople(membersOf),
      tokens: createMemoryTokens(),
      sessions: createMemorySessions(),
    },
    mongo: {
      people: await createMongoPeople(mongo.db, membersOf),
      tokens: await createMongoTokens(mongo.db),
      sessions: await createMongoSessions(mongo.db),
    },
  };
});
afterAll(() => mongo.stop());

const of = (name: string): Kept => {
  const found = kept[name];
  if (found === undefined) throw new Error(name);
  return found;
};

describe.each(['memory', 'mongo'])('people, tokens and sessions in %s', (name) => {
  it('give a person the roles that the journal gives, and who has left to nobody', async () => {
    const { people } = of(name);
    for (const id of ['p1', 'p2', 'p3']) await people.put('slime', id, camille);
    expect(await people.withRoles('slime', ['DIR'])).toEqual([{ id: 'p1', ...camille, roles: ['DIR', 'O'] }]);
    expect(await people.find('slime', 'p3')).toBeNull();
    expect((await people.names('slime')).get('p3')).toEqual(camille);
  });

  it('keep one organisation’s names from another', async () => {
    const { people } = of(name);
    await people.put('slime', 'p1', camille);
    expect(await people.find('other', 'p1')).toBeNull();
    expect(await people.names('other')).toEqual(new Map());
  });

  it('change a name in place, and erase it', async () => {
    const { people } = of(name);
    await people.put('slime', 'p1', camille);
    await people.put('slime', 'p1', paul);
    expect(await people.find('slime', 'p1')).toMatchObject({ name: 'Paul Modèle' });
    await people.forget('slime', 'p1');
    expect(await people.find('slime', 'p1')).toBeNull();
    expect((await people.names('slime')).has('p1')).toBe(false);
  });

  it('store one secret a token: of several that try at once, one wins', async () => {
    const { tokens } = of(name);
    const place = { orgId: 'slime', tokenId: 't1' };
    const hashes = Array.from({ length: 20 }, (_, index) => `${name}-${index}`);
    const won = await Promise.all(hashes.map((hash) => tokens.put(hash, place)));
    expect(won.filter(Boolean)).toHaveLength(1);
    const found = await Promise.all(hashes.map((hash) => tokens.find(hash)));
    expect(found.filter((one) => one !== null)).toEqual([place]);
  });

  it('let another organisation have a token of the same id', async () => {
    const { tokens } = of(name);
    expect(await tokens.put('hash-of-other', { orgId: 'other', tokenId: 't1' })).toBe(true);
  });

  it('end a session', async () => {
    const { sessions } = of(name);
    const credential = { kind: 'token' as const, orgId: 'slime', tokenId: 't1' };
    const session = { credential, csrf: 'c', expiresAt: '2100-01-01T00:00:00.000Z' };
    await sessions.open('cookie-hash', session);
    expect(await sessions.find('cookie-hash')).toEqual(session);
    await sessions.close('cookie-hash');
    expect(await sessions.find('cookie-hash')).toBeNull();
  });
});

it('an empty organisation never reaches the database', async () => {
  await expect(of('mongo').people.names('')).rejects.toThrow('orgId is empty');
  await expect(of('mongo').tokens.put('h', { orgId: '', tokenId: 't' })).rejects.toThrow('orgId is empty');
});
