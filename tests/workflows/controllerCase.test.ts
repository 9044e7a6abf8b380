import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { RegimeId } from '../../domain/regime/vocabulary';
import { commands, decision, opening } from '../fakes/caseStory';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { people } from '../fakes/personsHouse';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

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
}, 30_000);
afterEach(() => run.stop(), 30_000);

async function open(certain = true): Promise<string> {
  const given = opening({ receivedAt: run.t0, certain });
  const written = await openCase({ ctx: run.as('sacha', ['DPO']), input: { key: 'open', opening: given } });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await run.relay();
  return written.value.id;
}

async function act(caseId: string, command: CaseCommand, roles: ('DPO' | 'DIR')[] = ['DIR']): Promise<void> {
  const who = roles.includes('DIR') ? 'alix' : 'sacha';
  const written = await commandCase({ ctx: run.as(who, roles), input: { caseId, key: command.kind, command } });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await run.relay();
}

const told = (caseId: string): string[] => run.story(caseId).filter((line) => line.includes(' remind '));

describe('a controller’s case', () => {
  it('that nobody works on asks for the decision, an initial notification and the filing until the 72 hours are over, then each day', async () => {
    const id = await open(false);
    await run.sleep(121);
    expect(told(id)).toEqual([
      '0.0 h remind opened 1',
      '18.0 h remind authority 25',
      '36.0 h remind authority 50',
      '47.5 h remind propose 66',
      '54.0 h remind authority 75',
      '64.8 h remind authority 90',
      '72.0 h remind authority 100',
      '96.0 h remind overdue 96',
      '120.0 h remind overdue 120',
    ]);
    expect((await run.run(id, 'controllerCase').describe()).status.name).toBe('RUNNING');
    await run.record('case-untouched', id, 'controllerCase');
  }, 180_000);

  it('goes its whole way: qualified, decided, filed in two steps, the persons told, closed', async () => {
    const id = await open();
    await run.sleep(2);
    await act(id, { ...commands.qualify, awareAt: run.t0 }, ['DPO']);
    await run.sleep(20);
    await act(id, commands['risk.score']);
    await act(id, commands['risk.decide']);
    await act(id, { ...commands['authority.file'], sentAt: run.at(20) });
    await run.sleep(21);
    await act(id, commands['persons.draft']);
    await act(id, { ...commands['persons.tell'], toldAt: run.at(21), bounced: 0 });
    await run.sleep(93);
    const final = { ...commands['authority.file'], type: 'complementary' as const, final: true, sentAt: run.at(93) };
    const written = await commandCase({
      ctx: run.as('alix', ['DIR']),
      input: { caseId: id, key: 'final', command: final },
    });
    expect(written.ok).toBe(true);
    await act(id, commands['regime.exclude']);
    await act(id, commands['record.excuse']);
    await act(id, commands['case.close']);
    await run.sleep(400);
    expect(told(id)).toEqual(['0.0 h remind opened 1', '18.0 h remind authority 25', '92.0 h remind complement 72']);
    const handle = run.run(id, 'controllerCase');
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    expect((await handle.fetchHistory()).events?.length).toBeLessThanOrEqual(300);
    await run.record('case-whole', id, 'controllerCase');
  }, 180_000);

  it('tells the persons of an accepted list, waits while that is on hold, and goes on where it was', async () => {
    const id = await open();
    const { ports } = run.as('alix', ['DIR']);
    ports.relay = { name: 'r', fingerprint: 'f', test: async () => ({ accepted: false, replyCode: null, step: '' }) };
    await act(id, { ...commands.qualify, awareAt: run.t0 }, ['DPO']);
    await act(id, commands['risk.score'], ['DPO']);
    await act(id, commands['risk.decide']);
    await act(id, { ...commands['authority.file'], type: 'complete', sentAt: run.t0 });
    await act(id, commands['persons.draft']);
    async function* bytes() {
      yield Buffer.from(people(3));
    }
    const input = { caseId: id, key: 'list', bytes: bytes() };
    const list = await uploadRecipients({ ctx: run.as('alix', ['DIR']), input });
    const listId = list.ok ? list.value.listId : '';
    const { send } = ports.mailer;
    ports.mailer.send = async (mail) =>
      mail.to === 'p2@b.example' && (await mail.mayLeave) ? { result: 'deferred', replyCode: 451 } : send(mail);
    await act(id, { kind: 'persons.send', listId, concerned: null });
    const progress = () => ports.recipients.progress('o1', listId);
    while ((await progress()).sent < 2) await sleep(50);
    await run.sleep(2);
    const { events } = await run.run(id, 'controllerCase').fetchHistory();
    const begun = events?.map((event) => event.activityTaskScheduledEventAttributes?.activityType?.name) ?? [];
    const tries = begun.filter((name) => name === 'sendToPersons').length;
    expect(tries).toBeGreaterThan(4); // after 1, 2, 4, 8, 15 … minutes
    expect(tries).toBeLessThan(20); // and not every few seconds
    await act(id, commands['persons.hold']);
    await run.sleep(3);
    expect(await progress()).toMatchObject({ sent: 2, waiting: 1 });
    ports.mailer.send = send;
    await act(id, commands['persons.resume']);
    await run.sleep(4);
    expect(await progress()).toMatchObject({ sent: 3, waiting: 0 });
    expect(
      run
        .story(id)
        .filter((line) => line.includes('persons.'))
        .map((line) => line.replace(/^\S+ h /, '')),
    ).toEqual(['persons.drafted', 'persons.sending', 'persons.held', 'persons.resumed', 'persons.told']);
    await act(id, commands['regime.exclude']);
    await act(id, commands['record.excuse']);
    await act(id, commands['case.close']);
    await run.sleep(5);
    expect((await run.run(id, 'controllerCase').describe()).status.name).toBe('COMPLETED');
    await run.record('case-persons-held', id, 'controllerCase');
  }, 180_000);

  it('asks for what another law asks for, stage by stage, until it is done', async () => {
    const id = await open();
    await run.sleep(1);
    await act(id, { ...commands.qualify, awareAt: run.t0 }, ['DPO']);
    await act(id, commands['risk.score']);
    await act(id, decision('unlikely'));
    await act(id, { ...commands['regime.exclude'], regimes: RegimeId.options.filter((one) => one !== 'nis2') });
    const facts = { trustService: 'no', usersAffected: 'no' } as const;
    await act(id, { ...commands['regime.concern'], triggerAt: run.t0, facts });
    await run.sleep(20);
    await act(id, { ...commands['regime.record'], sentAt: run.at(20) });
    await run.sleep(40);
    const done = { ...commands['regime.record'], stage: 'notification' as const, sentAt: run.at(40) };
    const written = await commandCase({
      ctx: run.as('alix', ['DIR']),
      input: { caseId: id, key: 'second', command: done },
    });
    expect(written.ok).toBe(true);
    await run.relay();
    await run.sleep(41);
    expect(told(id)).toEqual([
      '0.0 h remind opened 1',
      '6.0 h remind nis2.earlyWarning 25',
      '12.0 h remind nis2.earlyWarning 50',
      '18.0 h remind nis2.earlyWarning 75',
      '18.0 h remind nis2.notification 25',
      '36.0 h remind nis2.notification 50',
    ]);
    await run.record('case-regime', id, 'controllerCase');
  }, 180_000);

  it('asks the DPO, after two months of silence of the CNIL, whether to close with it', async () => {
    const id = await open();
    await run.sleep(1);
    await act(id, { ...commands.qualify, awareAt: run.t0 }, ['DPO']);
    await act(id, commands['risk.score']);
    await act(id, decision('risk'));
    await act(id, { ...commands['authority.file'], type: 'complete', sentAt: run.at(1) });
    await run.sleep(24 * 50);
    await run.sweep();
    await run.sleep(24 * 64);
    expect(told(id).at(-1)).toMatch(/ h remind silence 1$/);
    expect(told(id)).toHaveLength(2);
    await run.record('case-silence', id, 'controllerCase');
  }, 180_000);

  it('whose run was lost goes on at the highest passed step', async () => {
    const id = await open();
    await run.sleep(1);
    await run.run(id, 'controllerCase').terminate();
    await run.sleep(56);
    await run.sweep();
    await run.sleep(57);
    expect(told(id)).toEqual(['0.0 h remind opened 1', '56.0 h remind authority 75', '56.0 h remind propose 66']);
    await run.record('case-run-lost', id, 'controllerCase');
  }, 180_000);
});
