import type { Duty } from '../../application/ports/gateway';
import type { Subject } from '../../domain/journal/entry';

/** A duty that time will make due, with its limit where it has one (UTC instant). */
export type OpenDuty = Duty & { dueAt: string | null };

/** A subject of which `seq` is the newest entry seen. */
export type Written = { orgId: string; subject: Subject; seq: number };

/** What the relay asks of the journal; each answer rests on folded entries, never on a cached row alone. */
export type Duties = {
  /**
   * Opens what a subject's entries up to `seq` imply, once however often it is called, and says which duties they
   * concern.
   */
  concerned(written: Written): Promise<Duty[]>;
  /** Whether time will make anything of it due, so that a run is needed. */
  isOpen(duty: Duty): Promise<boolean>;
  /** Every open duty of an organisation. */
  open(orgId: string): Promise<OpenDuty[]>;
};

/** Earliest limit first; those without a limit come last. */
export const byDue = (a: OpenDuty, b: OpenDuty): number => dueMs(a) - dueMs(b);

const dueMs = ({ dueAt }: OpenDuty): number => (dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt));

/** One poke a duty: the highest entry stands for those before it. */
export function newestOfEach(duties: readonly Duty[]): Duty[] {
  const newest = new Map<string, Duty>();
  for (const duty of duties) {
    const key = `${duty.obligation}/${duty.subjectId}`;
    const known = newest.get(key);
    if (known === undefined || known.seq < duty.seq) newest.set(key, duty);
  }
  return [...newest.values()];
}

/** What a duty is about. */
export function subjectOf({ obligation, subjectId: id }: Duty): Subject {
  switch (obligation) {
    case 'processorNotice':
      return { kind: 'notice', id };
    case 'incidentFollowUp':
      return { kind: 'incident', id };
    case 'controllerCase':
      return { kind: 'controllerCase', id };
    case 'exerciseRun':
      return { kind: 'exercise', id };
  }
}
