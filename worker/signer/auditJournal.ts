import { erasuresIn, type Gone, isErasure, type Missing, missingFrom } from '../../application/journal/journalWindows';
import type { Journal } from '../../application/ports/journal';
import type { SignedHeads } from '../../application/ports/signedHeads';
import { firstMissing } from '../../domain/journal/entryMissing';
import { faultOf } from '../../domain/journal/faults';
import { createPeaks } from '../../domain/journal/peaks';
import { SigningRefused } from './signingRefused';

export type AuditParts = {
  journal: Pick<Journal, 'readWindow'>;
  heads: Pick<SignedHeads, 'newest'>;
  /** An entry is not what was written. Told at each pass: to be told on once. Rejects when that could not be written. */
  changed(orgId: string, seq: number): Promise<void>;
};

const WINDOW = 256;

/** `missing`: fields without a value, up to the entry that says that they were erased. */
type Pass = {
  size: number;
  root: string;
  done: number;
  peaks: ReturnType<typeof createPeaks>;
  gone: Map<number, Gone>;
  missing: Missing[];
};

/**
 * Reads what is signed again and again, some entries at a time, and hashes each anew from its fields: a value that was
 * changed in the database would else be served as truth. Erased values count by their commitment, and only where an
 * entry behind them says that they were erased.
 */
export function createAudit({ journal, heads, changed }: AuditParts, restMs: number) {
  const passes = new Map<string, Pass>();
  const restedUntilMs = new Map<string, number>();

  async function passOf(orgId: string): Promise<Pass | null> {
    const under = passes.get(orgId);
    if (under !== undefined) return under;
    if (performance.now() < (restedUntilMs.get(orgId) ?? 0)) return null;
    const head = await heads.newest(orgId);
    if (head === null) return null;
    return { size: head.size, root: head.root, done: 0, peaks: createPeaks(), gone: new Map(), missing: [] };
  }

  /** Of what was erased while the pass was under way, the entry that says so stands above what it reads. */
  async function readRest(orgId: string, { size, gone }: Pass): Promise<void> {
    for (let read = size; ; read += WINDOW) {
      const entries = await journal.readWindow(orgId, read, WINDOW);
      erasuresIn(entries, gone);
      if (entries.length < WINDOW) return;
    }
  }

  /** Tells of each entry that lost a value without a word. */
  async function tellTaken(orgId: string, pass: Pass): Promise<void> {
    const unexplained = () => pass.missing.filter((one) => !isErasure(one, pass.gone));
    if (unexplained().length > 0) await readRest(orgId, pass);
    for (const seq of new Set(unexplained().map((one) => one.seq))) await changed(orgId, seq);
  }

  return {
    /** Forgets a pass: what was signed is another thing now. */
    forget: (orgId: string): void => void passes.delete(orgId),

    /** @throws SigningRefused when an entry is missing, or all are right in themselves and are not what was signed. */
    async step(orgId: string): Promise<void> {
      const pass = await passOf(orgId);
      if (pass === null) return;
      const count = Math.min(WINDOW, pass.size - pass.done);
      const entries = await journal.readWindow(orgId, pass.done, count);
      const marked = pass.size;
      const missing = firstMissing(entries, pass.done + 1, count);
      if (missing !== null) throw new SigningRefused({ orgId, reason: 'entryMissing', marked, found: missing });
      for (const entry of entries) if (faultOf(entry) !== null) await changed(orgId, entry.seq);
      for (const { leaf } of entries) pass.peaks.add(leaf);
      pass.missing.push(...missingFrom(entries, pass.gone));
      erasuresIn(entries, pass.gone);
      pass.missing = pass.missing.filter((one) => !isErasure(one, pass.gone));
      pass.done += count;
      passes.set(orgId, pass);
      if (pass.done < pass.size) return;
      await tellTaken(orgId, pass);
      passes.delete(orgId);
      restedUntilMs.set(orgId, performance.now() + restMs);
      if (pass.peaks.root() !== pass.root)
        throw new SigningRefused({ orgId, reason: 'journalDiffers', marked, found: marked });
    },
  };
}
