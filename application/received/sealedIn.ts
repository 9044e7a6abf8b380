import type { Sealed } from '../../domain/controllerCase/decideReceived';
import { readEnvelope, type ReadEnvelope } from '../../domain/controllerCase/envelope';
import { readVerifierKey } from '../../domain/journal/note';
import type { Opens } from '../../domain/party/events';
import type { Party } from '../../domain/party/fold';
import { opensWhat } from '../../domain/party/opensWhat';
import { done, refused, type Result } from '../../domain/shared/errors';
import { allParties } from '../party/readParties';
import type { Context } from '../ports/ports';

/** What an envelope says, whose key sealed it, and what it is recorded to open here; null where nobody has said. */
export type Believed = { sealed: Sealed; key: string; opens: Opens | null };

/** What the envelope says, once its seal is known to be of the party whose name it bears. */
export async function sealedIn(ctx: Context, envelope: string): Promise<Result<Believed>> {
  const read = readEnvelope(envelope);
  if (typeof read === 'string') return fault(read);
  const { origin } = read.header;
  const party = (await allParties(ctx)).find(({ key }) => key !== null && readVerifierKey(key)?.name === origin);
  if (party === undefined || party.key === null) {
    return fault(`is of ${origin}, whose key is not recorded: record the party with the key that it gave you`);
  }
  if (!ctx.ports.proofs.notary.isSignedBy(party.key, read.note)) {
    return fault(
      `is not sealed by the key of ${origin} that you have recorded: it is forged, or their key has changed`,
    );
  }
  return done({ sealed: sealedOf(read, party), key: party.key, opens: opensWhat(party) });
}

const sealedOf = ({ header, facts, hash }: ReadEnvelope, party: Pick<Party, 'id' | 'name'>): Sealed => ({
  origin: header.origin,
  noticeId: header.notice.id,
  reference: header.notice.reference,
  version: header.notice.version,
  kind: header.notice.kind,
  madeAt: header.madeAt,
  hash,
  partyId: party.id,
  from: party.name ?? header.origin,
  facts,
});

/** What is wrong with the envelope itself. */
export const fault = (message: string): Result<never> =>
  refused({ code: 'input.invalid', issues: [{ pointer: '/envelope', message }] });
