import { hashOfLines, sealLine, sealText } from '../../domain/journal/portable';
import { appendEvent } from '../entries/appendEvent';
import type { Context } from '../ports/ports';

/** What the journal remembers of a copy that was given out. `partyId` null: the whole journal. */
export type GivenOut = { partyId: string | null; subjects: string[]; size: number };

/**
 * The lines, then the seal that signs them. Before the seal leaves, an entry says that this copy was given out: what
 * breaks off in between is a file that nobody takes.
 */
export async function* sealed(ctx: Context, given: GivenOut, lines: AsyncIterable<string>): AsyncGenerator<string> {
  const { orgId, ports } = ctx;
  const hash = hashOfLines();
  for await (const line of lines) {
    hash.add(line);
    yield line;
  }
  const fileHash = hash.hex();
  const { notary } = ports.proofs;
  const seal = await notary.sign(orgId, sealText(notary.origin(orgId), fileHash));
  await rememberGiven(ctx, given, fileHash);
  yield sealLine(seal);
}

/** Says that a copy was given out, before it is. @throws Error where that cannot be written: then nothing leaves */
export async function rememberGiven(ctx: Context, given: GivenOut, fileHash: string): Promise<void> {
  const remembered = await appendEvent(ctx, {
    subject: { kind: 'organisation', id: ctx.orgId },
    key: `extract.given/${fileHash}`,
    event: { type: 'extract.given', values: { ...given, fileHash } },
    standing: { kind: 'addition', revision: 1 },
  });
  if (!remembered.ok) throw new Error(`the copy could not be journalled: ${remembered.error.code}`);
}
