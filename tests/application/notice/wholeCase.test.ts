import { beforeEach, describe, expect, it } from '@jest/globals';
import { deliver } from '../../../application/delivery/deliver';
import { loadCase } from '../../../application/notice/readCase';
import { noteNotice } from '../../../application/notice/noteNotice';
import { leaseOf } from '../../../application/notice/leaseOf';
import { sendVersion } from '../../../application/notice/sendVersion';
import { dueOf, sentAt } from '../../../domain/notice/case';
import { controllers, type ControllerKey, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { emptyDraft } from '../../../domain/notice/items';
import { items } from '../../fakes/noticeStory';
import { becomeAware, hour, readable, send, T0 } from '../../fakes/threeControllers';

let house: House;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
});

describe('an incident that touches three controllers', () => {
  it('opens one notice each, however often the relay and the watchdog look, under each one’s own terms', async () => {
    const ids = await becomeAware(house);
    expect(new Set(ids).size).toBe(3);
    const [again, third] = await Promise.all([house.open('i1'), house.open('i1')]);
    expect([again, third]).toEqual([
      { ok: true, value: ids },
      { ok: true, value: ids },
    ]);
    for (const [key, { hours }] of Object.entries(controllers)) {
      const read = await loadCase(house.engine, (await house.noticeOf(key as ControllerKey)).id);
      expect(read.ok && dueOf(read.value)?.dueAt).toBe(hour(hours));
    }
  });

  it('nobody’s mail names another controller, nor carries the incident’s free text (invariant 8)', async () => {
    await becomeAware(house);
    for (const key of Object.keys(controllers) as ControllerKey[]) {
      const { id } = await house.noticeOf(key);
      await house.settle(id, hour(72));
    }
    const outside = house.mails.filter(({ to }) => !to.endsWith('slime.example'));
    expect(outside.length).toBeGreaterThanOrEqual(6);
    for (const { to, raw } of outside) {
      const others = Object.values(controllers).filter(({ domain }) => !to.endsWith(domain));
      const text = readable(raw);
      for (const { name, domain, service } of others) {
        expect(text).not.toContain(domain);
        expect(text).not.toContain(Buffer.from(name, 'utf8').toString('latin1'));
        expect(text).not.toContain(service);
      }
      expect(text).not.toContain('Intrusion chez');
    }
  });
});

describe('a notice that nobody sends', () => {
  it('reminds at 25, 50, 75, 90 %, protects one hour before the limit, then climbs the ladder of acknowledgement', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    expect(await house.settle(id, hour(36))).toEqual([
      '03-27T15:20 remind due 25',
      '03-27T15:20 deliver',
      '03-27T21:20 remind due 50',
      '03-27T21:20 deliver',
      '03-27T21:20 deliver',
      '03-28T03:20 remind due 75',
      '03-28T03:20 deliver',
      '03-28T03:20 deliver',
      '03-28T06:56 remind due 90',
      '03-28T06:56 deliver',
      '03-28T06:56 deliver',
      '03-28T06:56 deliver',
      '03-28T06:56 deliver',
      '03-28T08:20 protect',
      '03-28T08:20 deliver',
      '03-28T08:20 deliver',
      '03-28T09:20 remind acknowledgement 1',
      '03-28T09:20 deliver',
      '03-28T09:20 deliver',
      '03-28T12:20 remind acknowledgement 4',
      '03-28T12:20 deliver',
      '03-28T12:20 deliver',
      '03-28T16:20 remind acknowledgement 8',
      '03-28T16:20 deliver',
      '03-28T16:20 deliver',
      '03-28T20:20 remind acknowledgement 12',
      '03-28T20:20 deliver',
    ]);
    const notice = await house.noticeOf('val');
    expect(notice).toMatchObject({ delivery: 'SENT', content: 'PHASED', dischargedAt: hour(23) });
    const calls = notice.outbox.filter(({ channel, to }) => channel === 'phone' && to.kind === 'contact');
    expect(calls.map(({ to }) => to.id)).toEqual(['c2', 'c1', 'c2']); // c2's channel, then the ladder
    expect(new Set(house.mails.map(({ envelopeId }) => envelopeId)).size).toBe(house.mails.length);
  });

  it('the engine and the watchdog at once send it once', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    house.clock.now = new Date(hour(23));
    await Promise.all([house.settle(id, hour(23)), house.settle(id, hour(23)), house.settle(id, hour(23))]);
    const notice = await house.noticeOf('val');
    expect(notice.versions).toHaveLength(1);
    const toContacts = house.mails.filter(({ to }) => to.endsWith('val-temoin.example'));
    expect(toContacts).toHaveLength(2);
  });
});

