import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandCase } from '../../application/controllerCase/commandCase';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import { commandIncident } from '../../application/incident/commandIncident';
import { loadCase } from '../../application/notice/readCase';
import { noteNotice } from '../../application/notice/noteNotice';
import type { Context } from '../../application/ports/ports';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { silenceOf } from '../../domain/controllerCase/silence';
import { authorityLimit } from '../../domain/controllerCase/term';
import type { Incident } from '../../domain/incident/incident';
import { dueOf } from '../../domain/notice/case';
import { type Obligation, workflowIdOf } from '../../workflows/contract/duty';
import { commands, decision } from '../fakes/caseStory';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { type ChainHouse, CONTROLLER, joinChain, SUB, SUB_NAME } from '../fakes/chainHouse';
import { commands as incidentCommands } from '../fakes/incidentHouse';
import type { House } from '../fakes/noticeHouse';
import { items } from '../fakes/noticeStory';
import { people } from '../fakes/personsHouse';
import { must } from '../fakes/realHouse';
import { recordHistory } from '../fakes/recordHistory';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

const MOST_EVENTS = 300;
let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;
let controller: Context;
let chain: Omit<ChainHouse, keyof House>;
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
  run.ports.relay = { name: 'r', fingerprint: 'f', test: async () => ({ accepted: false, replyCode: null, step: '' }) };
}, 60_000);

const theCase = async () => (await run.ports.projections.list(CONTROLLER, 'controllerCase', { limit: 2 }))[0];
const runOf = (orgId: string, obligation: Obligation, subjectId: string) =>
  env.client.workflow.getHandle(workflowIdOf({ orgId, obligation, subjectId }));
const ofCase = (subjectId: string) => runOf(CONTROLLER, 'controllerCase', subjectId);
const isTold = ({ subNotices }: Incident) => subNotices.length > 0;

afterEach(() => run.stop(), 60_000);

