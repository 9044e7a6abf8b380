import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../fakes/breachStory';
import { takeTemporalAway } from './takeAway';
import { entriesOf, openTrial, suspicionAt, type Trial } from './trial';

// long enough that a busy machine starts the API three times before the protective notice leaves in a person's place
const LIMITS = { limitSeconds: 84, marginSeconds: 30 };
/**
 * What the API's two short cuts end with: whatever is opened or delivered below was not by them. The claim of a first mail
 * is one write with its version, and is outlived.
 */
const SHORT_CUTS = ['engine notice.opened', 'api delivery.outcome'];

/** Each time the real process dies of SIGKILL, by its own hand, at the instant that `dieAfter.cjs` is told. */
describe('an API that is killed between acknowledgement and projection, with nothing appended after', () => {
  let trial: Trial;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-die-'));
  const order = join(folder, 'order');

  beforeAll(async () => {
    const preload = `--require "${join(__dirname, 'dieAfter.cjs')}"`;
    trial = await openTrial({ ...LIMITS, env: { NODE_OPTIONS: preload, VIGIE_TEST_DIE_AFTER: order } });
  }, 120_000);
  afterAll(async () => {
    await trial.close();
    rmSync(folder, { recursive: true });
  }, 30_000);

  describe.each([{ temporal: 'up' }, { temporal: 'down' }])('with Temporal $temporal', ({ temporal }) => {
    it(`after the suspicion, then after each person's send: every notice leaves in time, as it was sent`, async () => {
      const giveBack = temporal === 'down' ? await takeTemporalAway(trial) : null;
      try {
        const incident = await trial.declare();
        await dyingAfter('entry breach.suspected', async () => {
          const suspicion = suspicionAt(new Date().toISOString());
          const { etag = '' } = (await trial.ask('GET', `/incidents/${incident}`)) ?? {};
          const path = `/incidents/${incident}/suspicion`;
          expect(await trial.ask('POST', path, suspicion, { 'if-match': etag })).toBeNull();
        });
        const [suspected] = (await entriesOf(trial, 'breach.suspected')).slice(-1);
        await expectNoShortCutSince(suspected?.seq ?? 0);

        const notices = await noticesOf(incident);
        for (const id of notices) {
          const seq = await dyingAfter('answer POST /sending notice.version', () => send(id));
          await expectNoShortCutSince(seq);
        }
        for (const seconds of await trial.untilTold(incident)) expect(seconds).toBeGreaterThan(0);
        const cases = await trial.cases(incident);
        const left = cases.flatMap(({ notice }) => notice.versions.map(({ kind, automatic }) => [kind, automatic]));
        expect(left).toEqual(notices.map(() => ['initial', false]));
      } finally {
        await giveBack?.();
      }
    }, 180_000);
  });

  /** The notices of the incident once relay or watchdog have opened all three. */
  async function noticesOf(incident: string): Promise<string[]> {
    for (;;) {
      const cases = await trial.cases(incident);
      if (cases.length === 3) return cases.map(({ notice }) => notice.id);
      await sleep(50);
    }
  }

  /** A person sends, by HTTP; the answer that arrives is the acknowledgement. @returns the entry's number */
  async function send(noticeId: string): Promise<number> {
    for (let tries = 1; ; tries += 1) {
      const { etag = '' } = (await trial.ask('GET', `/notices/${noticeId}`)) ?? {};
      const items = itemsOf(new Date());
      const answer = await trial.ask('POST', `/notices/${noticeId}/sending`, { items }, { 'if-match': etag });
      if (answer?.status === 409 && tries < 5) continue; // a machine was faster: read again, as anybody would
      expect(answer).toMatchObject({ status: 202 });
      return answer?.body.seq ?? 0;
    }
  }

  async function expectNoShortCutSince(seq: number): Promise<void> {
    expect(seq).toBeGreaterThan(0);
    const after = await trial.ctx.ports.journal.readWindow(trial.ctx.orgId, seq, 200);
    const written = after.map(({ actor, type }) => `${actor.id} ${type}`);
    expect(written.filter((words) => SHORT_CUTS.includes(words))).toEqual([]);
  }

  /** Does it while the API is under orders, and waits until that very process has died and another one answers. */
  async function dyingAfter<T>(instant: string, work: () => Promise<T>): Promise<T> {
    const victim = trial.start.pidOf('api');
    expect(victim).toBeGreaterThan(0);
    writeFileSync(order, instant);
    const done = await work();
    for (let waitedMs = 0; existsSync(order); waitedMs += 20) {
      if (waitedMs > 2_000) throw new Error(`the API did not die after: ${instant}`);
      await sleep(20);
    }
    while ((await trial.ask('GET', '/notices')) === null) await sleep(50);
    expect(trial.start.pidOf('api')).not.toBe(victim);
    return done;
  }
});
