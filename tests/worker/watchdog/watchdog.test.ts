import { readMail } from '../../../adapters/mail/readMail';
import { PARIS } from '../../fakes/places';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reachMilestone as reachOfIncident } from '../../../application/incident/reachMilestone';
import { reachMilestone } from '../../../application/notice/reachMilestone';
import { valuesOf } from '../../../domain/journal/entry';
import { nextMilestone as nextOfIncident } from '../../../domain/incident/nextMilestone';
import { createWatchdog, pauseMs } from '../../../worker/watchdog/createWatchdog';
import { controllers, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';
import { createMemoryCursors } from '../relay/relayCase';

let house: House;
let offsetMs = 0;
let faults: unknown[] = [];
let acts: string[] = [];
let watchdog: ReturnType<typeof createWatchdog>;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  offsetMs = 0;
  faults = [];
  acts = [];
  watchdog = createWatchdog(
    {
      ports: house.ports,
      cursors: createMemoryCursors(),
      databaseNow: async () => new Date(house.clock.now.getTime() + offsetMs),
      acted: (_orgId, _noticeId, act) => acts.push(act),
      failed: (_where, error) => faults.push(error),
    },
    () => 20,
  );
});
afterEach(async () => {
  await watchdog.stop();
  expect(faults).toEqual([]);
});

/** As if the engine had told at once what is told at once. */
async function followUp(): Promise<void> {
  for (;;) {
    const incident = await house.ports.projections.read('o1', 'incident', 'i1');
    const milestone = incident && nextOfIncident(incident, house.clock.now, PARIS);
    if (milestone === null || milestone.atMs > house.clock.now.getTime()) break;
    const reached = await reachOfIncident({ ctx: house.engine, input: { incidentId: 'i1', milestone } });
    if (!reached.ok) throw new Error(reached.error.code);
  }
  house.mails.length = 0;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(10);
  expect(holds()).toBe(true);
}
const moveTo = (hours: number) => (house.clock.now = new Date(hour(hours)));
const minutes = (count: number) => count / 60;
const toController = (domain: string) => house.mails.filter(({ to }) => to.endsWith(domain));
const typed = (type: string) => house.journal.entries.filter((entry) => entry.type === type);