/** As a person of the controller; then what the relay would do. */
async function act(command: CaseCommand, key: string = command.kind): Promise<void> {
  const caseId = (await theCase())?.id ?? '';
  must(await commandCase({ ctx: controller, input: { caseId, key, command } }));
  await run.sweep();
}

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
async function listOf(count: number): Promise<string> {
  const input = { caseId: (await theCase())?.id ?? '', key: 'list', bytes: bytesOf(people(count)) };
  return must(await uploadRecipients({ ctx: controller, input })).listId;
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

/** A version of the sub-processor's notice leaves by its own run, sealed; then what our relay does of what came. */
async function sentBelow(noticeId: string, kind: 'send' | 'supplement', hour: number): Promise<void> {
  must(await chain.send(SUB, noticeId, { kind, items }));
  await run.sweep();
  await run.sleep(hour + 0.2);
  await run.relay();
}

/** It is a breach: the sub-processor is certain. */
async function certainBelow(): Promise<void> {
  const [below] = await chain.incidentsOf(SUB);
  const known = { nature: ['confidentiality' as const], touched: [...(below?.touched ?? [])] };
  const at = { awareAt: run.at(4), detectedAt: run.t0 };
  const command = { ...incidentCommands['aware.set'], ...known, ...at };
  must(await commandIncident({ ctx: chain.asOf(SUB), input: { incidentId: below?.id ?? '', key: 'aware', command } }));
}

/** Hours after the sub-processor's first doubt, to a tenth. */
const hourOf = (at: string | null | undefined) =>
  at ? Math.round((Date.parse(at) - Date.parse(run.t0)) / 360_000) / 10 : null;
const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();

it('from a sub-processor’s first doubt, over processor and controller, to the persons, and the silence of the authority after two months', async () => {
  const below = await chain.subLearns(run.t0, false);
  await run.sleep(1);
  await sentBelow(below, 'send', 1); // §7.5: a doubt of theirs opens no notice, and runs no clock
  expect((await chain.incidentsOf('o1')).find(isTold)).toMatchObject({
    clock: { status: 'none' },
    subNotices: [{ certain: false, chain: [SUB_NAME] }],
  });
  expect(await run.ports.projections.list('o1', 'notice', { limit: 9 })).toEqual([]);

  await run.sleep(5);
  await certainBelow(); // known there since the fourth hour; here since what says so was received
  await sentBelow(below, 'supplement', 5);
  const [theirs, ours] = [await chain.noticeUnder(SUB, 'rang2'), (await chain.incidentsOf('o1')).find(isTold)];
  expect(theirs.versions.map(({ kind }) => kind)).toEqual(['initial', 'supplement']);
  expect((await runOf(SUB, 'processorNotice', below).describe()).status.name).toBe('RUNNING'); // a run of its own
  const received = ours?.subNotices.at(-1)?.receivedAt ?? '';
  expect(ours).toMatchObject({ clock: { status: 'provisional', provisionalT0: received } });
  expect(hourOf(received)).toBe(5);

  await run.sleep(5.5);
  const id = await run.idOf('val');
  const limit = dueOf(must(await loadCase({ ...run.as('sacha', ['DPO']), orgId: 'o1' }, id)));
  expect(limit?.dueAt).toBe(later(received, 24)); // the contract's 24 hours, from the receipt
  must(await run.send(id, { kind: 'send', items }));
  await run.relay();
  await until(6);
  const opened = await theCase();
  const t0 = opened?.told[0]?.receivedAt ?? '';
  expect(opened).toMatchObject({ stage: 'RECEIVED', told: [{ version: 1 }], clock: { status: 'confirmed', t0 } }); // certain below
  expect([hourOf(t0), opened && authorityLimit(opened)?.strict]).toEqual([5.5, later(t0, 72)]);
  expect(opened?.told[0]?.text).toContain(SUB_NAME);

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
  await act({ ...commands['risk.advise'], risk: 'high' });
  await act({ ...decision('high'), noAdviceReason: null });
  await act({ ...commands['authority.file'], type: 'initial', sentAt: run.at(9) });
  expect((await theCase())?.persons).toMatchObject({ state: 'REQUIRED' });

  // PERSONS: drafted within 24 hours of the decision, sent within 48
  await until(20);
  await act(commands['persons.draft']);
  await until(30);
  await act({ ...commands['persons.send'], listId: await listOf(3), concerned: 3 });
  await until(31);
  const { persons } = (await theCase()) ?? {};
  expect(persons).toMatchObject({ state: 'TOLD', tellings: [{ means: 'email', told: 3, concerned: 3, bounced: 0 }] });
  expect(hourOf(persons?.tellings[0]?.at)).toBe(30.2); // 21 h after the decision
  const told = run.mails.filter(({ to }) => to.endsWith('@b.example')).map(({ to }) => to);
  expect(told.toSorted()).toEqual(['p1@b.example', 'p2@b.example', 'p3@b.example']);

  await until(82); // 72 h after the initial one the complement is asked for
  await act({ ...commands['authority.file'], type: 'complementary', final: true, sentAt: run.at(82) }, 'final');
  await act(commands['regime.exclude']);
  await act(commands['record.excuse']);
  for (let day = 14; day <= 70; day += 14) await until(day * 24);
  const reminded = (await theCase())?.reminded.map(({ ladder, step }) => `${ladder} ${step}`) ?? [];
  expect(reminded).toEqual(expect.arrayContaining(['opened 1', 'measure 1', 'complement 72', 'silence 1']));
  expect(reminded.filter((line) => /^(draft|tell|authority|propose) /.test(line))).toEqual([]); // each in time
  const [filed] = (await theCase())?.authorities ?? [];
  const said = (await theCase())?.reminded.map(({ ladder, at }) => [ladder, hourOf(at)] as const) ?? [];
  expect(said).toContainEqual(['complement', 81]); // 72 h after the initial notification
  expect(hourOf(filed?.filings.at(-1)?.sentAt)).toBe(82);
  const silentAt = filed && opened && silenceOf(filed, opened.opened)?.overAt;
  expect(said).toContainEqual(['silence', hourOf(silentAt)]);

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
