import {
  condition,
  patched,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { DutyStart } from '../contract/duty';
import { poke } from '../contract/poke';
import { vigieDueAt, vigieOrg, vigieState } from '../contract/searchAttributes';
import type { Pace } from './acts';
import { convertingFailures } from './failures';

/** After an act that left no entry, so that a fault does not turn in a tight circle. */
const STALLED_MS = 5_000;
/** An entry that was poked before it can be read (a database that fails over) is waited for this long, so often. */
const BEHIND_MS = 3_000;
const LOST_AFTER_READINGS = 20;

export type Step<M extends { atMs: number }> = {
  /** Highest journal `seq` that the reading rests on. */
  readSeq: number;
  /** The next thing that time alone makes due, `atMs` since the epoch; null when nothing is. */
  milestone: M | null;
  /** Opaque words and instants for Temporal's own page. */
  state: string;
  dueAt: string | null;
  details: string;
  /** How long one try of the act may take, in ms (short contracts have no time for long ones), and on which queue. */
  pace: Pace;
};

type Procedure<M extends { atMs: number }> = {
  /** What the journal says, and what is next at `nowMs`, milliseconds since the epoch. */
  read(nowMs: number): Promise<Step<M>>;
  /** Does what has come due. It leaves an entry, so that the next reading has moved on. */
  reach(milestone: M, pace: Pace): Promise<void>;
  continueAsNew(seq: number): Promise<never>;
};

/** Sleeps until the next milestone or the next poke, whichever is first; ends when time makes nothing due. */
export async function milestoneLoop<M extends { atMs: number }>(
  { orgId, seq }: DutyStart,
  { read, reach, continueAsNew }: Procedure<M>,
): Promise<void> {
  let poked = seq;
  setHandler(poke, (entry) => {
    poked = Math.max(poked, entry.seq);
  });
  const show = createShowcase(orgId);
  let actedOnSeq = 0;
  let readingsBehind = 0;
  await convertingFailures(async () => {
    for (;;) {
      const asked = poked;
      const step = await read(Date.now());
      // From here to return or continue-as-new nothing is awaited, so no poke can slip in between.
      const { readSeq, milestone, pace } = step;
      show(step);
      readingsBehind = asked > readSeq ? readingsBehind + 1 : 0;
      if (readingsBehind > LOST_AFTER_READINGS) poked = readSeq; // a restore has lost it: no waiting brings it back
      if (poked > readSeq) {
        if (readingsBehind > 0) await condition(() => poked > asked, BEHIND_MS);
        continue;
      }
      if (milestone === null) return;
      if (isLong()) return continueAsNew(poked);

      const waitMs = milestone.atMs - Date.now();
      if (waitMs > 0) {
        await condition(() => poked > readSeq, waitMs);
      } else {
        if (readSeq === actedOnSeq) await condition(() => poked > readSeq, STALLED_MS);
        await reach(milestone, pace);
        actedOnSeq = readSeq;
      }
    }
  });
}

/**
 * A run of this many events goes on as another: the act that comes next, tried a few times, stays under three hundred. Runs of
 * before that were longer went on.
 */
const LONG_EVENTS = 270;

function isLong(): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (historyLength >= LONG_EVENTS && patched('long-run'));
}

/** Writes search attributes only where they changed: each write is an event in the history. */
function createShowcase(orgId: string): (shown: Pick<Step<never>, 'state' | 'dueAt' | 'details'>) => void {
  let last = '';
  return ({ state, dueAt, details }) => {
    setCurrentDetails(details);
    const now = `${state} ${dueAt}`;
    if (now === last) return;
    last = now;
    upsertSearchAttributes([
      { key: vigieOrg, value: orgId },
      { key: vigieState, value: state },
      { key: vigieDueAt, value: dueAt === null ? null : new Date(dueAt) },
    ]);
  };
}
