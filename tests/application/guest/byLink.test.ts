import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeByLink } from '../../../application/guest/acknowledgeByLink';
import { askByLink } from '../../../application/guest/askByLink';
import { enterByLink } from '../../../application/guest/enterByLink';
import { readPdfByLink } from '../../../application/guest/readPdfByLink';
import { renewLink } from '../../../application/guest/renewLink';
import { noteNotice } from '../../../application/notice/noteNotice';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, readable, send, T0 } from '../../fakes/threeControllers';

let house: House;
const addressesOf = async (roles: ('IM' | 'DPO')[]) =>
  (await house.ports.people.withRoles('o1', roles)).map(({ email }) => email).toSorted();

describe('a contact with its link', () => {
  const linkOf = (): string => {
    const mail = house.mails.find(({ to }) => to === 'dpo@val-temoin.example');
    const [, token] = /\/n\/([\w-]+)/.exec(readable(mail?.raw ?? '')) ?? [];
    if (token === undefined) throw new Error('no link in the mail');
    return token;
  };
  const acknowledge = (version: number) =>
    acknowledgeByLink(house.ports, { token: linkOf(), version, name: 'D. Essai', function: 'DPO' });

  beforeEach(async () => {
    house = await createNoticeHouse(T0);
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    house.clock.now = new Date(hour(1));
    await send(house, id);
    await house.settle(id, hour(1));
  });

  it('opening the page writes nothing', async () => {
    const before = house.journal.entries.length;
    const visit = await enterByLink(house.ports, linkOf());
    expect(visit).toMatchObject({ ok: true, value: { contact: { id: 'c1', isDpo: true } } });
    expect(house.journal.entries).toHaveLength(before);
  });

  it('acknowledges once per version, which stops the ladder and names who, as a guest', async () => {
    expect(await acknowledge(1)).toMatchObject({ ok: true });
    expect(await acknowledge(1)).toMatchObject({ ok: true, value: { created: false } });
    const notice = await house.noticeOf('val');
    expect(notice).toMatchObject({
      delivery: 'ACKED',
      acknowledgements: [{ version: 1, contactId: 'c1', via: 'link', name: 'D. Essai' }],
    });
    expect(house.journal.entries.at(-1)?.actor).toEqual({ kind: 'guest', id: 'c1' });
    const told = ['03-27T10:20 remind acknowledged 1', '03-27T10:20 deliver', '03-27T10:20 deliver'];
    expect(await house.settle(notice.id, hour(20))).toEqual(told);
    expect(await house.settle(notice.id, hour(20))).toEqual([]);
    expect(house.mails.slice(-2).every(({ raw }) => raw.includes('readAcknowledgement'))).toBe(true);
  });

  it('asks: incident manager and DPO are told at once by mail; answered, only who asked is, with its link', async () => {
    const { id } = await house.noticeOf('val');
    const before = house.mails.length;
    const question = 'Combien de personnes ?';
    await askByLink(house.ports, { token: linkOf(), key: 'k1', text: question });
    expect(await house.settle(id, hour(1.1))).toContain('03-27T10:20 remind asked 1');
    const toUs = house.mails.slice(before);
    expect(toUs.map(({ to }) => to).toSorted()).toEqual(await addressesOf(['IM', 'DPO']));
    house.clock.now = new Date(hour(1.2));
    const command = { kind: 'answer', questionId: 'c1-k1', text: 'Quatre cent douze.' } as const;
    await noteNotice({ ctx: house.as('ines', ['O']), input: { noticeId: id, key: 'answer-1', command } });
    await house.settle(id, hour(1.3));
    await house.settle(id, hour(1.3));
    const toThem = house.mails.slice(before + toUs.length);
    expect(toThem.map(({ to }) => to)).toEqual(['dpo@val-temoin.example']);
    expect(readable(toThem[0]?.raw ?? '')).toContain(`/n/${linkOf()}`);
    const all = house.mails
      .slice(before)
      .map(({ raw }) => readable(raw))
      .join('');
    expect(all).not.toContain(question);
    expect(all).not.toContain('Quatre cent douze');
  });

  it('cannot acknowledge a version that does not exist', async () => {
    expect(await acknowledge(7)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('asks at most twenty times an hour; a repeat is answered, and an hour later it may ask again', async () => {
    const ask = (key: string) => askByLink(house.ports, { token: linkOf(), key, text: `Question ${key}` });
    for (let n = 1; n <= 20; n += 1) expect(await ask(`k${n}`)).toMatchObject({ ok: true });
    expect(await ask('k21')).toMatchObject({ error: { code: 'attempts.exceeded', retryAfterSeconds: 3600 } });
    expect(await ask('k20')).toMatchObject({ ok: true, value: { created: false } });
    expect((await house.noticeOf('val')).questions).toHaveLength(20);
    house.clock.now = new Date(hour(2));
    expect(await ask('k21')).toMatchObject({ ok: true });
  });

  it('asks, and takes the PDF away as it was sent to this contact', async () => {
    expect(await askByLink(house.ports, { token: linkOf(), key: 'k1', text: 'Combien de personnes ?' })).toMatchObject({
      ok: true,
    });
    expect((await house.noticeOf('val')).content).toBe('PHASED');
    const pdf = await readPdfByLink(house.ports, { token: linkOf(), version: 1 });
    expect(pdf.ok && pdf.value.bytes.toString('utf8')).toContain(linkOf());
  });

  it('a link that still opens is not renewed: no mail leaves and it goes on opening', async () => {
    const token = linkOf();
    const before = house.journal.entries.length;
    expect(await renewLink(house.ports, token)).toEqual({ ok: true, value: null });
    expect(house.journal.entries).toHaveLength(before);
    expect(await enterByLink(house.ports, token)).toMatchObject({ ok: true });
  });

  it('a link that has expired and is asked for twice at once is renewed once, by one mail', async () => {
    await acknowledge(1);
    const token = linkOf();
    const { id } = await house.noticeOf('val');
    await house.settle(id, hour(31 * 24));
    house.clock.now = new Date(hour(62 * 24));
    const before = house.mails.length;
    const asked = await Promise.all([1, 2, 3].map(() => renewLink(house.ports, token)));
    expect(asked).toEqual(asked.map(() => ({ ok: true, value: null })));
    await house.settle(id, hour(62 * 24));
    expect(house.mails.slice(before).map(({ to }) => to)).toEqual(['dpo@val-temoin.example']);
    const young = /\/n\/([\w-]+)/.exec(readable(house.mails.at(-1)?.raw ?? ''))?.[1] ?? '';
    expect(await enterByLink(house.ports, young)).toMatchObject({ ok: true });
  });

  it('a wrong token, and 31 days after closing, open nothing', async () => {
    expect(await enterByLink(house.ports, 'x'.repeat(43))).toEqual({ ok: false, error: { code: 'link.unknown' } });
    await acknowledge(1);
    const token = linkOf();
    await house.settle((await house.noticeOf('val')).id, hour(31 * 24));
    expect(await house.noticeOf('val')).toMatchObject({ life: 'CLOSED', closed: { ground: 'silence' } });
    house.clock.now = new Date(hour(62 * 24));
    expect(await enterByLink(house.ports, token)).toEqual({ ok: false, error: { code: 'link.expired' } });
  });
});
