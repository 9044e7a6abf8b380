import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { authorityRegion } from '../../domain/controllerCase/case';
import { RegimeId } from '../../domain/regime/vocabulary';
import { createCaseRun } from '../fakes/caseRun';
import { commands } from '../fakes/caseStory';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

/** Asked of a full case, all its runs together (docs/performance.md). */
const MOST_EVENTS = 300;
let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;

beforeAll(async () => {
  quietRuntime();
  [env, bundle] = await Promise.all([startTimeSkipping(), workflowBundle()]);
}, 120_000);
afterAll(() => env.teardown());
beforeEach(async () => {
  run = await startDutyCase(env, bundle, { isAware: false });
}, 60_000);
afterEach(() => run.stop(), 60_000);

it('a case of five regions that is acted on in time stays under 300 events in all, whatever rounds the relay makes', async () => {
  const one = await createCaseRun(env, run);
  let at = 0;
  /** The relay makes its rounds meanwhile: each hour here, six in life. */
  const go = async (hour: number): Promise<void> => {
    for (at += 1; at < hour; at += 1) {
      await run.sleep(at);
      await run.sweep();
    }
    at = hour;
    await one.until(hour);
  };
  await go(3); // ASSESS
  await one.actAsDpo({ ...commands.qualify, awareAt: run.t0 });
  await one.act(commands['risk.score']);
  await one.actAsDpo(commands['risk.advise']);
  await one.act({ ...commands['risk.decide'], noAdviceReason: null });
  await go(8); // OTHER
  await one.act({ ...commands['regime.exclude'], regimes: RegimeId.options.filter((name) => name !== 'nis2') });
  const facts = { trustService: 'no', usersAffected: 'no' } as const;
  await one.act({ ...commands['regime.concern'], triggerAt: run.t0, facts });
  const recorded = (stage: 'earlyWarning' | 'notification' | 'final', hour: number) =>
    one.act({ ...commands['regime.record'], stage, sentAt: run.at(hour) });
  await go(9); // the first early step has passed at hour 6: it is said before the warning is recorded
  await recorded('earlyWarning', 9);
  await one.act({ ...commands['processor.ask'], askedAt: run.at(9), urgentHours: 4 });
  await one.act({ ...commands['processor.propose'], proposedAt: run.at(9), urgentHours: 4 });
  await go(10);
  const [asked] = (await one.one()).processor.questions;
  await one.act({ ...commands['processor.answer'], questionId: asked?.id ?? '', answeredAt: run.at(10) });
  await one.act({ ...commands['processor.decide'], answeredAt: run.at(10) });
  await go(14); // SA
  await one.act({ ...commands['authority.file'], sentAt: run.at(14) });
  await go(20); // PERSONS
  await one.act(commands['persons.draft']);
  await go(26);
  await one.act({ ...commands['persons.send'], listId: await one.listOf(3), concerned: 3 });
  await go(40);
  await one.act({ ...commands['authority.ask'], askedAt: run.at(40), dueAt: run.at(80) });
  await go(45);
  const [question] = (await one.one()).authorities.flatMap(({ questions }) => questions);
  await one.act({ ...commands['authority.answer'], questionId: question?.id ?? '', answeredAt: run.at(45) });
  await go(60);
  await recorded('notification', 60);
  await recorded('final', 60); // at once: in a month of 31 days its first step comes a day later
  await one.act({ ...commands['authority.file'], type: 'complementary', final: true, sentAt: run.at(60) });
  await one.act(commands['record.excuse']); // RECORD
  await go(90);
  await one.act({ ...commands['authority.close'], ground: 'answer' });
  await one.act(commands['case.close']);
  await one.handle().result();
  await go(92);

  const end = await one.one();
  expect([end.stage, authorityRegion(end), end.persons.state]).toEqual(['CLOSED', 'SA_CLOSED', 'TOLD']);
  const ladders = ['opened', 'measure', 'nis2.earlyWarning', 'nis2.notification']; // of the last two only early steps
  expect(new Set(end.reminded.map(({ ladder }) => ladder))).toEqual(new Set(ladders));
  const lengths = [...one.events.values()];
  const total = lengths.reduce((sum, length) => sum + length, 0);
  process.stdout.write(`events of a case acted on in time: ${total}, over runs of ${lengths.join(', ')}\n`);
  expect(total).toBeLessThanOrEqual(MOST_EVENTS);
}, 300_000);
