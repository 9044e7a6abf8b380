const LONGEST_MS = 60_000;

/**
 * When what failed is tried again: after `firstMs`, then twice as long each time, a minute at most. A fault that lasts
 * would otherwise fill the log and load the database that is away.
 */
export function createTries(firstMs: number) {
  const failing = new Map<string, { waitMs: number; atMs: number }>();
  return {
    isTime: (name: string): boolean => performance.now() >= (failing.get(name)?.atMs ?? 0),
    failed(name: string): void {
      const waitMs = Math.min(LONGEST_MS, (failing.get(name)?.waitMs ?? firstMs / 2) * 2);
      failing.set(name, { waitMs, atMs: performance.now() + waitMs });
    },
    succeeded: (name: string): void => void failing.delete(name),
  };
}
