import { readVerifierKey } from '../../domain/journal/note';
import type { Ports } from '../ports/ports';

/** The organisation of this installation whose own key this is; null for any other key, one of the same name too. */
export async function organisationOf({ journal, proofs: { notary } }: Ports, key: string): Promise<string | null> {
  const name = readVerifierKey(key)?.name;
  if (name === undefined) return null;
  const orgId = (await journal.organisations()).find((one) => notary.origin(one) === name);
  return orgId !== undefined && (await notary.verifierKey(orgId)) === key ? orgId : null;
}
