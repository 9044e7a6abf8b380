import type { Entry } from '../../domain/journal/entry';
import { foldSigning } from '../../domain/journal/signing';
import type { Ports } from '../ports/ports';

/** Asked again no sooner: readiness is asked every few seconds, by several. */
const KEPT_MS = 2_000;

/**
 * Whether no organisation's journal contradicts what was signed, as far as two persons have not accepted it. Only
 * organisations that a refusal was ever written for are looked at, and of each what was written on it since: however
 * many there are, it is one query as a rule.
 */
export function createSigningWatch({ journal, now }: Pick<Ports, 'journal' | 'now'>): () => Promise<boolean> {
  const known = new Map<string, { revision: number; told: Entry[] }>();
  let answer = { atMs: Number.NEGATIVE_INFINITY, isSigned: true };

  async function isSigned(orgId: string): Promise<boolean> {
    const before = known.get(orgId) ?? { revision: 0, told: [] };
    const newer = await journal.readSubject(orgId, { kind: 'organisation', id: orgId }, before.revision);
    const told = [...before.told, ...newer.filter(({ type }) => /^journal\.(refused|accepted)$/.test(type))];
    known.set(orgId, { revision: newer.at(-1)?.revision ?? before.revision, told });
    return foldSigning(told).every(({ acceptedBy }) => acceptedBy !== null);
  }

  return async () => {
    const nowMs = now().getTime();
    if (nowMs - answer.atMs < KEPT_MS) return answer.isSigned;
    const all: boolean[] = [];
    for (const orgId of await journal.everRefused()) all.push(await isSigned(orgId));
    answer = { atMs: nowMs, isSigned: all.every(Boolean) };
    return answer.isSigned;
  };
}
