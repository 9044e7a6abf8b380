/** Never more often than this, milliseconds, whatever is said to be due. */
const SHORTEST_WAIT_MS = 1_000;
/** What is due later is asked about again: a timer of weeks would go off at once. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Does something for an organisation now, and again when it says that more is due. One at a time for each; what fails
 * is left to the next call (of an entry, or of the sweep).
 *
 * @param settle resolves to when it is to be called again (milliseconds since the epoch), or null
 */
export function createRetries(settle: (orgId: string) => Promise<number | null>, now: () => Date) {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<string>();
  const again = new Set<string>();

  async function run(orgId: string): Promise<void> {
    clearTimeout(timers.get(orgId));
    if (running.has(orgId)) return void again.add(orgId);
    running.add(orgId);
    const nextAtMs = await settle(orgId).catch(() => null);
    running.delete(orgId);
    if (again.delete(orgId)) return run(orgId);
    if (nextAtMs === null) return;
    const waitMs = Math.min(Math.max(nextAtMs - now().getTime(), SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    timers.set(orgId, setTimeout(() => void run(orgId), waitMs).unref());
  }

  return (orgId: string): void => void run(orgId);
}