describe('the watchdog', () => {
  it('opens what an incident implies where no relay has, once', async () => {
    await house.report('i1', T0);
    const touched = Object.keys(controllers).map((agreementId) => ({ agreementId, role: 'processor' }));
    await house.write('incident', 'i1', {
      type: 'breach.suspected',
      values: { t0: T0, nature: [], touched, ownProcessing: false, basis: 'accès vu' },
    });
    expect(typed('notice.opened')).toHaveLength(0);
    watchdog.start();
    await until(() => typed('notice.opened').length === 3);
    await house.open('i1');
    await sleep(60);
    expect(typed('notice.opened')).toHaveLength(3);
  });

  it('stays silent while the engine does its work', async () => {
    await becomeAware(house);
    await followUp();
    const { id } = await house.noticeOf('aube');
    await house.settle(id, hour(11));
    watchdog.start();
    await sleep(60);
    moveTo(11 + minutes(31));
    await sleep(60);
    expect(acts).toEqual([]);
    expect(toController('aube-modele.example')).toHaveLength(2);
  });

  it('alarms management and whoever is on call by mail, then sends by itself, under the engine’s key', async () => {
    await becomeAware(house);
    await followUp();
    const { id } = await house.noticeOf('aube'); // 12 h: the engine sends at 11 h
    moveTo(11 + minutes(2));
    watchdog.start();
    await until(() => acts.includes('remind'));
    await until(() => toController('slime.example').length === 2);
    expect(
      toController('slime.example')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['alix@slime.example', 'ines@slime.example']);
    expect(toController('aube-modele.example')).toEqual([]);

    moveTo(11 + minutes(30));
    await until(() => toController('aube-modele.example').length === 2);
    const notice = await house.noticeOf('aube');
    expect(notice.versions).toMatchObject([{ number: 1, kind: 'protective', automatic: true }]);
    const entry = typed('notice.version')[0];
    expect(entry?.actor).toEqual({ kind: 'system', id: 'watchdog' });

    // It asks nobody to send what it has sent: it says so, and what to look at.
    await until(() => toController('slime.example').length === 4);
    const [, , ...alarms] = toController('slime.example').map(({ raw }) => raw);
    for (const raw of alarms) {
      const { text } = await readMail(Buffer.from(raw, 'latin1'));
      expect(JSON.parse(text)).toMatchObject({
        task: 'watchdogSent',
        sent: { roles: expect.arrayContaining(['dpo']) },
      });
    }

    // The engine comes back and finds it done.
    const milestone = { kind: 'protect', version: 'protective', atMs: 0 } as const;
    expect(await reachMilestone({ ctx: house.engine, input: { noticeId: id, milestone } })).toEqual({
      ok: true,
      value: null,
    });
    await sleep(60);
    expect(typed('notice.version')).toHaveLength(1);
    expect(toController('aube-modele.example')).toHaveLength(2);
  });

  it('carries what an engine that fell silent had claimed, once its lease has ended, as the same bytes', async () => {
    await becomeAware(house);
    await followUp();
    const { id } = await house.noticeOf('aube');
    moveTo(11);
    await send(house, id);
    const { deliverableIds } = (await house.noticeOf('aube')).versions[0] ?? { deliverableIds: [] };
    house.ports.mailer.send = () => new Promise(() => undefined); // the engine hangs with the claim in its hand
    for (const deliverableId of deliverableIds) {
      const milestone = { kind: 'deliver', atMs: 0, deliverableId } as const;
      void reachMilestone({ ctx: house.engine, input: { noticeId: id, milestone } });
    }
    const attempts = () => typed('delivery.attempt').filter(({ subject }) => subject.kind === 'notice');
    await until(() => attempts().length === 2);
    const sent: string[] = [];
    house.ports.mailer.send = async ({ to, raw }) => {
      sent.push(`${to} ${raw.length}`);
      return { result: 'accepted', replyCode: 250 };
    };
    moveTo(11 + minutes(30));
    watchdog.start();
    await until(() => sent.filter((mail) => mail.includes('aube-modele')).length === 2);
    expect((await house.noticeOf('aube')).dischargedAt).not.toBeNull();
    const outcomes = typed('delivery.outcome').map((entry) => valuesOf(entry)['result']);
    expect(outcomes.filter((result) => result === 'unknown')).toHaveLength(2);
  });

  it('goes on looking at others while one mail hangs', async () => {
    await becomeAware(house);
    await followUp();
    const { send: sendMail } = house.ports.mailer;
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    house.ports.mailer.send = async (mail) => {
      if (mail.to.endsWith('aube-modele.example')) await hanging;
      return sendMail(mail);
    };
    moveTo(23.5); // due for 12 h and for 24 h
    watchdog.start();
    await until(() => toController('val-temoin.example').length === 2);
    expect(toController('aube-modele.example')).toEqual([]);
    release();
    await until(() => toController('aube-modele.example').length === 2);
  });

  it('tells management and the DPO of an incident that the engine has not told (duty S4-02), after two minutes', async () => {
    await becomeAware(house);
    watchdog.start();
    await sleep(60);
    expect(acts).toEqual([]);
    moveTo(minutes(2));
    await until(() => toController('slime.example').length === 3);
    const told = toController('slime.example').map(({ to }) => to);
    expect(told.toSorted()).toEqual(['alix@slime.example', 'r@slime.example', 'sacha@slime.example']);
    await sleep(60);
    expect(typed('people.told')).toHaveLength(2);
  });

  it('writes down that the machine slept, and how far its clock is off, in every journal, once', async () => {
    await becomeAware(house);
    await followUp();
    watchdog.start();
    await sleep(60);
    house.clock.now = new Date(house.clock.now.getTime() + 120_000);
    offsetMs = -5_000;
    await until(() => typed('system.slept').length === 1 && typed('system.clockOff').length === 1);
    await sleep(100);
    expect(typed('system.slept')).toHaveLength(1);
    expect(valuesOf(typed('system.slept')[0] ?? never())).toMatchObject({ gapMs: expect.any(Number) });
    expect(valuesOf(typed('system.clockOff')[0] ?? never())).toEqual({ offsetMs: -5_000 });
    expect(watchdog.offsetMs()).toBe(-5_000);
  });
});

describe('how often it looks', () => {
  it.each([
    ['with nothing to watch, every five seconds', [], 5_000],
    ['with an hour of margin, every five seconds', [3_600_000], 5_000],
    ['with ten seconds of margin, twice a second', [3_600_000, 10_000], 500],
    ['never more than four times a second', [1_000], 250],
  ])('%s', (_rule, margins, expected) => {
    expect(pauseMs(margins.map((marginMs) => ({ marginMs })))).toBe(expected);
  });
});

function never(): never {
  throw new Error('no such entry');
}
