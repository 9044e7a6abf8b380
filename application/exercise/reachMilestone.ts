import type { Exercise } from '../../domain/exercise/fold';
import { incidentOf } from '../../domain/exercise/fold';
import type { Milestone } from '../../domain/exercise/nextMilestone';
import { scenarioOf } from '../../domain/exercise/scenarios';
import { done, refused, type Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { deliver } from '../delivery/deliver';
import { appendEvent } from '../entries/appendEvent';
import { isSystem } from '../policies/asker';
import type { Call, Context } from '../ports/ports';
import { conclude } from './conclude';
import { openIncident } from './openIncident';
import { tellReceived } from './tellReceived';
import { TEAM, tellTeam } from './tellTeam';

export type ReachMilestone = { exerciseId: string; milestone: Milestone };

/**
 * Does what time alone has made due in an exercise. Each inject is told once, under a key made of it, by whoever comes
 * first: a command line that was killed loses nothing.
 */
export async function reachMilestone({ ctx, input }: Call<ReachMilestone>): Promise<Result<null>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { exerciseId: id, milestone } = input;
  switch (milestone.kind) {
    case 'deliver': {
      const { deliverableId } = milestone;
      const delivered = await deliver({ ctx, input: { kind: 'exercise', id, deliverableId } });
      return delivered.ok ? done(null) : delivered;
    }
    case 'conclude':
      return conclude(ctx, id);
    case 'stop':
      return write(ctx, id, 'stopped', () => ({
        type: 'exercise.stopped',
        values: { ground: 'timeOver', reason: null },
      }));
    case 'inject':
      return inject(ctx, id, milestone.index);
  }
}

/** First there, then here: a crash in between opens the same incident again, under the same key. */
async function inject(ctx: Context, id: string, index: number): Promise<Result<null>> {
  const exercise = await ctx.ports.projections.read(ctx.orgId, 'exercise', id);
  if (exercise === null) return refused({ code: 'subject.unknown' });
  const { scenario, language } = exercise.planned;
  const told = scenarioOf(scenario).injects[index];
  if (told === undefined || exercise.stopped !== null) return done(null);
  const text = told.text[language];
  if (told.kind === 'told') {
    const team = await tellTeam(ctx, exercise, { index, text });
    const values = plain({ index, incidentId: incidentOf(exercise), text, roles: [...TEAM], ...team });
    return write(ctx, id, `inject/${index}`, () => ({ type: 'exercise.injected', values }));
  }
  if (told.kind === 'notice') {
    const caseId = await tellReceived(ctx, exercise, { index, text });
    if (!caseId.ok) return caseId;
    const team = await tellTeam(ctx, exercise, { index, text });
    const said = { index, incidentId: incidentOf(exercise), caseId: caseId.value, text };
    const values = plain({ ...said, roles: [...TEAM], ...team });
    return write(ctx, id, `inject/${index}`, () => ({ type: 'exercise.injected', values }));
  }
  const opened = await openIncident(ctx, exercise, { kind: told.kind, text });
  if (!opened.ok) return opened;
  const values = { index, incidentId: opened.value, text, roles: [], deliverables: [] };
  return write(ctx, id, `inject/${index}`, () => ({ type: 'exercise.injected', values }));
}

type Event = Parameters<typeof appendEvent>[1]['event'];

async function write(ctx: Context, id: string, what: string, eventOf: (exercise: Exercise) => Event) {
  const key = `exercise/${id}/${what}`;
  const repeat = await ctx.ports.journal.recall(ctx.orgId, key, JSON.stringify(what));
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return done(null);
  const exercise = await ctx.ports.projections.read(ctx.orgId, 'exercise', id);
  if (exercise === null) return refused({ code: 'subject.unknown' });
  const appended = await appendEvent(ctx, {
    subject: { kind: 'exercise', id },
    key,
    request: what, // what is rendered differs from one try to the next, what is meant does not
    event: eventOf(exercise),
    standing: { kind: 'addition', revision: exercise.revision + 1 },
  });
  return appended.ok ? done(null) : appended;
}
