import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { noteNotice } from '../../application/notice/noteNotice';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { type ControllerKey, controllers } from '../fakes/noticeHouse';
import { items } from '../fakes/noticeStory';
import { startTimeSkipping } from '../fakes/servers';
import { readable } from '../fakes/threeControllers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;

beforeAll(async () => {
  quietRuntime();
  bundle = await workflowBundle();
}, 120_000);

// A server for each: on a busy machine the clock of one stood still after a test whose runs were ended in mid-task.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
beforeEach(async () => {
  env = await startTimeSkipping();
  run = await startDutyCase(env, bundle);
}, 60_000);
afterEach(async () => {
  await run.stop();
  await env.teardown();
}, 30_000);

/** Of a story, what concerns contacts: reminders to our own people have tests of their own. */
const outward = (story: string[]): string[] => story.filter((line) => !/ mail (?!v\d)/.test(line));

const reminders = ['6.0 h remind due 25', '12.0 h remind due 50', '18.0 h remind due 75', '21.6 h remind due 90'];
const protectedAt23 = ['23.0 h machine protective', '23.0 h mail v1-c1 accepted', '23.0 h mail v1-c2 accepted'];
const acknowledgement = [1, 4, 8, 12].map((step) => `${23 + step}.0 h remind acknowledgement ${step}`);

const acknowledge = async (id: string, version: number) =>
  noteNotice({
    ctx: run.as('ines', ['O']),
    input: {
      noticeId: id,
      key: `ack-${version}`,
      command: { kind: 'acknowledge', version, contactId: 'c1', via: 'call', name: 'D. Essai', function: 'DPO' },
    },
  });
const toFollow = (etaHour: number) => ({ answer: 'toFollow' as const, eta: run.at(etaHour) });

describe('a notice that nobody sends', () => {
  it('reminds at 25, 50, 75, 90 %, leaves at due − margin, and climbs the ladder of acknowledgement', async () => {
    const id = await run.idOf('val');
    await run.poke(id, 1);
    await run.sleep(36);
    expect(outward(run.story(id))).toEqual([...reminders, ...protectedAt23, ...acknowledgement]);
    await run.record('notice-protective', id);
  }, 120_000);

  it('asks for what is missing every 24 hours after it left, from 72 h on with the DPO', async () => {
    const id = await run.idOf('val');
    await run.poke(id, 1);
    await run.sleep(24);
    await acknowledge(id, 1);
    await run.sleep(23 + 97);
    const missing = outward(run.story(id)).filter((line) => line.includes('missing'));
    expect(missing).toEqual([24, 48, 72, 96].map((step) => `${23 + step}.0 h remind missing ${step}`));
    const roles = run.journal.entries.filter(({ fields }) => fields['ladder']?.value === 'missing');
    expect(roles.map(({ fields }) => fields['roles']?.value)).toEqual([['IM'], ['IM'], ['IM', 'DPO'], ['IM', 'DPO']]);
    await run.record('notice-missing-items', id);
  }, 120_000);

  it('of three controllers each leaves by its own terms, and names no other (invariant 8)', async () => {
    await run.relay();
    await run.sleep(48);
    for (const [key, { hours }] of Object.entries(controllers)) {
      const story = outward(run.story(await run.idOf(key as ControllerKey)));
      expect(story).toContain(`${hours - 1}.0 h machine protective`);
    }
    const outside = run.mails.filter(({ to }) => !to.endsWith('slime.example'));
    expect(outside.length).toBeGreaterThanOrEqual(6);
    for (const { to, raw } of outside) {
      const text = readable(raw);
      const others = Object.values(controllers).filter(({ domain }) => !to.endsWith(domain));
      expect(others).toHaveLength(2);
      for (const { name, domain, service } of others) {
        expect(text).not.toContain(domain);
        expect(text).not.toContain(Buffer.from(name, 'utf8').toString('latin1'));
        expect(text).not.toContain(service);
      }
    }
  }, 120_000);
});

