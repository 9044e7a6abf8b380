import type { Journal } from '../../application/ports/journal';
import type { KeptPacks } from '../../application/ports/keptPacks';
import { MINUTE_MS } from '../../domain/shared/instant';

export type PackParts = {
  journal: Pick<Journal, 'organisations' | 'head'>;
  packs: Pick<KeptPacks, 'put'>;
  /** The paper pack of this moment; null where it cannot be printed now. */
  print(orgId: string): Promise<Buffer | null>;
  now(): Date;
  failed(orgId: string, error: unknown): void;
};

/** When it is looked first and then how often, and how seldom a pack is made anew; milliseconds. */
export const packDefaults = { firstMs: 10_000, lookMs: MINUTE_MS, shortestMs: 5 * MINUTE_MS };

/**
 * Keeps the paper pack of each organisation current (feature F35): made anew where its journal has moved, one at a time and
 * not more often than `shortestMs`. Several processes may do it: each writes the same whole file. What fails is done again.
 */
export function createPackKeeper(parts: PackParts, { firstMs, lookMs, shortestMs } = packDefaults) {
  const made = new Map<string, { head: number; atMs: number }>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isStopped = false;

  async function keep(orgId: string): Promise<void> {
    const head = await parts.journal.head(orgId);
    const last = made.get(orgId);
    const atMs = parts.now().getTime();
    if (last !== undefined && (last.head === head || atMs - last.atMs < shortestMs)) return;
    const pdf = await parts.print(orgId);
    if (pdf === null) return;
    await parts.packs.put(orgId, pdf);
    made.set(orgId, { head, atMs });
  }

  /** One organisation whose pack fails holds up no other. */
  async function look(): Promise<void> {
    try {
      for (const orgId of await parts.journal.organisations()) {
        if (isStopped) return;
        await keep(orgId).catch((error: unknown) => parts.failed(orgId, error));
      }
    } catch (error) {
      parts.failed('every organisation', error);
    }
  }

  async function round(): Promise<void> {
    await look();
    if (!isStopped) timer = setTimeout(() => (looking = round()), lookMs);
  }

  return {
    look,
    /** What is urgent starts first. */
    start(): void {
      timer = setTimeout(() => (looking = round()), firstMs);
    },
    /** Resolves once nothing is under way. */
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
