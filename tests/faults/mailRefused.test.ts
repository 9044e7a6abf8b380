import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCalls } from '../../domain/notice/openCalls';
import { controllers } from '../fakes/noticeHouse';
import { entriesOf, openTrial, spareSeconds, type Trial } from './trial';

const LIMITS = { limitSeconds: 40, marginSeconds: 36 };
const MAILS_PUT_OFF = 2;

const isAt = (address: string, key: keyof typeof controllers) => address.endsWith(`@${controllers[key].domain}`);
const reply = (responseCode: number) => Object.assign(new Error('scripted'), { responseCode });

/**
 * A relay on a real installation: of one controller it refuses one contact of two for good (550), of another both for good,
 * and it puts the third's off (451) before it takes them. The protective notice is what leaves.
 */
describe('a relay that refuses, puts off, or takes one recipient of two', () => {
  let trial: Trial;
  let incident: string;
  const putOff = new Map<string, number>();

  beforeAll(async () => {
    trial = await openTrial({
      ...LIMITS,
      smtp: {
        onRcptTo({ address }, _session, done) {
          if (isAt(address, 'val') && address.startsWith('dpo@')) return done(reply(550));
          if (isAt(address, 'aube')) return done(reply(553));
          const times = putOff.get(address) ?? 0;
          if (!isAt(address, 'orme') || times >= MAILS_PUT_OFF) return done();
          putOff.set(address, times + 1);
          return done(reply(451));
        },
      },
    });
    incident = await trial.suspect();
  }, 120_000);
  afterAll(() => trial.close(), 30_000);

  /** Outcomes of the mails to a controller's contacts, and other ways that were opened, once this many came. */
  async function storyOf(key: keyof typeof controllers, outcomes: number) {
    for (;;) {
      const found = (await trial.cases(incident)).find(({ notice }) => notice.opened.agreementId === key);
      const mails = (found?.notice.outbox ?? []).filter(
        ({ to, channel }) => to.kind === 'contact' && channel === 'email',
      );
      const tries = mails.flatMap(({ to, attempts }) =>
        attempts.flatMap(({ outcome }) =>
          outcome === null ? [] : [`${to.id} ${outcome.result} ${outcome.replyCode}`],
        ),
      );
      if (found !== undefined && tries.length >= outcomes)
        return { id: found.notice.id, notice: found.notice, spare: spareSeconds(found), tries };
      await sleep(100);
    }
  }

  const openedFor = async (noticeId: string) =>
    (await entriesOf(trial, 'notice.fellBack'))
      .filter(({ subject }) => subject.id === noticeId)
      .map(({ values }) => values as { failedId: string; deliverables: { to: { kind: string }; channel: string }[] });

  it('one of two refused: the other has it in time, the refused one is to be called, and each answer is in the journal', async () => {
    const { id, spare, tries } = await storyOf('val', 2);
    expect(tries).toEqual(expect.arrayContaining(['c1 refused 550', 'c2 accepted 250']));
    expect(spare[0]).toBeGreaterThan(0);
    while ((await openedFor(id)).length === 0) await sleep(100);
    const [other] = await openedFor(id);
    expect(other?.deliverables).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ to: { kind: 'contact', id: 'c1' }, channel: 'phone' }),
        expect.objectContaining({ to: expect.objectContaining({ kind: 'person' }), channel: 'email' }),
      ]),
    );
  }, 90_000);

  it('both refused: nothing is called sent, and another way is open for each', async () => {
    const { id, notice, tries } = await storyOf('aube', 2);
    expect(tries).toEqual(expect.arrayContaining(['c1 refused 553', 'c2 refused 553']));
    expect(notice).toMatchObject({ delivery: 'LEAVING', dischargedAt: null });
    while ((await openedFor(id)).length < 2) await sleep(100);
    const { notice: after } = (await trial.cases(incident)).find((one) => one.notice.id === id) ?? {};
    const calls = after === undefined ? [] : openCalls(after).filter(({ to }) => to.kind === 'contact');
    expect(calls.map(({ to }) => to.id).toSorted()).toEqual(['c1', 'c2']);
  }, 90_000);

  it('put off: the same bytes go again until they are taken, in time', async () => {
    const { spare, tries } = await storyOf('orme', 2 * (MAILS_PUT_OFF + 1));
    expect(tries.filter((words) => words.endsWith('deferred 451'))).toHaveLength(2 * MAILS_PUT_OFF);
    expect(tries.filter((words) => words.endsWith('accepted 250'))).toHaveLength(2);
    expect(spare).toEqual([expect.any(Number)]);
    expect(spare[0]).toBeGreaterThan(0);
  }, 90_000);

  it('each attempt was claimed in the journal before it was made', async () => {
    const outcomes = await entriesOf(trial, 'delivery.outcome'); // first: mails of the watchdog may leave while this reads
    const attempts = await entriesOf(trial, 'delivery.attempt');
    const claimed = new Set(
      attempts.map(({ subject, values }) => `${subject.id} ${values['deliverableId']} ${values['n']}`),
    );
    for (const { subject, values } of outcomes) {
      expect(claimed).toContain(`${subject.id} ${values['deliverableId']} ${values['n']}`);
    }
  });
});
