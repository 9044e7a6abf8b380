import type { FileKept } from '../../domain/file/kept';
import type { Subject } from '../../domain/journal/entry';
import type { Result } from '../../domain/shared/errors';
import type { Context } from '../ports/ports';
import { discardUnnamed } from './discardFiles';
import { filesPlace } from './filesPlace';
import { type SentFile, takeFile } from './takeFile';

/** What an entry says of a file, without what it is about. */
export type FileFacts = Omit<FileKept, 'about'>;

/**
 * Stores a file under its subject's key of files and has its entry written; where none is, nothing of it stays.
 *
 * @param write appends the entry
 * @returns as `takeFile`, then as `write`
 */
export async function keepFile<T extends { created: boolean }>(
  ctx: Context,
  subject: Subject,
  sent: SentFile,
  write: (facts: FileFacts) => Promise<Result<T>>,
): Promise<Result<T>> {
  const taken = await takeFile(sent);
  if (!taken.ok) return taken;
  const { bytes, ...facts } = taken.value;
  const { hash, mediaType } = facts;
  await ctx.ports.documents.put(ctx.orgId, filesPlace(subject.id), { address: '', mediaType, bytes });
  const kept = await write(facts);
  if (!kept.ok || !kept.value.created) await discardUnnamed(ctx, subject, hash);
  return kept;
}
