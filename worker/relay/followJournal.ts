import { ENGINE } from '../../application/policies/asker';
import type { Cursors } from '../../application/ports/cursors';
import type { Duty, DutyRuns } from '../../application/ports/gateway';
import type { Journal } from '../../application/ports/journal';
import type { Entry, Subject } from '../../domain/journal/entry';
import { isLasting } from '../unwrap';
import { type Duties, newestOfEach, subjectOf, type Written } from './duties';

const READER = 'relay';
const WINDOW = 200;

/** A subject that cannot be worked off: of an unknown type, or refused by the domain. */
export type Alarm = { orgId: string; subject: Subject; seq: number; cause: string };

export type Following = {
  journal: Pick<Journal, 'readWindow'>;
  cursors: Cursors;
  runs: Pick<DutyRuns, 'poke' | 'tell'>;
  duties: Duties;
  /** Resolves once somebody is told; rejects when that could not be written, and is called again. */
  alarm(alarm: Alarm): Promise<void>;
};

/**
 * Works off one organisation's entries above its cursor: opens what they imply, pokes whom they concern. The cursor
 * moves only behind what Temporal has taken, so a rejection loses nothing: call again.
 */
export async function followJournal(orgId: string, parts: Following): Promise<void> {
  const { journal, cursors } = parts;
  for (;;) {
    const cursor = await cursors.read(READER, orgId);
    const entries = await settled(await journal.readWindow(orgId, cursor, WINDOW), cursor, journal);
    const last = entries.at(-1);
    if (last === undefined) return;
    const duties = newestOfEach(await concernedBy(entries, parts));
    for (const duty of duties) await bringTo(duty, parts);
    await cursors.advance(READER, orgId, last.seq);
  }
}

/**
 * What is not yet visible behind a gap comes with the next window. Where it is still not there when asked again, it was
 * removed: the signer alarms, and duties go on without it.
 */
async function settled(
  entries: readonly Entry[],
  cursor: number,
  journal: Following['journal'],
): Promise<readonly Entry[]> {
  let before = cursor;
  for (const [index, { orgId, seq }] of entries.entries()) {
    if (seq !== before + 1 && (await journal.readWindow(orgId, before, seq - before - 1)).length > 0)
      return entries.slice(0, index);
    before = seq;
  }
  return entries;
}

async function concernedBy(entries: readonly Entry[], { duties, alarm }: Following): Promise<Duty[]> {
  const concerned: Duty[] = [];
  for (const written of newestOfSubjects(entries)) {
    try {
      concerned.push(...(await duties.concerned(written)));
    } catch (error) {
      if (!isLasting(error)) throw error;
      // A newer process or a person must mend it; the others behind it cannot wait for that.
      await alarm({ ...written, cause: causeOf(error) });
    }
  }
  return concerned;
}

function newestOfSubjects(entries: readonly Entry[]): Written[] {
  const bySubject = new Map<string, Written>();
  for (const { orgId, subject, seq } of entries.filter(isNews))
    bySubject.set(`${subject.kind}/${subject.id}`, { orgId, subject, seq });
  return [...bySubject.values()];
}

/** What a run has written on its own subject it reads by itself after each act; only what opens a subject starts one. */
const isNews = ({ actor, revision }: Entry): boolean => actor.id !== ENGINE.id || revision === 1;

async function bringTo(duty: Duty, { duties, runs, alarm }: Following): Promise<void> {
  try {
    if (await duties.isOpen(duty)) await runs.poke(duty);
    else await runs.tell(duty);
  } catch (error) {
    if (!isLasting(error)) throw error;
    const { orgId, seq } = duty;
    await alarm({ orgId, subject: subjectOf(duty), seq, cause: causeOf(error) });
  }
}

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
