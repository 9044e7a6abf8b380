import { asyncLocalStorage } from '@temporalio/activity';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createDutyGateway } from '../../adapters/temporal/gateway';
import { sendVersion } from '../../application/notice/sendVersion';
import type { Duty } from '../../application/ports/gateway';
import type { SendResult } from '../../application/ports/mailer';
import { valuesOf } from '../../domain/journal/entry';
import type { SendingCommand } from '../../domain/notice/commands';
import { createWorkers } from '../../worker/createWorkers';
import { createDuties } from '../../worker/relay/createDuties';
import { followJournal } from '../../worker/relay/followJournal';
import { pokeOpenDuties } from '../../worker/relay/pokeOpenDuties';
import { type Obligation, workflowIdOf } from '../../workflows/contract/duty';
import { createMemoryCursors } from '../worker/relay/relayCase';
import { type ControllerKey, createNoticeHouse } from './noticeHouse';
import { items } from './noticeStory';
import { recordHistory } from './recordHistory';
import { becomeAware } from './threeControllers';

const HOUR_MS = 3_600_000;
const ORG = 'o1';

const dutyId = (obligation: Obligation, subjectId: string) => workflowIdOf({ orgId: ORG, obligation, subjectId });

/** Activities live in the server's skipped time; what the test itself does happens when it last slept. */
const activityMs = () => asyncLocalStorage.getStore()?.info.currentAttemptScheduledTimestampMs;

export type DutyCase = Awaited<ReturnType<typeof startDutyCase>>;

/**
 * An incident that three controllers learn of, known now by the server's clock, with a worker and a relay of its own;
 * or, unless `isAware`, only signalled.
 * The relay moves when it is told to: its wake-ups are other tests' matter.
 */
export async function startDutyCase(
  env: TestWorkflowEnvironment,
  workflowBundle: { code: string },
  {
    answers = {},
    isAware = true,
    revise,
  }: {
    answers?: Record<string, SendResult[]>;
    isAware?: boolean;
    revise?: Parameters<typeof createNoticeHouse>[3];
  } = {},
) {
  const t0Ms = await env.currentTimeMs();
  const t0 = new Date(t0Ms).toISOString();
  let testMs = t0Ms;
  const house = await createNoticeHouse(t0, answers, [], revise);
  // whoever sets it for a house without an engine finds that it goes by itself
  Object.defineProperty(house.clock, 'now', { get: () => new Date(activityMs() ?? testMs), set() {} });
  const taskQueue = `case-${t0Ms}`;
  const { ports, journal } = house;

  const workers = await createWorkers({ connection: env.nativeConnection, workflowBundle, ports, taskQueue });
  const ended = workers.run();
  if (isAware) await becomeAware(house, ['availability'], t0);
  else await house.report('i1', t0);

  const gateway = createDutyGateway(env, taskQueue);
  /** The time-skipping server's signal-with-start is not atomic and can stop its clock: a run is started, or told. */
  const poke = async (duty: Duty) => {
    const { orgId, obligation, subjectId, seq } = duty;
    const workflowId = workflowIdOf(duty);
    const running = await env.client.workflow
      .getHandle(workflowId)
      .describe()
      .then(
        ({ status }) => status.name === 'RUNNING',
        () => false,
      );
    if (running) await gateway.tell(duty);
    else await env.client.workflow.start(obligation, { workflowId, taskQueue, args: [{ orgId, subjectId, seq }] });
  };
  const runs = { ...gateway, poke, olderRuns: async () => [] };
  const duties = createDuties(ports);
  const failed = (_where: string, error: unknown) => {
    throw error;
  };
  const alarm = async ({ cause }: { cause: string }) => {
    throw new Error(cause);
  };
  const cursors = createMemoryCursors();
  const told = new Map<string, number>();
  const hours = (at: string) => `${((Date.parse(at) - t0Ms) / HOUR_MS).toFixed(1)} h`;

  return {
    ...house,
    t0,
    at: (hour: number) => new Date(t0Ms + hour * HOUR_MS).toISOString(),
    /** Works off what was written since, as the relay does. */
    relay: () => followJournal(ORG, { journal, cursors, runs, duties, alarm }),
    /** Starts whatever is open, whatever the cursor says. */
    sweep: () => pokeOpenDuties({ journal, runs, duties, failed }, told),
    poke: (subjectId: string, seq: number) => runs.poke({ orgId: ORG, obligation: 'processorNotice', subjectId, seq }),
    run: (subjectId: string, obligation: Obligation = 'processorNotice') =>
      env.client.workflow.getHandle(dutyId(obligation, subjectId)),
    idOf: async (key: ControllerKey) => (await house.noticeOf(key)).id,
    /** For the tests that replay: see `recordHistory`. */
    record: (name: string, subjectId: string, obligation: Obligation = 'processorNotice') =>
      recordHistory(name, env.client.workflow.getHandle(dutyId(obligation, subjectId))),
    async sleep(untilHour: number): Promise<void> {
      await env.sleep(t0Ms + untilHour * HOUR_MS - (await env.currentTimeMs()));
      testMs = await env.currentTimeMs();
    },
    send: (noticeId: string, command: SendingCommand = { kind: 'send', items }, key: string = command.kind) =>
      sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId, key, command } }),
    /** What was journalled of a notice after its opening, with its hour after t0; mails by their outcome. */
    story: (noticeId: string) =>
      journal.entries
        .filter(({ subject, revision }) => subject.id === noticeId && revision > 1)
        .filter(({ type }) => type !== 'delivery.attempt')
        .map((entry) => `${hours(entry.at)} ${summary(entry.type, valuesOf(entry))}`),
    async stop(): Promise<void> {
      const kinds = {
        notice: 'processorNotice',
        controllerCase: 'controllerCase',
        incident: 'incidentFollowUp',
      } as const;
      const ids: string[] = [];
      for (const orgId of await journal.organisations()) {
        for (const kind of ['notice', 'controllerCase', 'incident'] as const) {
          const found = await ports.projections.list(orgId, kind, { limit: 100 });
          ids.push(...found.map(({ id: subjectId }) => workflowIdOf({ orgId, obligation: kinds[kind], subjectId })));
        }
      }
      for (const id of ids) {
        await env.client.workflow
          .getHandle(id)
          .terminate()
          .catch(() => undefined); // ended by itself, or never begun
      }
      workers.shutdown();
      await ended;
    },
  };
}

function summary(type: string, values: Record<string, unknown>): string {
  switch (type) {
    case 'notice.reminded':
    case 'case.reminded':
    case 'regime.reminded':
      return `remind ${String(values['ladder'])} ${String(values['step'])}`;
    case 'notice.version':
      return `${values['automatic'] === true ? 'machine' : 'person'} ${String(values['kind'])}`;
    case 'delivery.outcome':
      return `mail ${String(values['deliverableId']).replace(/^(v\d+-c\d+).*/, '$1')} ${String(values['result'])}`;
    case 'people.told':
      return `tell ${String(values['step'])} ${String(values['roles'])}`.trim();
    default:
      return type;
  }
}
