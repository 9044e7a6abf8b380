import type { Cursors } from '../../application/ports/cursors';
import type { Duty, DutyRuns } from '../../application/ports/gateway';
import type { Journal } from '../../application/ports/journal';
import type { Entry } from '../../domain/journal/entry';
import { type Duties, newestOfEach, UnreadableSubject } from './duties';

const READER = 'relay';
const WINDOW = 200;

export type Alarm = { kind: 'unreadable'; orgId: string; seq: number; type: string };

export type Following = {
  journal: Pick<Journal, 'readWindow'>;
  cursors: Cursors;
  runs: Pick<DutyRuns, 'poke' | 'tell'>;
  duties: Duties;
  alarm(alarm: Alarm): void;
};

/**
 * Works off one organisation's entries above its cursor: opens what they imply, pokes whom they concern. The cursor
 * moves only behind what Temporal has taken, so a rejection loses nothing: call again.
 */
export async function followJournal(orgId: string, parts: Following): Promise<void> {
  const { journal, cursors } = parts;
  for (;;) {
    const cursor = await cursors.read(READER, orgId);
    const entries = contiguous(await journal.readWindow(orgId, cursor, WINDOW), cursor);
    const last = entries.at(-1);
    if (last === undefined) return;
    const duties = newestOfEach(await concernedBy(entries, parts));
    for (const duty of duties) await bringTo(duty, parts);
    await cursors.advance(READER, orgId, last.seq);
  }
}

/** What is not yet visible behind a gap comes with the next window. */
function contiguous(entries: readonly Entry[], cursor: number): Entry[] {
  const firstGap = entries.findIndex(({ seq }, index) => seq !== cursor + index + 1);
  return firstGap === -1 ? [...entries] : entries.slice(0, firstGap);
}

async function concernedBy(entries: readonly Entry[], { duties, alarm }: Following): Promise<Duty[]> {
  const concerned: Duty[] = [];
  for (const entry of entries) {
    try {
      concerned.push(...(await duties.concerned(entry)));
    } catch (error) {
      if (!(error instanceof UnreadableSubject)) throw error;
      // A newer process must read it; the others behind it cannot wait for that.
      alarm({ kind: 'unreadable', orgId: entry.orgId, seq: entry.seq, type: entry.type });
    }
  }
  return concerned;
}

async function bringTo(duty: Duty, { duties, runs, alarm }: Following): Promise<void> {
  try {
    if (await duties.isOpen(duty)) await runs.poke(duty);
    else await runs.tell(duty);
  } catch (error) {
    if (!(error instanceof UnreadableSubject)) throw error;
    alarm({ kind: 'unreadable', orgId: duty.orgId, seq: duty.seq, type: duty.obligation });
  }
}
