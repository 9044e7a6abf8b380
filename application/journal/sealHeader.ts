import { hashOfLines, lineOf, sealLine, sealText } from '../../domain/journal/portable';
import type { Json } from '../../domain/shared/jcs';
import type { Context } from '../ports/ports';

/** Two lines: what is said as canonical JSON, and our seal over it. The same says the same bytes: Ed25519 draws no lots. */
export async function sealHeader({ orgId, ports }: Context, header: Json): Promise<string> {
  const { notary } = ports.proofs;
  const line = lineOf(header);
  const hash = hashOfLines();
  hash.add(line);
  return line + sealLine(await notary.sign(orgId, sealText(notary.origin(orgId), hash.hex())));
}
