import type { KeptFile } from '../../domain/file/kept';
import type { Context } from '../ports/ports';
import { filesPlace } from './filesPlace';
import type { SentFile } from './takeFile';

/** A kept file as one that is sent, to be handed to another organisation; null once it was erased. */
export async function storedFile(
  { orgId, ports }: Context,
  subjectId: string,
  { hash, name }: KeptFile,
): Promise<SentFile | null> {
  const stored = await ports.documents.get(orgId, filesPlace(subjectId), hash);
  return stored && { name, bytes: oneChunk(stored.bytes) };
}

/** Bytes that are there already, as if they came. */
export async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
