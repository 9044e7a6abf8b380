import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { z } from 'zod';
import type { Milestone as CaseMilestone } from '../../domain/controllerCase/nextMilestone';
import type { Milestone as ExerciseMilestone } from '../../domain/exercise/nextMilestone';
import type { Milestone as IncidentMilestone } from '../../domain/incident/nextMilestone';
import type { Milestone as NoticeMilestone } from '../../domain/notice/nextMilestone';
import type { Obligation } from '../../workflows/contract/duty';
import { histories } from '../fakes/recordHistory';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const CONTINUED = 'continueAsNew';
const FAULT = 'workflow.fault';
const names = readdirSync(histories).filter((name) => name.endsWith('.json'));
const historyOf = (name: string): unknown => JSON.parse(readFileSync(join(histories, name), 'utf8'));

beforeAll(quietRuntime);

const bare = (name: string) => name.replace('.json', '');

/** By the activity that reaches a milestone, the paths that came to it: at least one. */
type Reached = Record<string, [string, ...string[]]>;
type Lives<M extends { kind: string }> = { [kind in M['kind']]: Reached } & { ends: Reached };

/** For each kind of milestone of each procedure, and how its runs end: one that has no history does not compile. */
const kept = {
  processorNotice: {
    remind: {
      remind: [
        'notice-started-late',
        'notice-missing-items',
        'notice-supplement-due',
        'notice-from-below',
        'notice-sent',
      ],
    },
    protect: { sendProtectiveNotice: ['notice-protective', 'notice-brought-forward', 'notice-lost-entry'] },
    report: { sendIncidentReport: ['notice-report'] },
    withdraw: { sendWithdrawal: ['notice-withdrawn'] },
    deliver: { deliver: ['notice-in-phases', 'notice-lost-poke'] },
    fallBack: { openAnotherWay: ['notice-refused'] },
    hand: { handToController: ['notice-handed', 'notice-hand-put-off', 'notice-measure'] },
    settle: { closeNotice: ['notice-closed-by-silence', 'notice-never-sent'] },
    ends: { [CONTINUED]: ['notice-continued-as-new'], [FAULT]: ['notice-fault'] },
  } satisfies Lives<NoticeMilestone>,
  controllerCase: {
    remind: { remindOfCase: ['case-untouched', 'case-whole', 'case-regime', 'case-silence', 'case-run-lost'] },
    deliver: {
      deliverOfCase: ['case-whole-chain'],
      deliverDueOfCase: ['case-held', 'case-asked', 'case-longest'],
    },
    send: { sendToPersons: ['case-persons', 'case-persons-held', 'case-unreached'] },
    hand: { handToProcessor: ['case-handed'] },
    ends: { [CONTINUED]: ['case-longest', 'case-continued-as-new'] },
  } satisfies Lives<CaseMilestone>,
  incidentFollowUp: {
    tell: { tellPeople: ['incident-untouched', 'incident-run-lost'] },
    remind: { remindOfIncident: ['incident-law'] },
    deliver: { deliverOfIncident: ['incident-investigated'] },
    ends: { [CONTINUED]: ['incident-continued-as-new'] },
  } satisfies Lives<IncidentMilestone>,
  exerciseRun: {
    inject: { injectIntoExercise: ['exercise-told', 'exercise-stopped'] },
    stop: { stopExercise: ['exercise-told'] },
    conclude: { concludeExercise: ['exercise-told'] },
    deliver: { deliverOfExercise: ['exercise-told'] },
    ends: { [CONTINUED]: ['exercise-continued-as-new'] },
  } satisfies Lives<ExerciseMilestone>,
} satisfies Record<Obligation, Record<string, Reached>>;
const paths = Object.entries(kept).flatMap(([workflow, kinds]) =>
  Object.values<Reached>(kinds)
    .flatMap((acts) => Object.entries(acts))
    .map(([act, of]): [string, string, string[]] => [workflow, act, of]),
);

const Payload = z.object({ name: z.string() });
const Failure = z.object({ applicationFailureInfo: z.object({ type: z.string() }) });
const Lived = z.object({
  events: z.array(
    z.object({
      workflowExecutionStartedEventAttributes: z.object({ workflowType: Payload }).optional(),
      activityTaskScheduledEventAttributes: z.object({ activityType: Payload }).optional(),
      workflowExecutionContinuedAsNewEventAttributes: z.unknown().optional(),
      workflowExecutionFailedEventAttributes: z.object({ failure: Failure }).optional(),
    }),
  ),
});

/** Which procedure it is of, and the acts that it came to; a history that is not there throws. */
function livedIn(name: string): { workflow: string | undefined; acts: string[] } {
  const { events } = Lived.parse(historyOf(`${name}.json`));
  const acts = events.flatMap((event) => [
    ...(event.activityTaskScheduledEventAttributes
      ? [event.activityTaskScheduledEventAttributes.activityType.name]
      : []),
    ...(event.workflowExecutionContinuedAsNewEventAttributes === undefined ? [] : [CONTINUED]),
    ...(event.workflowExecutionFailedEventAttributes
      ? [event.workflowExecutionFailedEventAttributes.failure.applicationFailureInfo.type]
      : []),
  ]);
  return { workflow: events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name, acts };
}

describe('what runs have lived through', () => {
  let bundle: { code: string };
  beforeAll(async () => {
    bundle = await workflowBundle();
  }, 60_000);

  it.each(paths)('of %s is kept where it comes to %s: %s', (workflow, act, lived) => {
    for (const name of lived) expect(livedIn(name)).toEqual({ workflow, acts: expect.arrayContaining([act]) });
  });

  it('is kept for every path of the procedures, and none for nothing', () => {
    expect([...new Set(paths.flatMap(([, , lived]) => lived))].toSorted()).toEqual(names.map(bare).toSorted());
  });

  it.each(names)('%s can be lived through again by this code; else CODE_VERSION must rise', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: bundle }, historyOf(name), name);
  });
});

describe('a change of the code that its version hides', () => {
  let changed: { code: string };
  beforeAll(async () => {
    const workflowsPath = join(__dirname, 'changed/workflows.ts');
    changed = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  }, 60_000);

  it.each(names)('%s is not replayed by it', async (name) => {
    const replay = Worker.runReplayHistory({ workflowBundle: changed }, historyOf(name), name);
    await expect(replay).rejects.toThrow(DeterminismViolationError);
  });
});
