import { beforeEach, describe, expect, it } from '@jest/globals';
import { claimAttempt } from '../../../application/delivery/claimAttempt';
import { deliver } from '../../../application/delivery/deliver';
import { leaseOf } from '../../../application/notice/leaseOf';
import { loadCase } from '../../../application/notice/readCase';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { at as hoursAfter, caseOf, phasedItems, terms, version, went } from '../../fakes/noticeStory';
import { becomeAware, hour, readable, send, T0 } from '../../fakes/threeControllers';
import { sendVersion } from '../../../application/notice/sendVersion';

let house: House;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
});

/** Letters of this task, with what the template was given. */
const asked = (task: string) =>
  house.mails.map(({ raw }) => readable(raw)).filter((text) => text.includes(`"task": "${task}"`));

describe('what an incident opens', () => {
  const suspected = (t0: string, role: 'controller' | 'processor') => ({
    type: 'breach.suspected',
    values: { t0, nature: [], touched: [{ agreementId: 'val', role }], ownProcessing: false, basis: 'vu' },
  });
  const open = async () => {
    const opened = await house.open('i1');
    return opened.ok ? opened.value : [];
  };

  it('is no notice to a controller that we are ourselves', async () => {
    await house.report('i1', T0);
    await house.write('incident', 'i1', suspected(T0, 'controller'));
    expect(await open()).toEqual([]);
  });

  it('is a new notice when a breach that was ruled out is suspected again', async () => {
    await house.report('i1', T0);
    await house.write('incident', 'i1', suspected(T0, 'processor'));
    const first = await open();
    const none = { type: 'breach.ruledOut', values: { evidenceRefs: ['EV-1'], reason: 'données fictives' } };
    await house.write('incident', 'i1', none);
    expect(await open()).toEqual([]);
    await house.write('incident', 'i1', suspected(T0, 'processor'));
    const second = await open();
    expect([first.length, second.length]).toEqual([1, 1]);
    expect(second).not.toEqual(first);
  });
});

describe('what people are told to do', () => {
  it('8 h without an acknowledgement: to call the controller’s DPO, and no sooner', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    await send(house, id);
    await house.settle(id, hour(7.9));
    expect(asked('callDataProtectionOfficer')).toEqual([]);
    expect(asked('callContact').length).toBeGreaterThan(0);
    await house.settle(id, hour(8.1));
    expect(asked('callDataProtectionOfficer').length).toBeGreaterThan(0);
  });

  it('72 h with an item missing: to complete it or to say why, and no sooner', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const items = { ...phasedItems, c: { answer: 'toFollow' as const, eta: hour(200) } };
    await sendVersion({
      ctx: house.as('ines', ['O']),
      input: { noticeId: id, key: 's', command: { kind: 'send', items } },
    });
    await house.settle(id, hour(71));
    expect(asked('completeItemsOrSayWhy')).toEqual([]);
    await house.settle(id, hour(72.5));
    expect(asked('completeItemsOrSayWhy').length).toBeGreaterThan(0);
  });

  it('what leaves by itself is announced until something has left, and no longer', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    await house.settle(id, hour(6.1));
    expect(asked('sendNotice')[0]).toContain(`"automaticAt": "${hour(23)}"`);
    await send(house, id);
    await house.settle(id, hour(11));
    expect(asked('callContact').at(-1)).toContain('"automaticAt": null');
  });
});

describe('a version keeps the clock that it left under', () => {
  it('the provisional one, while the breach is only suspected', async () => {
    await house.report('i1', T0);
    await house.write('incident', 'i1', {
      type: 'breach.suspected',
      values: {
        t0: T0,
        nature: [],
        touched: [{ agreementId: 'val', role: 'processor' }],
        ownProcessing: false,
        basis: 'vu',
      },
    });
    await house.open('i1');
    const { id } = await house.noticeOf('val');
    await send(house, id);
    const read = await loadCase(house.engine, id);
    expect(read.ok && read.value.notice.versions[0]).toMatchObject({ t0: T0, dueAt: hour(24), provisional: true });
  });
});

describe('an attempt', () => {
  it('that another holds is not made a second time before its lease has ended', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    await send(house, id);
    const read = await loadCase(house.engine, id);
    const outgoing = read.ok ? read.value.notice.outbox[0] : undefined;
    if (!read.ok || outgoing === undefined) throw new Error('nothing is to leave');
    const subject = { kind: 'notice' as const, id };
    const { revision } = read.value.notice;
    expect(await claimAttempt(house.engine, { subject, revision, outgoing }, 60_000)).toMatchObject({ n: 1 });
    const input = { kind: 'notice' as const, id, deliverableId: outgoing.id, leaseMs: 60_000 };

    expect(await deliver({ ctx: house.engine, input })).toEqual({ ok: true, value: null });
    expect(house.mails).toEqual([]);
    house.clock.now = new Date(house.clock.now.getTime() + 60_001);
    expect(await deliver({ ctx: house.engine, input })).toMatchObject({ ok: true, value: 'accepted' });
    const after = await loadCase(house.engine, id);
    expect(after.ok && after.value.notice.outbox[0]?.attempts.map(({ n, outcome }) => [n, outcome?.result])).toEqual([
      [1, 'unknown'],
      [2, 'accepted'],
    ]);
  });

  it('lasts two fifths of the margin at most, so that the watchdog has its turn', () => {
    const short = { ...terms, protectiveNotice: { enabled: true, marginMinutes: 1 } };
    expect(leaseOf(caseOf([], undefined, short), hoursAfter(1))).toBe(24_000);
    const told = caseOf([[1, version(1)], ...went(1, 'accepted')], undefined, short);
    expect(leaseOf(told, hoursAfter(30))).toBe(24_000);
  });
});
