import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { z } from 'zod';
import { histories } from '../fakes/recordHistory';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const CONTINUED = 'continueAsNew';
const names = readdirSync(histories).filter((name) => name.endsWith('.json'));
const historyOf = (name: string): unknown => JSON.parse(readFileSync(join(histories, name), 'utf8'));

beforeAll(quietRuntime);

const bare = (name: string) => name.replace('.json', '');

/** For each kind of milestone of each procedure, by the activity that reaches it, the paths that came to it. */
const kept = {
  processorNotice: {
    remind: [
      'notice-started-late',
      'notice-missing-items',
      'notice-supplement-due',
      'notice-from-below',
      'notice-sent',
    ],
    sendProtectiveNotice: ['notice-protective', 'notice-brought-forward', 'notice-lost-entry'],
    sendIncidentReport: ['notice-report'],
    sendWithdrawal: ['notice-withdrawn'],
    deliver: ['notice-in-phases', 'notice-lost-poke'],
    openAnotherWay: ['notice-refused'],
    handToController: ['notice-handed', 'notice-hand-put-off', 'notice-measure'],
    closeNotice: ['notice-closed-by-silence', 'notice-never-sent'],
    [CONTINUED]: ['notice-continued-as-new'],
  },
  controllerCase: {
    remindOfCase: ['case-untouched', 'case-whole', 'case-regime', 'case-silence', 'case-run-lost'],
    deliverOfCase: ['case-whole-chain'],
    deliverDueOfCase: ['case-held', 'case-asked', 'case-longest'],
    sendToPersons: ['case-persons', 'case-unreached'],
    handToProcessor: ['case-handed'],
    [CONTINUED]: ['case-longest'],
  },
  incidentFollowUp: {
    tellPeople: ['incident-untouched', 'incident-run-lost'],
    remindOfIncident: ['incident-law'],
    deliverOfIncident: ['incident-investigated'],
  },
  exerciseRun: {
    injectIntoExercise: ['exercise-told', 'exercise-stopped'],
    stopExercise: ['exercise-told'],
    concludeExercise: ['exercise-told'],
    deliverOfExercise: ['exercise-told'],
  },
};
const paths = Object.entries(kept).flatMap(([workflow, acts]) =>
  Object.entries(acts).map(([act, of]): [string, string, string[]] => [workflow, act, of]),
);

const Payload = z.object({ name: z.string() });
const Lived = z.object({
  events: z.array(
    z.object({
      workflowExecutionStartedEventAttributes: z.object({ workflowType: Payload }).optional(),
      activityTaskScheduledEventAttributes: z.object({ activityType: Payload }).optional(),
      workflowExecutionContinuedAsNewEventAttributes: z.unknown().optional(),
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
