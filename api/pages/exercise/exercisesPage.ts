import { z } from 'zod';
import { listExercises, listUnplanned } from '../../../application/exercise/readExercises';
import { readYearly } from '../../../application/exercise/yearly';
import { mayPlanExercise, mayReadExercises } from '../../../application/policies/exercise';
import type { Exercise } from '../../../domain/exercise/fold';
import type { Incident } from '../../../domain/incident/incident';
import { type ExerciseLine, exercisesPage, type SignalLine } from '../../../templates/pages/exercises';
import { momentWords } from '../../../templates/pages/frame/moment';
import { definePage } from '../../http/definePage';
import { Id, OrgId } from '../../http/fields';
import { enterHouse, shownAs } from '../frame';
import type { PageHouse } from '../house';
import { stageOf } from '../../exercises/stageOf';
import { stageWords } from '../incidents';
import { referenceOf, titleOf } from '../rowWords';

const PAGE = 50;
const SIGNALS = 20;

/** The register of exercises: what was rehearsed, with how many points, and when the next one is due. */
export const exercisesPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/exercises',
    audience: 'member',
    policy: mayReadExercises,
    params: z.object({ orgId: OrgId }),
    query: z.object({ after: Id.optional(), signals: Id.optional() }),
    async render(visit) {
      const { after, signals } = visit.query;
      const here = after !== undefined ? `?after=${after}` : signals !== undefined ? `?signals=${signals}` : '';
      const entered = await enterHouse(house, visit, null, `/exercises${here}`);
      if (!entered.ok) return entered;
      const { ctx, frame, organisation } = entered.value;
      const found = await listExercises({ ctx, input: { limit: PAGE + 1, ...(after !== undefined && { after }) } });
      if (!found.ok) return found;
      const shown = found.value.slice(0, PAGE);
      const last = shown.at(-1);
      const unplanned = await listUnplanned({
        ctx,
        input: { limit: SIGNALS + 1, ...(signals !== undefined && { after: signals }) },
      });
      if (!unplanned.ok) return unplanned;
      const marked = unplanned.value.slice(0, SIGNALS);
      const lastMarked = marked.at(-1);
      const { dueAt, lastAt } = await readYearly(ctx, organisation);
      const isOverdue = Date.parse(dueAt) <= visit.now.getTime();
      const day = (at: string): string => momentWords(at, frame, 'date');
      return shownAs(
        exercisesPage(frame, {
          lines: shown.map((one) => lineOf(one, visit.now)),
          older: found.value.length > PAGE && last ? `/exercises?after=${last.id}` : null,
          signals: marked.map(signalLine),
          olderSignals: unplanned.value.length > SIGNALS && lastMarked ? `/exercises?signals=${lastMarked.id}` : null,
          proved:
            lastAt === null ? { key: 'exercises.unproved' } : { key: 'exercises.proved', values: { day: day(lastAt) } },
          due: { key: isOverdue ? 'exercises.overdue' : 'exercises.due', values: { day: day(dueAt) } },
          isOverdue,
          mayPlan: mayPlanExercise(ctx),
        }),
      );
    },
  });

/** Ticked as an exercise by whoever signalled it; nobody planned one. */
const signalLine = (incident: Incident): SignalLine => ({
  href: `/incidents/${incident.id}`,
  reference: referenceOf(incident),
  title: titleOf(incident),
  at: incident.report.alertedAt,
  stage: stageWords(incident),
});

const lineOf = ({ id, reference, planned, stage, concluded }: Exercise, now: Date): ExerciseLine => ({
  href: `/exercises/${id}`,
  reference,
  title: { key: `exercises.scenario.${planned.scenario}` },
  startsAt: planned.startsAt,
  stage: stageOf({ planned, stage }, now),
  points: concluded && {
    key: 'exercises.points',
    values: { score: String(concluded.score), most: String(concluded.most) },
  },
});
