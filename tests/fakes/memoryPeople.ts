import type { FormPlace, KeptForms } from '../../application/ports/keptForms';
import type { Name, People } from '../../application/ports/people';
import type { Session, Sessions } from '../../application/ports/sessions';
import type { TokenPlace, Tokens } from '../../application/ports/tokens';
import type { Member } from '../../domain/organisation/fold';

export function createMemoryPeople(membersOf: (orgId: string) => Promise<readonly Member[]>): People {
  const kept = new Map<string, Map<string, Name>>();
  const of = (orgId: string) => kept.get(orgId) ?? kept.set(orgId, new Map()).get(orgId) ?? new Map<string, Name>();
  const present = async (orgId: string) =>
    (await membersOf(orgId)).flatMap(({ personId, roles, until }) => {
      const name = of(orgId).get(personId);
      return name === undefined || until !== null ? [] : [{ id: personId, ...name, roles }];
    });
  return {
    names: async (orgId) => new Map(of(orgId)),
    withRoles: async (orgId, roles) => (await present(orgId)).filter((one) => one.roles.some((r) => roles.includes(r))),
    find: async (orgId, personId) => (await present(orgId)).find(({ id }) => id === personId) ?? null,
    put: async (orgId, personId, name) => void of(orgId).set(personId, name),
    forget: async (orgId, personId) => void of(orgId).delete(personId),
  };
}

export function createMemoryTokens(): Tokens {
  const rows = new Map<string, TokenPlace>();
  return {
    put: async (hash, place) => {
      const isTaken = [...rows.values()].some((row) => row.orgId === place.orgId && row.tokenId === place.tokenId);
      if (!isTaken) rows.set(hash, place);
      return !isTaken;
    },
    find: async (hash) => rows.get(hash) ?? null,
  };
}

export function createMemorySessions(): Sessions {
  const rows = new Map<string, Session>();
  return {
    open: async (hash, session) => void rows.set(hash, session),
    find: async (hash) => rows.get(hash) ?? null,
    close: async (hash) => void rows.delete(hash),
  };
}

export function createMemoryKeptForms(): KeptForms {
  const rows = new Map<string, string>();
  const idOf = ({ secret, path, key }: FormPlace) => [secret, path, key].join(' ');
  return {
    keep: async (place, text) => void rows.set(idOf(place), text),
    find: async (place) => rows.get(idOf(place)) ?? null,
    drop: async (place) => void rows.delete(idOf(place)),
  };
}
