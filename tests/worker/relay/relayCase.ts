import type { Duty, DutyRuns, OlderRun } from '../../../application/ports/gateway';
import type { Cursors } from '../../../application/ports/cursors';
import type { Actor } from '../../../domain/journal/entry';
import type { Duties, OpenDuty } from '../../../worker/relay/duties';
import { createMemoryJournal } from '../../fakes/memoryJournal';

export function createMemoryCursors(): Cursors {
  const rows = new Map<string, number>();
  const idOf = (reader: string, orgId: string) => `${reader}/${orgId}`;
  return {
    read: async (reader, orgId) => rows.get(idOf(reader, orgId)) ?? 0,
    advance: async (reader, orgId, seq) => {
      rows.set(idOf(reader, orgId), Math.max(seq, rows.get(idOf(reader, orgId)) ?? 0));
    },
  };
}

/** A journal of incidents, a Temporal that can be away, and duties that are open unless they are in `closed`. */
export function createRelayCase() {
  const journal = createMemoryJournal(() => new Date('2026-03-27T09:20:00.000Z'));
  const done: string[] = [];
  const state = {
    isAway: false,
    place: 'first',
    older: [] as OlderRun[],
    open: [] as OpenDuty[],
    closed: new Set<string>(),
  };
  const away = () => {
    if (state.isAway) throw new Error('Temporal is away');
  };
  const idOf = ({ orgId, obligation, subjectId }: Omit<Duty, 'seq'>) => `${orgId}/${obligation}/${subjectId}`;
  const runs: DutyRuns = {
    place: async () => (away(), state.place),
    prepare: async () => away(),
    poke: async (duty) => (away(), void done.push(`poke ${duty.orgId} ${duty.subjectId} ${duty.seq}`)),
    start: async (duty) => (away(), void done.push(`start ${duty.orgId} ${duty.subjectId} ${duty.seq}`)),
    tell: async (duty) => (away(), void done.push(`tell ${duty.orgId} ${duty.subjectId} ${duty.seq}`)),
    olderRuns: async () => (away(), state.older),
    end: async ({ id }) => (away(), void done.push(`end ${id}`)),
    runIdOf: idOf,
  };
  const duties: Duties = {
    concerned: async ({ orgId, subject, seq }) => [
      { orgId, obligation: 'incidentFollowUp', subjectId: subject.id, seq },
    ],
    isOpen: async ({ subjectId }) => !state.closed.has(subjectId),
    open: async (orgId) => state.open.filter((duty) => duty.orgId === orgId),
  };
  let keys = 0;
  const write = async (orgId: string, id: string, count = 1, actor: Actor = { kind: 'person', id: 'p1' }) => {
    for (let n = 0; n < count; n += 1) {
      keys += 1;
      await journal.append(
        {
          orgId,
          at: '2026-03-27T09:20:00.000Z',
          actor,
          type: 'incident.noted',
          subject: { kind: 'incident', id },
          key: `k${keys}`,
          values: {},
          request: '{}',
        },
        { kind: 'addition', revision: 1 },
      );
    }
  };
  const unreadable: string[] = [];
  const failures: string[] = [];
  const parts = {
    journal,
    cursors: createMemoryCursors(),
    runs,
    duties,
    now: () => new Date(),
    alarm: async ({ orgId, seq }: { orgId: string; seq: number }) => void unreadable.push(`${orgId} ${seq}`),
    failed: (where: string) => void failures.push(where),
  };
  return { journal, parts, done, state, write, unreadable, failures };
}
