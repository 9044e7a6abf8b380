import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandIncident } from '../../application/incident/commandIncident';
import { commands } from '../fakes/incidentStory';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
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

const told = (): string[] => run.story('i1').filter((line) => line.includes(' tell '));
const reminded = (): string[] => run.story('i1').filter((line) => line.includes(' remind '));
const atOnce = ['0.0 h tell receipt', '0.0 h tell alert DPO,DIR'];

describe('an incident that was signalled', () => {
  it('is told to DPO and management at once, with a receipt to its declarant, and asks for its triage', async () => {
    await run.relay();
    await run.sleep(9);
    expect(told()).toEqual([...atOnce, '4.0 h tell triage4h O', '8.0 h tell triage8h IM']);
    const to = run.mails.map((mail) => mail.to);
    expect(to.slice(0, 3).toSorted()).toEqual(['alix@slime.example', 'r@slime.example', 'sacha@slime.example']);
    expect(new Set(run.mails.map(({ envelopeId }) => envelopeId)).size).toBe(run.mails.length);
    await run.record('incident-untouched', 'i1', 'incidentFollowUp');
  }, 120_000);

  it('once somebody looks at it, asks for the decision at half the time, at its end and at 48 h, then rests', async () => {
    await run.relay();
    await run.sleep(1);
    await run.write('incident', 'i1', { type: 'triage.started', values: { firstFacts: 'vu' } });
    await run.relay();
    await run.sleep(60);
    expect(told()).toEqual([
      ...atOnce,
      '13.0 h tell investigation12h IM',
      '25.0 h tell investigation24h DPO',
      '49.0 h tell investigation48h DIR',
    ]);
    expect((await run.run('i1', 'incidentFollowUp').describe()).status.name).toBe('COMPLETED');
    await run.record('incident-investigated', 'i1', 'incidentFollowUp');
  }, 120_000);

  it('under another law is reminded of as its limit burns; another law moves it once two persons have said so', async () => {
    await run.relay();
    await run.write('incident', 'i1', { type: 'triage.started', values: { firstFacts: 'vu' } });
    const place = { zone: 'Europe/London', calendar: 'FR-metropole' };
    const facts = { unintelligible: 'yes', highRisk: 'no' };
    const kept = { regime: 'ukTelecom', reason: 'vu', triggerAt: run.t0, profileId: 'UK-2021-01-01', facts, place };
    await run.write('incident', 'i1', { type: 'regime.concerned', values: kept });
    await run.relay();
    await run.sleep(7);
    expect(reminded()).toEqual(['6.0 h remind ukTelecom.notification 25']);
    const ask = async (person: string, role: 'DPO' | 'DIR') => {
      const command = { ...commands['law.move'], regime: 'ukTelecom' as const };
      const input = { incidentId: 'i1', key: `move-${person}`, command };
      expect(await commandIncident({ ctx: run.as(person, [role]), input })).toMatchObject({ ok: true });
      await run.relay();
    };
    await ask('sacha', 'DPO');
    await run.sleep(8);
    await ask('alix', 'DIR');
    await run.sleep(40);
    expect(reminded().slice(1)).toEqual([
      '18.0 h remind ukTelecom.notification 25',
      '36.0 h remind ukTelecom.notification 50',
    ]);
    const sent = { ...commands['regime.record'], regime: 'ukTelecom' as const, stage: 'notification' as const };
    const input = { incidentId: 'i1', key: 'sent', command: { ...sent, sentAt: run.at(39) } };
    expect(await commandIncident({ ctx: run.as('sacha', ['DPO']), input })).toMatchObject({ ok: true });
    await run.relay();
    await run.sleep(80);
    expect(reminded()).toHaveLength(3);
    await run.record('incident-law', 'i1', 'incidentFollowUp');
  }, 120_000);

  it('whose run was lost goes on at the highest passed step', async () => {
    await run.relay();
    await run.sleep(1);
    await run.run('i1', 'incidentFollowUp').terminate();
    await run.sleep(9);
    expect(await run.sweep()).toEqual({ poked: 1 });
    await run.sleep(10);
    expect(told()).toEqual([...atOnce, '9.0 h tell triage8h IM']);
    await run.record('incident-run-lost', 'i1', 'incidentFollowUp');
  }, 120_000);

  it('that is no breach, once a controller is to be told of it, leaves to its contacts at once as a report', async () => {
    await run.write('incident', 'i1', {
      type: 'incident.declared',
      values: {
        kind: 'other',
        severity: 'high',
        harmed: 'both',
        leadId: 'paul',
        possibleCrime: 'no',
        basis: 'vu',
      },
    });
    const touched = [{ agreementId: 'val', role: 'processor' }];
    await run.write('incident', 'i1', { type: 'incident.told', values: { touched, text: 'un serveur partagé' } });
    await run.relay();
    await run.sleep(1);
    const id = await run.idOf('val');
    expect(run.story(id).slice(0, 3)).toEqual([
      '0.0 h machine report',
      '0.0 h mail v1-c1 accepted',
      '0.0 h mail v1-c2 accepted',
    ]);
    await run.record('notice-report', id);
  }, 120_000);
});
