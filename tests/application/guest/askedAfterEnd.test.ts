import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeByLink } from '../../../application/guest/acknowledgeByLink';
import { askByLink } from '../../../application/guest/askByLink';
import { enterByLink } from '../../../application/guest/enterByLink';
import { eraseField } from '../../../application/journal/eraseField';
import { noteNotice } from '../../../application/notice/noteNotice';
import { listNow } from '../../../application/overview/listNow';
import { createDuties } from '../../../worker/relay/createDuties';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, readable, send, T0 } from '../../fakes/threeControllers';

let house: House;
let id: string;
const contact = 'dpo@val-temoin.example';
const linkOf = (): string =>
  /\/n\/([\w-]+)/.exec(readable(house.mails.find(({ to }) => to === contact)?.raw ?? ''))?.[1] ?? '';
const ask = (key = 'late') => askByLink(house.ports, { token: linkOf(), key, text: 'Êtes-vous sûrs ?' });
const answer = (key = 'late') =>
  noteNotice({
    ctx: house.as('sacha', ['DPO']),
    input: { noticeId: id, key: `a-${key}`, command: { kind: 'answer', questionId: `c1-${key}`, text: 'Oui.' } },
  });
const later = (hours: number): string => new Date(house.clock.now.getTime() + hours * 3_600_000).toISOString();
const rows = async () => {
  const now = await listNow({ ctx: house.as('sacha', ['DPO']) });
  return now.ok ? now.value.rows.filter(({ noticeId }) => noticeId === id) : [];
};

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  ({ id } = await house.noticeOf('val'));
  house.clock.now = new Date(hour(1));
  await send(house, id);
  await house.settle(id, hour(1));
});

const ends = {
  WITHDRAWN: async () => {
    await house.write('incident', 'i1', { type: 'breach.ruledOut', values: { evidenceRefs: ['EV-1'], reason: 'x' } });
    await house.settle(id, hour(2));
  },
  CLOSED: async () => {
    await acknowledgeByLink(house.ports, { token: linkOf(), version: 1, name: 'D', function: 'DPO' });
    await house.settle(id, hour(31 * 24));
  },
};

describe.each(['WITHDRAWN', 'CLOSED'] as const)('a question by link on a notice that is %s', (life) => {
  beforeEach(async () => {
    await ends[life]();
    expect((await house.noticeOf('val')).life).toBe(life);
  });

  it('is told to incident manager and DPO at once, stands on "Maintenant" with its limit, and climbs its ladder', async () => {
    expect(await rows()).toEqual([]);
    const before = house.mails.length;
    expect(await ask()).toMatchObject({ ok: true });
    const at = house.clock.now.toISOString();
    await house.settle(id, at);
    const people = (await house.ports.people.withRoles('o1', ['IM', 'DPO'])).map(({ email }) => email);
    expect(house.mails.slice(before).map(({ to }) => to)).toEqual(people);
    expect(await rows()).toMatchObject([{ obligation: 'question', source: 'contract', clock: { startedAt: at } }]);
    const steps = (await house.settle(id, later(9 * 24))).filter((line) => line.includes('remind'));
    const [asked, half, ...days] = steps.map((line) => line.slice(12));
    expect([asked, half, days.at(-1)]).toEqual([1, 50, 100].map((step) => `remind question ${step}`));
    expect(days).toHaveLength(3); // day 4, day 5, the limit
  });

  it('is answered without reopening; who asked is told by mail, and then nothing is owed', async () => {
    await ask();
    await house.settle(id, later(1));
    const before = house.mails.length;
    expect(await answer()).toMatchObject({ ok: true });
    await house.settle(id, later(1));
    expect(house.mails.slice(before).map(({ to }) => to)).toEqual([contact]);
    expect(await rows()).toEqual([]);
    expect(await house.noticeOf('val')).toMatchObject({ life, questions: [{ answer: 'Oui.' }] });
    expect(await house.settle(id, later(40 * 24))).toEqual([]);
  });

  it('is followed by the relay, which starts the run that had ended, and by its sweep', async () => {
    const duties = createDuties(house.ports);
    const duty = { orgId: 'o1', obligation: 'processorNotice', subjectId: id, seq: 1 } as const;
    const swept = async () => (await duties.open('o1')).some(({ subjectId }) => subjectId === id);
    expect([await duties.isOpen(duty), await swept()]).toEqual([false, false]);
    await ask();
    expect([await duties.isOpen(duty), await swept()]).toEqual([true, true]);
  });

  it('keeps its link open until 30 days after the answer; then nothing is taken', async () => {
    await house.settle(id, later(29 * 24));
    await ask();
    await house.settle(id, later(10 * 24));
    expect(await enterByLink(house.ports, linkOf())).toMatchObject({ ok: true });
    await answer();
    await house.settle(id, later(29 * 24));
    expect(await enterByLink(house.ports, linkOf())).toMatchObject({ ok: true });
    await house.settle(id, later(2 * 24));
    expect(await ask('too-late')).toEqual({ ok: false, error: { code: 'link.expired' } });
    expect((await house.noticeOf('val')).questions).toHaveLength(1);
  });

  it('does not keep what an erasure takes', async () => {
    await ask();
    await house.settle(id, later(1));
    const documentIds = (await house.noticeOf('val')).outbox.map(({ documentId }) => documentId);
    const seq = house.journal.entries.find(({ type }) => type === 'notice.version')?.seq ?? 0;
    const input = { seq, names: ['items'], ground: 'personAsked' as const, key: 'e1' };
    expect(await eraseField({ ctx: house.as('sacha', ['DPO']), input })).toMatchObject({ ok: true });
    const stored = await Promise.all(documentIds.map((one) => house.ports.documents.get('o1', id, one)));
    expect(stored.every((one) => one === null)).toBe(true);
  });
});

it('an acknowledgement after the end is told to incident manager and DPO, once, and then nothing is owed', async () => {
  const close = { kind: 'close', ground: 'ladderExhausted', reason: 'Sans réponse.' } as const;
  await noteNotice({ ctx: house.as('paul', ['IM']), input: { noticeId: id, key: 'close', command: close } });
  expect((await house.noticeOf('val')).life).toBe('CLOSED');
  await house.settle(id, later(1));
  const duties = createDuties(house.ports);
  const duty = { orgId: 'o1', obligation: 'processorNotice', subjectId: id, seq: 1 } as const;
  expect(await duties.isOpen(duty)).toBe(false);
  const before = house.mails.length;
  await acknowledgeByLink(house.ports, { token: linkOf(), version: 1, name: 'D', function: 'DPO' });
  expect(await duties.isOpen(duty)).toBe(true);
  await house.settle(id, later(1));
  const people = (await house.ports.people.withRoles('o1', ['IM', 'DPO'])).map(({ email }) => email);
  const mails = house.mails.slice(before);
  expect(mails.map(({ to }) => to)).toEqual(people);
  expect(mails.every(({ raw }) => raw.includes('readAcknowledgement'))).toBe(true);
  expect([await duties.isOpen(duty), await house.settle(id, later(40 * 24))]).toEqual([false, []]);
});

it('a question that waited when the notice was withdrawn is still answered', async () => {
  await ask('early');
  await ends.WITHDRAWN();
  expect((await rows()).map(({ obligation }) => obligation)).toEqual(['question']);
  expect(await answer('early')).toMatchObject({ ok: true });
  const before = house.mails.length;
  await house.settle(id, later(1));
  expect(house.mails.slice(before).map(({ to }) => to)).toEqual([contact]);
});
