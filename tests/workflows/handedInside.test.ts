import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandCase } from '../../application/controllerCase/commandCase';
import { noteNotice } from '../../application/notice/noteNotice';
import type { Context } from '../../application/ports/ports';
import { workflowIdOf } from '../../workflows/contract/duty';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { consentInside } from '../fakes/insideConsent';
import { must } from '../fakes/realHouse';
import { recordHistory } from '../fakes/recordHistory';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const CONTROLLER = 'val-temoin';
let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;
let controller: Context;

beforeAll(async () => {
  quietRuntime();
  [env, bundle] = await Promise.all([startTimeSkipping(), workflowBundle()]);
}, 120_000);
afterAll(() => env.teardown());

const ofCase = (subjectId: string) =>
  env.client.workflow.getHandle(workflowIdOf({ orgId: CONTROLLER, obligation: 'controllerCase', subjectId }));
const theCase = async () => (await run.ports.projections.list(CONTROLLER, 'controllerCase', { limit: 2 }))[0];

beforeEach(async () => {
  run = await startDutyCase(env, bundle);
  controller = { ...run.as('cleo', ['DPO', 'DIR']), orgId: CONTROLLER };
  await consentInside(run.as('sacha', ['DPO']), controller, 'val');
}, 30_000);
afterEach(async () => {
  const one = await theCase();
  if (one)
    await ofCase(one.id)
      .terminate()
      .catch(() => undefined);
  await run.stop();
}, 30_000);

it('the engine hands a notice to the case, a question back and its answer there, each side by a run of its own', async () => {
  const id = await run.idOf('val');
  must(await run.send(id));
  await run.relay();
  await run.sleep(1);
  const opened = await theCase();
  expect(opened).toMatchObject({ told: [{ version: 1 }], clock: { status: 'confirmed' } });
  const caseId = opened?.id ?? '';
  const asked = { kind: 'processor.ask' as const, askedAt: run.at(1), urgentHours: 4, text: 'Combien ?' };
  must(await commandCase({ ctx: controller, input: { caseId, key: 'ask', command: asked } }));
  await run.sweep();
  await run.sleep(2);
  const [question] = (await run.noticeOf('val')).questions;
  expect(question).toMatchObject({ via: 'account', text: 'Combien ?' });
  const answer = { kind: 'answer' as const, questionId: question?.id ?? '', text: 'Quarante et un.' };
  must(await noteNotice({ ctx: run.as('sacha', ['DPO']), input: { noticeId: id, key: 'answer', command: answer } }));
  await run.relay();
  await run.sleep(3);
  expect((await theCase())?.processor.questions).toMatchObject([{ answer: 'Quarante et un.' }]);
  expect((await run.noticeOf('val')).handed.map(({ what, result }) => [what, result])).toEqual([
    ['version', 'taken'],
    ['answer', 'taken'],
  ]);
  await run.record('notice-handed', id);
  await recordHistory('case-handed', ofCase(caseId));
}, 120_000);

it('a hand-over that fails holds up no mail and no reminder, and is there once it can be', async () => {
  const { list } = run.ports.projections;
  run.ports.projections.list = async (orgId, ...asked) => {
    if (orgId === CONTROLLER) throw new Error('their side is at fault');
    return list(orgId, ...asked);
  };
  const id = await run.idOf('val');
  must(await run.send(id));
  await run.relay();
  await run.sleep(0.04);
  await run.record('notice-hand-put-off', id); // tried and put off more than once
  await run.sleep(1.1);
  const { delivery, handed, reminded } = await run.noticeOf('val');
  expect([delivery, handed]).toEqual(['SENT', []]);
  expect(reminded).toMatchObject([{ ladder: 'acknowledgement', step: 1 }]);
  const lateMs = Date.parse(reminded[0]?.at ?? '') - Date.parse(run.at(1));
  expect(lateMs).toBeLessThan(60_000);
  run.ports.projections.list = list;
  await run.sleep(1.2);
  expect((await run.noticeOf('val')).handed).toMatchObject([{ what: 'version', result: 'taken' }]);
}, 120_000);
