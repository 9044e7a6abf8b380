import type { FileKept } from '../../domain/file/kept';
import type { Subject } from '../../domain/journal/entry';
import type { Result } from '../../domain/shared/errors';
import { HOUR_MS } from '../../domain/shared/instant';
import type { Context } from '../ports/ports';
import { filesPlace } from './filesPlace';
import type { TakenFile } from './takeFile';

/** What an entry says of the file itself; `lodge` stores its bytes, once it is decided that it is kept. */
export type Coming = { facts: Omit<FileKept, 'about' | 'via' | 'deliverables'>; lodge(): Promise<unknown> };

/** Longer than any writing of an entry takes, whatever the clocks of two processes say. */
const LODGED_MS = HOUR_MS;

/**
 * Has the entry of a file written: its bytes are stored between decision and entry, under its subject's key of
 * files. Where no entry follows, the next sweep after an hour takes them (`sweepFiles`).
 *
 * @param write decides, lodges, appends the entry
 * @returns as `write`
 */
export async function keepFile<T extends { created: boolean }>(
  { orgId, ports }: Context,
  { id }: Subject,
  { bytes, ...facts }: TakenFile,
  write: (coming: Coming) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { hash, mediaType } = facts;
  const place = filesPlace(id);
  let lodged: Promise<unknown> | null = null; // another try stores nothing again
  const lodge = () => {
    const until = new Date(ports.now().getTime() + LODGED_MS);
    lodged ??= ports.documents.lodge(orgId, place, { address: '', mediaType, bytes }, until);
    return lodged;
  };
  const kept = await write({ facts, lodge });
  if (kept.ok && kept.value.created) await ports.documents.settle(orgId, place, hash);
  return kept;
}
