import { type Client, clientOf } from '../../domain/agreement/otherClients';

/** A client by one agreement, whose id is its party's, too. */
export const clientNamed = (agreementId: string, name: string, more: Partial<Client> = {}): Client =>
  clientOf({ partyId: agreementId, agreementIds: [agreementId], names: [name], aliases: [], domains: [], ...more });
