import { beforeEach, describe, expect, it } from '@jest/globals';
import { noteNotice } from '../../../application/notice/noteNotice';
import { deliverAll, sendAtOnce } from '../../../application/notice/sendAtOnce';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
});

const outside = () => house.mails.filter(({ to }) => to.endsWith('val-temoin.example')).map(({ to }) => to);
const asSender = () => house.as('ines', ['O']);
const both = ['astreinte@val-temoin.example', 'dpo@val-temoin.example'];
const nothing = { claim: null, after: null };

const sendNow = (key = 'send') =>
  sendAtOnce({ ctx: asSender(), input: { noticeId, key, command: { kind: 'send', items } } });

/** Types of the notice's entries in order, with who wrote them. */
const written = async () =>
  (await house.journal.readSubject('o1', { kind: 'notice', id: noticeId }, 0)).map(
    ({ type, actor }) => `${type} ${actor.id}`,
  );

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('sending at once', () => {
  it('claims the first mail in the write of the version, in the name of the machine, and delivers all', async () => {
    expect(await sendNow()).toMatchObject({ ok: true, value: { created: true, claim: { n: 1 } } });
    await until(async () => (await house.noticeOf('val')).delivery === 'SENT' && outside().length === 2);
    expect((await written()).slice(1, 4)).toEqual([
      'notice.version ines',
      'delivery.attempt api',
      'delivery.outcome api',
    ]);
    expect(outside().toSorted()).toEqual(both);
  });

  it('sends each mail once, whoever comes after and whatever is repeated', async () => {
    await sendNow();
    expect(await sendNow()).toMatchObject({ ok: true, value: { created: false, claim: null } });
    await house.settle(noticeId, hour(0));
    await until(() => outside().length >= 2);
    await deliverAll(house.engine, noticeId, nothing);
    expect(outside().toSorted()).toEqual(both);
  });

  it('claims nothing where the version is refused', async () => {
    await send(house, noticeId);
    const before = await written();
    expect(await sendNow('again')).toMatchObject({ ok: false });
    expect(await written()).toEqual(before);
  });

  it('leaves what it has claimed to the engine once its lease is over, if it dies', async () => {
    const { mailer } = house.ports;
    house.ports.mailer = { ...mailer, send: () => new Promise(() => undefined) }; // the process is gone
    await sendNow();
    house.ports.mailer = mailer;
    await house.settle(noticeId, hour(0));
    expect(outside()).toEqual(['astreinte@val-temoin.example']); // the other one is another's for now
    await house.settle(noticeId, hour(0.1));
    expect(outside().toSorted()).toEqual(both);
  });

  it('sends nothing by a claim whose lease is over, or nearly: the engine has sent it by its own', async () => {
    const { append } = house.journal;
    house.journal.append = async (...asked) => {
      const appended = await append(...asked);
      if (asked[0].type === 'notice.version') {
        house.clock.now = new Date(hour(0.05)); // this process stood still for three minutes
        await house.settle(noticeId, hour(0.05));
      }
      return appended;
    };
    await sendNow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(outside().toSorted()).toEqual(both);
    expect((await written()).filter((words) => words === 'delivery.outcome api')).toEqual([]);
  });
});

describe('a claim that was not written', () => {
  it('sends nothing: the mail leaves once, by another', async () => {
    const { append } = house.journal;
    house.journal.append = (draft, standing) => append(draft, standing); // another process took the number behind it
    expect(await sendNow()).toMatchObject({ ok: true, value: { created: true, claim: null } });
    await until(async () => (await house.noticeOf('val')).delivery === 'SENT' && outside().length === 2);
    await deliverAll(house.engine, noticeId, nothing);
    expect(outside().toSorted()).toEqual(both);
  });

  it('is forgotten for that of the try which was', async () => {
    const { append } = house.journal;
    let isFirst = true;
    house.journal.append = async (draft, ...standing) => {
      if (isFirst && draft.type === 'notice.version') {
        isFirst = false;
        const command = { kind: 'logCall', contactId: 'c1', reached: false } as const;
        await noteNotice({ ctx: house.as('paul', ['IM']), input: { noticeId, key: 'call', command } });
      }
      return append(draft, ...standing);
    };
    const sent = await sendNow();
    const attempt = house.journal.entries.find(({ type }) => type === 'delivery.attempt');
    expect(sent).toMatchObject({ ok: true, value: { claim: { nonce: attempt?.fields['nonce']?.value } } });
  });
});

describe('how long a claimed mail may take', () => {
  it('gives the mail the part of its lease that is left', async () => {
    const { mailer } = house.ports;
    const given: (number | undefined)[] = [];
    house.ports.mailer = {
      ...mailer,
      send: (parcel) => {
        given.push(parcel.timeoutMs);
        return mailer.send(parcel);
      },
    };
    await sendNow();
    await until(() => outside().length === 2);
    expect(given).toEqual([84_000, 84_000]); // seven tenths of two minutes
  });

  it('is nothing any more after a slow reading: the engine has sent it by its own', async () => {
    const { documents } = house.ports;
    let isFirst = true;
    house.ports.documents = {
      ...documents,
      get: async (...asked) => {
        if (isFirst) {
          isFirst = false;
          house.clock.now = new Date(hour(0.05)); // the database answers after three minutes
          await house.settle(noticeId, hour(0.05));
        }
        return documents.get(...asked);
      },
    };
    await sendNow();
    await until(() => !isFirst && outside().length >= 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(outside().toSorted()).toEqual(both);
  });
});

describe('delivery of what was frozen', () => {
  it('is done once, however many begin it', async () => {
    await send(house, noticeId);
    await Promise.all([deliverAll(house.engine, noticeId, nothing), deliverAll(house.engine, noticeId, nothing)]);
    expect(outside().toSorted()).toEqual(both);
    expect((await house.noticeOf('val')).delivery).toBe('SENT');
  });

  it('leaves what a relay put off to its time', async () => {
    house = await createNoticeHouse(T0, {
      'dpo@val-temoin.example': Array.from({ length: 60 }, () => ({ result: 'deferred' as const, replyCode: 451 })),
    });
    await becomeAware(house);
    noticeId = (await house.noticeOf('val')).id;
    await send(house, noticeId);
    await deliverAll(house.engine, noticeId, nothing);
    const [mail] = (await house.noticeOf('val')).outbox.filter(
      ({ attempts }) => attempts[0]?.outcome?.result === 'deferred',
    );
    expect(mail?.attempts).toHaveLength(1);
  });

  it('does nothing where nothing was frozen: it never makes the notice leave by itself', async () => {
    house.clock.now = new Date(hour(23.5)); // the engine should have
    await deliverAll(house.engine, noticeId, nothing);
    expect(house.mails).toEqual([]);
    expect((await house.noticeOf('val')).versions).toEqual([]);
  });

  it('is content with a notice that is not there', async () => {
    await expect(deliverAll(house.engine, 'nowhere', nothing)).resolves.toBeUndefined();
  });
});