describe('a notice that a person sends', () => {
  it('leaves at once, and not a second time at due − margin', async () => {
    const id = await run.idOf('val');
    await run.poke(id, 1);
    await run.sleep(1);
    await run.send(id);
    await run.relay();
    await run.sleep(30);
    expect(run.story(id).slice(0, 3)).toEqual([
      '1.0 h person initial',
      '1.0 h mail v1-c1 accepted',
      '1.0 h mail v1-c2 accepted',
    ]);
    expect(run.story(id).filter((line) => /person|machine/.test(line))).toHaveLength(1);
    await run.record('notice-sent', id);
  }, 120_000);

  it('complete and acknowledged, waits 30 days in silence, closes, and its run ends', async () => {
    const id = await run.idOf('val');
    await run.send(id);
    await run.poke(id, 1);
    await run.sleep(0.1);
    await acknowledge(id, 1);
    await run.relay();
    await run.sleep(24 * 30 + 1);
    expect(run.story(id).at(-1)).toBe(`${24 * 30 + 0.1} h notice.closed`);
    expect((await run.run(id).describe()).status.name).toBe('COMPLETED');
    await run.record('notice-closed-by-silence', id);
  }, 120_000);

  it('in phases, is followed by a supplement that leaves at once', async () => {
    const id = await run.idOf('val');
    await run.send(id, { kind: 'send', items: { ...items, c: toFollow(30) } });
    await run.poke(id, 1);
    await run.sleep(3);
    await run.send(id, { kind: 'supplement', items: { c: items.c } });
    await run.relay();
    await run.sleep(3.1);
    expect(outward(run.story(id)).slice(-3)).toEqual([
      '3.0 h person supplement',
      '3.0 h mail v2-c1 accepted',
      '3.0 h mail v2-c2 accepted',
    ]);
    expect(await run.noticeOf('val')).toMatchObject({ content: 'COMPLETE' });
    await run.record('notice-in-phases', id);
  }, 120_000);

  it('refused by the relay, opens another way at once, and goes on trying the same bytes', async () => {
    await run.stop();
    const refused = { result: 'refused', replyCode: 550 } as const;
    const accepted = { result: 'accepted', replyCode: 250 } as const;
    run = await startDutyCase(env, bundle, { answers: { 'dpo@val-temoin.example': [refused, refused, accepted] } });
    const id = await run.idOf('val');
    await run.send(id);
    await run.poke(id, 1);
    await run.sleep(0.5);
    expect(run.story(id)).toEqual(expect.arrayContaining(['0.0 h mail v1-c1 refused', '0.0 h notice.fellBack']));
    expect(outward(run.story(id)).at(-1)).toBe('0.1 h mail v1-c1 accepted');
    await run.record('notice-refused', id);
  }, 120_000);
});

describe('news of the incident’s clock', () => {
  it('after a version has left opens a ladder of 4 hours for its supplement', async () => {
    const id = await run.idOf('val');
    await run.send(id);
    await run.relay();
    await run.sleep(1);
    await acknowledge(id, 1);
    const corrected = { awareAt: run.at(-1), detectedAt: run.at(-1), nature: ['availability'] };
    await run.write('incident', 'i1', {
      type: 'aware.corrected',
      values: { ...corrected, reason: 'journal lu', breakGlassReason: null },
    });
    await run.relay();
    await run.sleep(6);
    const ladder = run.story(id).filter((line) => line.includes('remind'));
    expect(ladder).toEqual([
      '3.0 h remind supplement 50',
      '4.0 h remind supplement 75',
      '4.6 h remind supplement 90',
      '5.0 h remind supplement 100',
    ]);
    await run.record('notice-supplement-due', id);
  }, 120_000);

  it('brought forward moves the protective notice with no second entry', async () => {
    const id = await run.idOf('val');
    await run.relay();
    await run.sleep(1);
    await run.write('incident', 'i1', {
      type: 'aware.corrected',
      values: {
        awareAt: run.at(-10),
        detectedAt: run.at(-10),
        nature: ['availability'],
        reason: 'x',
        breakGlassReason: null,
      },
    });
    await run.relay();
    await run.sleep(15);
    expect(outward(run.story(id))).toContain('13.0 h machine protective');
    await run.record('notice-brought-forward', id);
  }, 120_000);

  it('ruled out, tells the same contacts that it was no breach, and the run ends', async () => {
    const id = await run.idOf('val');
    await run.send(id);
    await run.relay();
    await run.sleep(2);
    await run.write('incident', 'i1', {
      type: 'breach.ruledOut',
      values: { evidenceRefs: ['E1'], reason: 'faux positif' },
    });
    await run.relay();
    await run.sleep(3);
    expect(outward(run.story(id)).slice(-4)).toEqual([
      '2.0 h machine withdrawal',
      '2.0 h mail v2-c1 accepted',
      '2.0 h mail v2-c2 accepted',
      '2.0 h notice.closed',
    ]);
    expect((await run.run(id).describe()).status.name).toBe('COMPLETED');
    await run.record('notice-withdrawn', id);
  }, 120_000);

  it('ruled out before anybody was told, ends without a word', async () => {
    const id = await run.idOf('val');
    await run.relay();
    await run.sleep(2);
    await run.write('incident', 'i1', {
      type: 'breach.ruledOut',
      values: { evidenceRefs: ['E1'], reason: 'faux positif' },
    });
    await run.relay();
    await run.sleep(30);
    expect(run.story(id)).toEqual(['2.0 h notice.closed']);
    await run.record('notice-never-sent', id);
  }, 120_000);
});
