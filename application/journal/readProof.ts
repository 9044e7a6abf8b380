import type { Hash } from '../../domain/journal/merkle';
import { done, refused, type Result } from '../../domain/shared/errors';
import { mayReadJournal } from '../policies/journal';
import { provable } from './provable';
import type { Call } from '../ports/ports';
import type { Checkpoint } from '../ports/signedHeads';

export type EntryProof = { seq: number; leaf: Hash; path: Hash[]; checkpoint: Checkpoint };

/** That one entry stands in the journal as the newest checkpoint signs it (RFC 9162 section 2.1.3). */
export async function readProof({ ctx, input: { seq } }: Call<{ seq: number }>): Promise<Result<EntryProof>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  const [entry] = await ports.journal.readWindow(orgId, seq - 1, 1);
  if (entry === undefined) return refused({ code: 'subject.unknown' });
  const checkpoint = await ports.proofs.heads.newest(orgId);
  if (checkpoint === null || checkpoint.size < seq) return refused({ code: 'checkpoint.missing' });
  const path = await provable(ports.proofs.tree.inclusion(orgId, seq, checkpoint.size));
  return path.ok ? done({ seq, leaf: entry.leaf, path: path.value, checkpoint }) : path;
}
