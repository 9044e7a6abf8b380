import type { DutyRuns } from '../../application/ports/gateway';
import type { Journal } from '../../application/ports/journal';
import { byDue, type Duties, type OpenDuty } from './duties';

/** Enough to be done soon, few enough that the earliest limits do go first. */
const AT_ONCE = 8;

export type Sweeping = {
  journal: Pick<Journal, 'organisations'>;
  runs: DutyRuns;
  duties: Pick<Duties, 'open'>;
  /** An organisation that cannot be read now stands in nobody's way. */
  failed(orgId: string, error: unknown): void;
};

/**
 * Pokes every open duty, earliest limit first, whatever cursors say: an emptied Temporal fills itself. Runs of an
 * older code are ended just before their duty is poked, so that the newer code starts them again.
 *
 * @param told by run, the newest entry that it was poked with; what has no newer one is only started, if it is missing
 */
export async function pokeOpenDuties(
  { journal, runs, duties, failed }: Sweeping,
  told: Map<string, number> = new Map(),
): Promise<{ poked: number }> {
  await runs.prepare();
  const open: OpenDuty[] = [];
  for (const orgId of await journal.organisations()) {
    await duties.open(orgId).then(
      (found) => open.push(...found),
      (error: unknown) => failed(orgId, error),
    );
  }
  const older = new Map((await runs.olderRuns()).map((run) => [run.id, run]));
  const waiting = open.toSorted(byDue);
  while (waiting.length > 0) {
    await allOf(waiting.splice(0, AT_ONCE), async (duty) => {
      const id = runs.runIdOf(duty);
      const run = older.get(id);
      if (run !== undefined) await runs.end(run);
      await (told.get(id) === duty.seq ? runs.start(duty) : runs.poke(duty));
      told.set(id, duty.seq);
      older.delete(id);
    });
  }
  const ids = new Set(open.map(runs.runIdOf));
  for (const id of told.keys()) if (!ids.has(id)) told.delete(id);
  await allOf([...older.values()], runs.end); // of duties that are closed: no worker would ever wake them
  return { poked: open.length };
}

/** Waits for each, and only then fails with the first failure: nothing goes on behind the caller's back. */
async function allOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(items.map(act));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
