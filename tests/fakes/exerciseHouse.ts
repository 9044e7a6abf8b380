import { reachMilestone as reachOfCase } from '../../application/controllerCase/reachMilestone';
import { PARIS } from './places';
import { planExercise } from '../../application/exercise/planExercise';
import { reachMilestone as reachOfExercise } from '../../application/exercise/reachMilestone';
import { readExercise } from '../../application/exercise/readExercises';
import { commandIncident } from '../../application/incident/commandIncident';
import { reachMilestone as reachOfIncident } from '../../application/incident/reachMilestone';
import { openImplied } from '../../application/notice/openImplied';
import { loadCase } from '../../application/notice/readCase';
import { reachMilestone as reachOfNotice } from '../../application/notice/reachMilestone';
import { nextMilestone as nextOfCase } from '../../domain/controllerCase/nextMilestone';
import { PlanExercise } from '../../domain/exercise/decide';
import { incidentOf } from '../../domain/exercise/fold';
import { nextMilestone as nextOfExercise } from '../../domain/exercise/nextMilestone';
import { type IncidentCommand } from '../../domain/incident/commands';
import { nextMilestone as nextOfIncident } from '../../domain/incident/nextMilestone';
import { nextMilestone as nextOfNotice } from '../../domain/notice/nextMilestone';
import type { Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { createNoticeHouse } from './noticeHouse';

export const taken = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const team: Record<'ines' | 'paul' | 'sacha' | 'alix', Role[]> = {
  ines: ['O'],
  paul: ['IM'],
  sacha: ['DPO'],
  alix: ['DIR'],
};

/** The house of three controllers, in which an exercise is planned at `startAt` and every engine goes on by hand. */
export async function createExerciseHouse(
  startAt: string,
  plan: Partial<PlanExercise>,
  optedIn: readonly string[] = [],
) {
  const house = await createNoticeHouse(startAt, {}, optedIn);
  const { ports, engine, clock } = house;
  const as = (name: keyof typeof team) => house.as(name, team[name]);
  const input = { key: 'plan', plan: PlanExercise.parse({ scenario: 'ransomware', ...plan }) };
  const { id } = taken(await planExercise({ ctx: as('sacha'), input }));

  /** What is next of everything, and who does it. */
  async function nextStep() {
    const exercise = await ports.projections.read('o1', 'exercise', id);
    if (exercise === null) throw new Error('no exercise');
    const all: { atMs: number; reach: () => Promise<Result<unknown>> }[] = [];
    const milestone = nextOfExercise(exercise, clock.now);
    if (milestone !== null) {
      const reached = { ctx: engine, input: { exerciseId: id, milestone } };
      all.push({ atMs: milestone.atMs, reach: () => reachOfExercise(reached) });
    }
    for (const incident of await ports.projections.list('o1', 'incident', { limit: 10 })) {
      taken(await openImplied({ ctx: engine, input: { incidentId: incident.id } }));
      const next = nextOfIncident(incident, clock.now, PARIS);
      if (next === null) continue;
      const reached = { ctx: engine, input: { incidentId: incident.id, milestone: next } };
      all.push({ atMs: next.atMs, reach: () => reachOfIncident(reached) });
    }
    for (const { id: noticeId } of await ports.projections.list('o1', 'notice', { limit: 10 })) {
      const next = nextOfNotice(taken(await loadCase(engine, noticeId)), clock.now);
      if (next === null) continue;
      const reached = { ctx: engine, input: { noticeId, milestone: next } };
      all.push({ atMs: next.atMs, reach: () => reachOfNotice(reached) });
    }
    for (const one of await ports.projections.list('o1', 'controllerCase', { limit: 10 })) {
      const next = nextOfCase(one, clock.now);
      if (next === null || next.kind === 'send') continue;
      const reached = { ctx: engine, input: { caseId: one.id, milestone: next } };
      all.push({ atMs: next.atMs, reach: () => reachOfCase(reached) });
    }
    return all.toSorted((a, b) => a.atMs - b.atMs)[0];
  }

  return {
    ...house,
    as,
    id,
    exercise: async () => taken(await readExercise({ ctx: engine, input: { exerciseId: id } })),
    async incidentId(): Promise<string> {
      const found = incidentOf((await ports.projections.read('o1', 'exercise', id)) ?? { injected: [] });
      if (found === null) throw new Error('nothing was injected');
      return found;
    },
    command: async (name: keyof typeof team, command: IncidentCommand) => {
      const exercise = await ports.projections.read('o1', 'exercise', id);
      const incidentId = incidentOf(exercise ?? { injected: [] }) ?? '';
      return commandIncident({ ctx: as(name), input: { incidentId, key: ports.newId(), command } });
    },
    /** Everything that time alone makes due until an instant, in the order of time. */
    async goOn(until: string): Promise<void> {
      for (let steps = 0; steps < 2_000; steps += 1) {
        const next = await nextStep();
        if (next === undefined || next.atMs > Date.parse(until)) break;
        clock.now = new Date(Math.max(clock.now.getTime(), next.atMs));
        taken(await next.reach());
      }
      clock.now = new Date(Math.max(clock.now.getTime(), Date.parse(until)));
    },
  };
}
