import type { KeptFile } from '../../domain/file/kept';
import { done, refused, type Result } from '../../domain/shared/errors';
import { trace } from '../journal/trace';
import type { StoredDocument } from '../ports/documents';
import type { Context } from '../ports/ports';
import { filesPlace } from './filesPlace';

/** A file that is kept with a subject, and its bytes. */
export type ReadFile = StoredDocument & { file: KeptFile };

/** One of these files as it came; who takes it is traced. `subject.unknown` also for one that was erased. */
export async function readFile(
  ctx: Context,
  { id, files }: { id: string; files: readonly KeptFile[] },
  hash: string,
): Promise<Result<ReadFile>> {
  const file = files.find((one) => one.hash === hash);
  if (file === undefined) return refused({ code: 'subject.unknown' });
  await trace(ctx, 'file', `${id}/${hash}`);
  const stored = await ctx.ports.documents.get(ctx.orgId, filesPlace(id), hash);
  return stored === null ? refused({ code: 'subject.unknown' }) : done({ ...stored, file });
}
