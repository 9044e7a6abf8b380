import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { commandIncident } from '../../application/incident/commandIncident';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { commands } from '../fakes/incidentHouse';
import { items } from '../fakes/noticeStory';
import { startTimeSkipping } from '../fakes/servers';
import { readable } from '../fakes/threeControllers';
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

/** A sub-processor tells at t0 of a breach, or of a suspicion; the relay works it off. */
async function told(certain = true) {
  const command = { ...commands['subNotice.receive'], certain, receivedAt: run.t0 };
  const input = { incidentId: 'i1', key: 'told', command };
  const received = await commandIncident({ ctx: run.as('ines', ['O']), input });
  if (!received.ok) throw new Error(JSON.stringify(received.error));
  await run.relay();
}

const passedOn = async () => run.story(await run.idOf('val')).filter((line) => line.includes('passOn'));
const outside = () => run.mails.filter(({ to }) => to.endsWith('val-temoin.example')).map(({ raw }) => readable(raw));

describe('from a sub-processor’s notice to the controller’s (domain rules 7.5)', () => {
  it('nobody passes it on: reminded up to 2 h, and what it told leaves by itself before the contract’s limit', async () => {
    await told();
    await run.sleep(24);
    const steps = [50, 75, 90, 100].map((step) => `${(step / 50).toFixed(1)} h remind passOn ${step}`);
    expect((await passedOn()).filter((line) => !line.includes('mail'))).toEqual(steps);
    expect(run.story(await run.idOf('val'))).toContain('23.0 h machine protective');
    expect(outside()[0]).toContain(Buffer.from('Hébergeur Fictif', 'utf8').toString('latin1'));
    await run.record('notice-from-below', await run.idOf('val'));
  }, 120_000);

  it('passed on within the hour, nobody is reminded', async () => {
    await told();
    await run.sleep(0.5);
    await run.send(await run.idOf('val'), { kind: 'send', items });
    await run.relay();
    await run.sleep(3);
    expect(await passedOn()).toEqual([]);
    expect(outside()[0]).toContain('une sauvegarde a');
  }, 120_000);

  it('a suspicion of theirs opens no notice', async () => {
    await told(false);
    await run.sleep(30);
    expect(await run.ports.projections.list('o1', 'notice', { limit: 9 })).toEqual([]);
    expect(outside()).toEqual([]);
  }, 120_000);
});
