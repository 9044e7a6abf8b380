import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandCase } from '../../application/controllerCase/commandCase';
import { receiveMessage } from '../../application/exchange/receiveMessage';
import { sealEnvelope } from '../../application/journal/sealEnvelope';
import { sealHeader } from '../../application/journal/sealHeader';
import { noteNotice } from '../../application/notice/noteNotice';
import type { Context } from '../../application/ports/ports';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { EXCHANGE_FORMAT } from '../../domain/exchange/message';
import { upwardOf } from '../../domain/notice/upward';
import { workflowIdOf } from '../../workflows/contract/duty';
import { commands, decision } from '../fakes/caseStory';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { type ChainHouse, CONTROLLER, joinChain, SUB } from '../fakes/chainHouse';
import { items } from '../fakes/noticeStory';
import { must } from '../fakes/realHouse';
import { recordHistory } from '../fakes/recordHistory';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const MOST_EVENTS = 300;
let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;
let controller: Context;
let chain: Pick<ChainHouse, 'engineOf'>;
/** Events of each run of the case, by run. */
const events = new Map<string, number>();

beforeAll(async () => {
  quietRuntime();
  [env, bundle] = await Promise.all([startTimeSkipping(), workflowBundle()]);
}, 120_000);
afterAll(() => env.teardown());
beforeEach(async () => {
  run = await startDutyCase(env, bundle, {
    isAware: false,
    revise: (document, key) => (key === 'val' ? document : { ...document, subProcessors: [] }),
  });
  controller = { ...run.as('cleo', ['DPO', 'DIR', 'IM', 'O']), orgId: CONTROLLER };
  chain = await joinChain(run, { sealed: [SUB] });
}, 60_000);

const theCase = async () => (await run.ports.projections.list(CONTROLLER, 'controllerCase', { limit: 2 }))[0];
const ofCase = (subjectId: string) =>
  env.client.workflow.getHandle(workflowIdOf({ orgId: CONTROLLER, obligation: 'controllerCase', subjectId }));

afterEach(async () => {
  const one = await theCase();
  if (one)
    await ofCase(one.id)
      .terminate()
      .catch(() => undefined);
  await run.stop();
}, 60_000);

/** As a person of the controller; then what the relay would do. */
async function act(command: CaseCommand, key: string = command.kind): Promise<void> {
  const caseId = (await theCase())?.id ?? '';
  must(await commandCase({ ctx: controller, input: { caseId, key, command } }));
  await run.sweep();
}

/** Goes on to an hour; a run looks two weeks ahead, and the relay's round starts the next. */
async function until(hour: number): Promise<void> {
  await run.sleep(hour);
  await run.sweep();
  await run.sleep(hour + 0.2);
  const one = await theCase();
  if (!one) return;
  const described = await ofCase(one.id).describe();
  events.set(described.runId, described.historyLength);
}

/** A version of the sub-processor's notice, as its own installation seals and posts it. */
async function toldBelow(version: number, certain: boolean): Promise<void> {
  const sub = chain.engineOf(SUB);
  const { notary } = run.ports.proofs;
  const madeAt = run.ports.now().toISOString();
  const kind = version === 1 ? 'initial' : 'supplement';
  const notice = { id: 'below', reference: 'AV-RANG-0002', version, kind } as const;
  const envelope = await sealEnvelope(sub, { notice, checkpointHash: null, documents: [], facts: null, madeAt });
  const upward = upwardOf({
    items: certain ? items : null,
    subNotices: [],
    leads: [],
    language: 'fr',
    beyond: (names) => names.join(),
  });
  const words = { text: 'Une copie est peut-être partie.', nature: ['confidentiality' as const], knownAt: null };
  const said = { kind: 'version' as const, envelope, certain, upward, ...words };
  const header = { format: EXCHANGE_FORMAT, origin: notary.origin(SUB), to: notary.origin('o1'), madeAt, said };
  const received = await receiveMessage(run.ports, { orgId: 'o1', text: await sealHeader(sub, header) });
  expect(received).toMatchObject({ ok: true });
  await run.relay();
}

it('from a sub-processor’s first doubt, over processor and controller, to the silence of the authority after two months', async () => {
  await toldBelow(1, false); // §7.5: a doubt of theirs opens no notice, and runs no clock
  await run.sleep(5);
  expect(await run.ports.projections.list('o1', 'notice', { limit: 9 })).toEqual([]);

  await toldBelow(2, true); // awareness upstream, from the receipt
  await run.sleep(5.5);
  const id = await run.idOf('val');
  must(await run.send(id, { kind: 'send', items }));
  await run.relay();
  await until(6);
  const opened = await theCase();
  expect(opened).toMatchObject({ stage: 'RECEIVED', told: [{ version: 1 }], clock: { status: 'confirmed' } }); // certain below

  // S3-05: a measure is decided together, within urgent hours
  const proposal = {
    kind: 'proposeMeasure' as const,
    measureId: 'm1',
    declaredId: null,
    what: 'Fermer.',
    urgentHours: 4,
  };
  must(await noteNotice({ ctx: run.as('sacha', ['DPO']), input: { noticeId: id, key: 'm1', command: proposal } }));
  await run.relay();
  await until(6.4); // the relay’s round of the other organisation
  await until(8.5);
  expect((await theCase())?.processor.measures).toMatchObject([{ state: 'PROPOSED', urgent: true }]);
  const word = { measureId: 'm1', answeredAt: run.at(8.5), name: 'Cléo', function: 'DPO', text: 'La nuit.' };
  await act({ kind: 'processor.decide', verdict: 'changed', ...word });
  await until(9);
  expect((await run.noticeOf('val')).measures).toMatchObject([{ state: 'CHANGED', answered: { via: 'account' } }]);
  await run.record('notice-measure', id);

  await act({ ...commands.qualify, awareAt: null });
  await act(commands['risk.score']);
  await act({ ...commands['risk.advise'], risk: 'risk' });
  await act({ ...decision('risk'), noAdviceReason: null });
  await act({ ...commands['authority.file'], type: 'initial', sentAt: run.at(9) });
  await until(82); // 72 h after the initial one the complement is asked for
  await act({ ...commands['authority.file'], type: 'complementary', final: true, sentAt: run.at(82) }, 'final');
  await act(commands['regime.exclude']);
  await act(commands['record.excuse']);
  for (let day = 14; day <= 70; day += 14) await until(day * 24);
  const reminded = (await theCase())?.reminded.map(({ ladder, step }) => `${ladder} ${step}`) ?? [];
  expect(reminded).toEqual(expect.arrayContaining(['opened 1', 'measure 1', 'complement 72', 'silence 1']));

  await act({ kind: 'authority.close', authorityId: 'cnil', ground: 'silence', reason: 'Deux mois sans réponse.' });
  await act(commands['case.close']);
  await until(71 * 24);
  expect(await theCase()).toMatchObject({ stage: 'CLOSED', authorities: [{ state: 'SA_CLOSED' }] });
  const caseId = opened?.id ?? '';
  expect((await ofCase(caseId).describe()).status.name).toBe('COMPLETED');
  await recordHistory('case-whole-chain', ofCase(caseId));

  const total = [...events.values()].reduce((sum, length) => sum + length, 0);
  process.stdout.write(`events of the whole case, over ${events.size} runs: ${total}\n`);
  expect(total).toBeLessThanOrEqual(MOST_EVENTS);
}, 300_000);
