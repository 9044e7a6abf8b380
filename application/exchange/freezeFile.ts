import type { Deliverable } from '../../domain/delivery/events';
import { fileExchangeId } from '../../domain/exchange/fileExchange';
import type { FileKept } from '../../domain/file/kept';
import type { Context } from '../ports/ports';
import { freezeExchange } from './freezeExchange';
import type { Peer } from './peers';

type Sent = { peer: Peer; partyId: string; noticeId: string; file: Omit<FileKept, 'via' | 'deliverables'> };

/**
 * What tells the other installation of a document (ADR 0041): its name, size and hash are sealed, its bytes lie once and
 * are read when they leave, so that one that was erased meanwhile goes nowhere.
 */
export async function freezeFile(
  ctx: Context,
  subjectId: string,
  { peer, partyId, noticeId, file }: Sent,
): Promise<Deliverable[]> {
  if (file.about.kind === 'filing') return [];
  const { kind: about, questionId } = file.about;
  const { hash, size, name } = file;
  return freezeExchange(ctx, subjectId, {
    id: fileExchangeId(about, questionId, hash),
    partyId,
    peer,
    at: ctx.ports.now().toISOString(),
    said: { kind: 'file', noticeId, about, questionId, hash, size, name },
  });
}
