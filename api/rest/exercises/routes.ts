import { z } from 'zod';
import { planExercise } from '../../../application/exercise/planExercise';
import { listExercises, listScenarios, listUnplanned, readExercise } from '../../../application/exercise/readExercises';
import { stopExercise } from '../../../application/exercise/stopExercise';
import { mayPlanExercise, mayReadExercises } from '../../../application/policies/exercise';
import { mayReadIncidents } from '../../../application/policies/incident';
import { PlanExercise, StopExercise } from '../../../domain/exercise/decide';
import { scenarios } from '../../../domain/exercise/scenarios';
import { Language } from '../../../domain/letters/head';
import { defineAddition, defineDecision, defineRead } from '../../http/defineRoute';
import { Id, orgParams, pageOf, pageQuery } from '../../http/fields';
import { reportPaper } from '../../exercises/reportPaper';
import { pdfAnswer } from '../pdfAnswer';
import { presentNumbered } from '../written';
import * as examples from './examples';
import {
  ExerciseReport,
  ExerciseSignalView,
  ExerciseView,
  presentExercise,
  presentExerciseSignal,
  presentScenario,
  ScenarioView,
  Written,
} from './views';

const base = '/api/v1/organisations/{orgId}';
const listPath = `${base}/exercises`;
const path = `${listPath}/{exerciseId}`;
const params = orgParams.extend({ exerciseId: Id.meta({ description: 'opaque id of the exercise' }) });
const tag = 'exercises';
const NewExercise = PlanExercise.extend({}).meta({ id: 'NewExercise', description: 'A drill to begin now or later' });
const Stop = StopExercise.extend({}).meta({ id: 'ExerciseStop', description: 'It is over' });

const scenarioList = z
  .strictObject({ items: z.array(ScenarioView).meta({ description: 'in the order in which they are offered' }) })
  .meta({ id: 'ScenarioList', description: 'What can be rehearsed' });

export const exerciseRoutes = [
  defineRead({
    path: `${base}/exercise-scenarios`,
    operationId: 'listScenarios',
    summary: 'Scenarios that can be rehearsed',
    description: 'Each as data: what is told when, and which steps are expected.',
    tag,
    policy: mayReadExercises,
    params: orgParams,
    query: z.object({ language: Language.default('fr').meta({ description: 'language of the titles' }) }),
    status: 200,
    response: scenarioList,
    example: { response: { items: scenarios.slice(0, 1).map((one) => presentScenario(one, 'fr')) } },
    async handler(ctx, { query: { language } }) {
      const found = listScenarios({ ctx });
      if (!found.ok) return found;
      return { ok: true, value: { body: { items: found.value.map((one) => presentScenario(one, language)) } } };
    },
  }),

  defineRead({
    path: listPath,
    operationId: 'listExercises',
    summary: 'Exercises',
    description:
      'A register of their own: exercises stand in no list of real incidents, notices or cases. Newest first.',
    tag,
    policy: mayReadExercises,
    params: orgParams,
    query: pageQuery,
    status: 200,
    response: pageOf('ExercisePage', ExerciseView),
    example: { response: { items: [examples.exercise], next: null } },
    async handler(ctx, { query: { after, limit } }) {
      const listed = await listExercises({ ctx, input: { limit, ...(after && { after }) } });
      if (!listed.ok) return listed;
      const items = listed.value.map(presentExercise);
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineRead({
    path: `${base}/exercise-signals`,
    operationId: 'listExerciseSignals',
    summary: 'Signals ticked as an exercise, without one that was planned',
    description: 'They stand in no list of what is real, and belong to no exercise. Newest first.',
    tag,
    policy: (asker) => mayReadExercises(asker) && mayReadIncidents(asker),
    params: orgParams,
    query: pageQuery,
    status: 200,
    response: pageOf('ExerciseSignalPage', ExerciseSignalView),
    example: { response: { items: [examples.signal], next: null } },
    async handler(ctx, { query: { after, limit } }) {
      const listed = await listUnplanned({ ctx, input: { limit, ...(after && { after }) } });
      if (!listed.ok) return listed;
      const items = listed.value.map(presentExerciseSignal);
      const next = items.length === limit ? (items.at(-1)?.incidentId ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineAddition({
    path: listPath,
    operationId: 'planExercise',
    summary: 'Plan or begin an exercise',
    description:
      'The engine tells it, on the same machine, at its pace (invariant 12). Nothing leaves to anybody outside who did not agree to be tested. One at a time.',
    tag,
    policy: mayPlanExercise,
    params: orgParams,
    body: NewExercise,
    status: 201,
    response: Written,
    example: { body: { scenario: 'ransomware', pace: 60 }, response: examples.written },
    async handler(ctx, { body, key }) {
      return presentNumbered(await planExercise({ ctx, input: { key, plan: body } }));
    },
  }),

  defineRead({
    path,
    operationId: 'readExercise',
    summary: 'One exercise',
    description: 'As its entries say now.',
    tag,
    policy: mayReadExercises,
    params,
    status: 200,
    etag: true,
    response: ExerciseView,
    example: { response: examples.exercise },
    async handler(ctx, { params: { exerciseId } }) {
      const read = await readExercise({ ctx, input: { exerciseId } });
      if (!read.ok) return read;
      const { exercise } = read.value;
      return { ok: true, value: { body: presentExercise(exercise), headers: { ETag: `"${exercise.decided}"` } } };
    },
  }),

  defineRead({
    path: `${path}/report`,
    operationId: 'readExerciseReport',
    summary: 'Report of an exercise',
    description:
      'Time to each step against its target, what each notice lacked, who reacted, which reminders were needed, who would have been told (duty S3-06). So far while it goes on; concluded, it never changes.',
    tag,
    policy: mayReadExercises,
    params,
    status: 200,
    response: ExerciseReport,
    example: { response: examples.report },
    async handler(ctx, { params: { exerciseId } }) {
      const read = await readExercise({ ctx, input: { exerciseId } });
      return read.ok ? { ok: true, value: { body: read.value.report } } : read;
    },
  }),

  defineRead({
    path: `${path}/report/pdf`,
    operationId: 'readExerciseReportPdf',
    summary: 'Report of an exercise on paper',
    description: 'What `report` says, with names in place of ids.',
    tag,
    policy: mayReadExercises,
    params,
    query: z.strictObject({ language: Language.default('fr').meta({ description: 'language of the words' }) }),
    ...pdfAnswer,
    handler: (ctx, { params: { exerciseId }, query: { language } }) => reportPaper(ctx, exerciseId, language),
  }),

  defineDecision({
    path: `${path}/stop`,
    operationId: 'stopExercise',
    summary: 'Stop an exercise',
    description: 'Its clocks end and its report is written down.',
    tag,
    policy: mayPlanExercise,
    params,
    body: Stop,
    status: 200,
    response: Written,
    example: { body: { reason: null }, response: { ...examples.written, seq: 90, revision: 7 } },
    async handler(ctx, { params: { exerciseId }, body, key, decided }) {
      return presentNumbered(await stopExercise({ ctx, input: { exerciseId, key, stop: body, decided } }));
    },
  }),
];