describe('a person sends', () => {
  it('under one key fifty times at once: one version', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const all = await Promise.all(Array.from({ length: 50 }, () => send(house, id)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect((await house.noticeOf('val')).versions).toHaveLength(1);
  });

  it('two persons at once: one wins, the other is told what changed', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const results = await Promise.all([send(house, id, 'one'), send(house, id, 'two')]);
    const lost = results.filter((result) => !result.ok);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ error: { code: expect.stringMatching(/^(revision\.taken|state\.refused)$/) } });
  });

  it('calls noted meanwhile refuse nobody', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const call = (n: number) => {
      const command = { kind: 'logCall' as const, contactId: 'c1', reached: false };
      return noteNotice({ ctx: house.as('paul', ['IM']), input: { noticeId: id, key: `call-${n}`, command } });
    };
    const all = await Promise.all([call(1), call(2), send(house, id), call(3), call(4)]);
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(await house.noticeOf('val')).toMatchObject({ delivery: 'LEAVING', calls: { length: 4 } });
  });

  it('a mail refused is followed by a call at once, and by tries until another answer comes', async () => {
    const refused = { result: 'refused', replyCode: 550 } as const;
    house = await createNoticeHouse(T0, {
      'dpo@val-temoin.example': [refused, refused, { result: 'accepted', replyCode: 250 }],
    });
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    house.clock.now = new Date(hour(1));
    await send(house, id);
    await house.settle(id, hour(1.2));
    const notice = await house.noticeOf('val');
    expect(notice.delivery).toBe('SENT');
    expect(notice.fellBack).toEqual(['v1-c1-email']);
    expect(notice.outbox.map(({ id: name }) => name)).toContain('v1-c1-email-instead-c1-phone');
    const toDpo = notice.outbox.find((one) => one.id === 'v1-c1-email');
    expect(toDpo?.attempts.map(({ outcome }) => outcome?.result)).toEqual(['refused', 'refused', 'accepted']);
  });

  it('what could not be read again is refused before it is written: the notice goes on', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const before = house.journal.entries.length;
    const draft = { ...emptyDraft, a: 'x'.repeat(10_001) };
    const noted = await noteNotice({
      ctx: house.as('ines', ['O']),
      input: { noticeId: id, key: 'long', command: { kind: 'draft', items: draft } },
    });
    expect(noted).toMatchObject({ ok: false, error: { code: 'input.invalid', issues: [{ pointer: '/items/a' }] } });
    expect(house.journal.entries).toHaveLength(before);
    expect(await house.settle(id, hour(23))).toContain('03-28T08:20 protect');
  });

  it('a machine of another kind, an auditor and a stranger may not', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const input = { noticeId: id, key: 'send', command: { kind: 'send' as const, items } };
    for (const ctx of [
      house.as('a', ['AUDITOR']),
      house.as('b', []),
      { ...house.as('t', ['O']), actor: { kind: 'tool' as const, id: 't' } },
    ]) {
      expect(await sendVersion({ ctx, input })).toEqual({ ok: false, error: { code: 'actor.forbidden' } });
    }
  });
});

describe('a mail relay that is set after mails were caught (invariant 13)', () => {
  const caught = { result: 'caught', replyCode: 250 } as const;
  const results = [caught, { result: 'accepted', replyCode: 250 } as const];
  const answers = { 'dpo@val-temoin.example': results, 'astreinte@val-temoin.example': results };

  it('what was caught stays, whatever comes due; the limit is kept by none of it, and only somebody sends it', async () => {
    house = await createNoticeHouse(T0, answers);
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    house.clock.now = new Date(hour(1));
    await send(house, id);
    await house.settle(id, hour(1));
    const before = await loadCase(house.engine, id);
    expect(before.ok && before.value.notice.dischargedAt).toBe(hour(1));

    house.ports.relay = { fingerprint: 'r', name: 'r', test: async () => ({}) } as unknown as NonNullable<
      typeof house.ports.relay
    >;
    const opened = await loadCase(house.engine, id);
    const toDpo = opened.ok ? opened.value.notice.outbox.find((one) => one.id === 'v1-c1-email') : undefined;
    expect(opened.ok && opened.value.notice.dischargedAt).toBeNull();
    const rawsOf = () => house.mails.filter(({ envelopeId }) => envelopeId === toDpo?.envelopeId).map(({ raw }) => raw);
    await house.settle(id, hour(30));
    expect(rawsOf()).toHaveLength(1);
    const delivered = { kind: 'notice' as const, id, deliverableId: 'v1-c1-email' };
    expect(await deliver({ ctx: house.engine, input: delivered })).toEqual({ ok: true, value: null });

    const command = { kind: 'replay' as const, deliverableId: 'v1-c1-email' };
    const asked = await noteNotice({ ctx: house.as('paul', ['IM']), input: { noticeId: id, key: 'again', command } });
    expect(asked.ok).toBe(true);
    await house.settle(id, hour(31));
    const after = await loadCase(house.engine, id);
    expect(after.ok && after.value.notice).toMatchObject({ delivery: 'SENT' });
    expect(after.ok && sentAt(after.value.notice, after.value.notice.versions[0] ?? null)).not.toBeNull();
    expect([rawsOf().length, new Set(rawsOf()).size]).toEqual([2, 1]);
  });

  it('a letter does not call sent what was only caught', async () => {
    house = await createNoticeHouse(T0, {
      'dpo@val-temoin.example': [caught],
      'astreinte@val-temoin.example': [caught],
    });
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    house.clock.now = new Date(hour(1));
    await send(house, id);
    await house.settle(id, hour(1));
    house.clock.now = new Date(hour(2));
    const command = { kind: 'supplement' as const, items: { d: { answer: 'value' as const, text: 'autre' } } };
    await sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId: id, key: 'more', command } });
    await house.settle(id, hour(2));
    const supplement = house.mails.find(({ raw }) => raw.includes('Subject: supplement'));
    expect(readable(supplement?.raw ?? '')).toMatch(/"sentAt": null/);
  });
});

describe('the lease of an attempt', () => {
  it('before the limit is at most a third of what is left, and two fifths of the margin', async () => {
    await becomeAware(house);
    const read = await loadCase(house.engine, (await house.noticeOf('val')).id);
    if (!read.ok) throw new Error(read.error.code);
    const lease = (at: string) => leaseOf(read.value, new Date(at));
    expect(lease(hour(1))).toBe(120_000);
    expect(lease(hour(24 - 90 / 3600))).toBe(30_000);
    expect(lease(hour(24 - 1 / 3600))).toBe(1_000);
    expect(lease(hour(25))).toBe(120_000);
  });
});
