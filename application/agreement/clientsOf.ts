import type { Agreement } from '../../domain/agreement/fold';
import { type Client, clientOf } from '../../domain/agreement/otherClients';
import type { Context } from '../ports/ports';
import { allAgreements } from './allAgreements';

/** Everybody for whom we process, as any version of a contract names them: a former client is named, too. By party. */
export type Clients = ReadonlyMap<string, Client>;

/** Read once for as many texts as are looked at. */
export const clientsOf = async (ctx: Pick<Context, 'orgId' | 'ports'>): Promise<Clients> =>
  clientsAmong(await allAgreements(ctx));

export function clientsAmong(agreements: readonly Agreement[]): Clients {
  const byParty = new Map<string, Named[]>();
  for (const agreement of agreements) {
    const { partyId } = agreement;
    byParty.set(partyId, [...(byParty.get(partyId) ?? []), namesOf(agreement)]);
  }
  return new Map([...byParty].map(([partyId, found]) => [partyId, clientOf({ partyId, ...together(found) })]));
}

type Named = Pick<Client, 'agreementIds' | 'names' | 'aliases' | 'domains'>;

const together = (found: readonly Named[]): Named => ({
  agreementIds: found.flatMap(({ agreementIds }) => agreementIds),
  names: unique(found.flatMap(({ names }) => names)),
  aliases: unique(found.flatMap(({ aliases }) => aliases)),
  domains: unique(found.flatMap(({ domains }) => domains)),
});

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** A contract whose text was erased names nobody any more. */
function namesOf({ id, versions }: Agreement): Named {
  const controllers = versions.toReversed().flatMap(({ document }) => (document === null ? [] : [document.controller]));
  const addresses = controllers.flatMap(({ dpo, noticeContacts, dataSubjectRequestsContact }) => [
    dpo.email,
    ...noticeContacts.map(({ email }) => email),
    dataSubjectRequestsContact.email,
  ]);
  return {
    agreementIds: [id],
    names: controllers.map(({ name }) => name),
    aliases: controllers.flatMap(({ alsoKnownAs = [] }) => alsoKnownAs),
    domains: addresses.flatMap((address) => address?.toLowerCase().split('@').slice(1) ?? []),
  };
}
