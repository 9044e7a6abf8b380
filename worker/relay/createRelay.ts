import { followJournal, type Following } from './followJournal';
import { pokeOpenDuties, type Sweeping } from './pokeOpenDuties';

export type RelaySettings = {
  /** A net under lost wake-ups. */
  netMs: number;
  /** Every open duty is poked again this often. */
  sweepMs: number;
  /** A tick this late means that the machine slept or its clock was moved. */
  clockJumpMs: number;
  /** After a wake-up the relay waits this long, so that what one act writes in a row becomes one poke. */
  settleMs: number;
  firstRetryMs: number;
  longestRetryMs: number;
};

export const relayDefaults: RelaySettings = {
  netMs: 2_000,
  sweepMs: 600_000,
  clockJumpMs: 30_000,
  settleMs: 40,
  firstRetryMs: 500,
  longestRetryMs: 5_000,
};

export type RelayParts = Omit<Following & Sweeping, 'failed'> & {
  now(): Date;
  /** Temporal or the database is away: told for each try that failed. */
  failed(where: string, error: unknown): void;
};

/** Follows one thing at a time per name; a failure waits longer each time and stands in nobody else's way. */
type Lane = { isRunning: boolean; again: boolean; failures: number; timer: NodeJS.Timeout | undefined };

/**
 * The way from the journal to Temporal. Several may run: everything it does is safe to repeat.
 * `wake` is a hint that spares the wait for the next net.
 */
export function createRelay(parts: RelayParts, settings: RelaySettings = relayDefaults) {
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<void>>();
  const settling = new Map<string, NodeJS.Timeout>();
  let ticker: NodeJS.Timeout | undefined;
  let isStopped = false;
  let place: string | undefined;
  let lastTickMs = 0;
  let sweptMs = 0;
  /** What runs were poked with by the rounds of this process, until Temporal or the clock may be another. */
  const told = new Map<string, number>();

  function run(name: string, work: () => Promise<unknown>): void {
    const lane = lanes.get(name) ?? { isRunning: false, again: false, failures: 0, timer: undefined };
    lanes.set(name, lane);
    if (isStopped || lane.timer !== undefined) return; // a lane that waits after a failure is not hurried
    if (lane.isRunning) {
      lane.again = true;
      return;
    }
    const running = attempt(name, lane, work).finally(() => underWay.delete(running));
    underWay.add(running);
  }

  async function attempt(name: string, lane: Lane, work: () => Promise<unknown>): Promise<void> {
    lane.isRunning = true;
    try {
      do {
        lane.again = false;
        await work();
        lane.failures = 0;
      } while (lane.again);
    } catch (error) {
      parts.failed(name, error);
      if (isStopped) return;
      const waitMs = Math.min(settings.firstRetryMs * 2 ** lane.failures, settings.longestRetryMs);
      lane.failures += 1;
      lane.timer = setTimeout(() => {
        lane.timer = undefined;
        run(name, work);
      }, waitMs);
    } finally {
      lane.isRunning = false;
    }
  }

  const follow = (orgId: string): void => run(orgId, () => followJournal(orgId, parts));

  function wake(orgId: string): void {
    if (settling.has(orgId) || isStopped) return;
    const timer = setTimeout(() => {
      settling.delete(orgId);
      follow(orgId);
    }, settings.settleMs);
    settling.set(orgId, timer);
  }

  /** A Temporal that lost everything, in whatever short time, is noticed by its name and filled again at once. */
  const lookAround = (): void =>
    run('Temporal', async () => {
      const found = await parts.runs.place();
      if (found === place) return;
      place = found;
      told.clear();
      sweep();
    });

  const sweep = (): void => {
    sweptMs = parts.now().getTime();
    run('every open duty', () => pokeOpenDuties(parts, told));
  };

  function tick(): void {
    const nowMs = parts.now().getTime();
    const hasJumped = Math.abs(nowMs - lastTickMs - settings.netMs) > settings.clockJumpMs;
    lastTickMs = nowMs;
    if (hasJumped) told.clear();
    if (hasJumped || nowMs - sweptMs >= settings.sweepMs) sweep();
    lookAround();
    run('every organisation', async () => {
      for (const orgId of await parts.journal.organisations()) follow(orgId);
    });
  }

  return {
    wake,
    /** The first round over every open duty comes as soon as Temporal answers. */
    start(): void {
      sweptMs = parts.now().getTime();
      lastTickMs = sweptMs - settings.netMs;
      tick();
      ticker = setInterval(tick, settings.netMs);
    },
    /** Resolves once nothing is under way; what was not worked off stays above the cursor. */
    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(ticker);
      for (const timer of settling.values()) clearTimeout(timer);
      for (const lane of lanes.values()) {
        clearTimeout(lane.timer);
        lane.again = false;
      }
      await Promise.all(underWay);
    },
  };
}
