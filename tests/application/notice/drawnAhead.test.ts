import { beforeEach, expect, it } from '@jest/globals';
import { noteNotice } from '../../../application/notice/noteNotice';
import { loadCase } from '../../../application/notice/readCase';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, readable, send, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;
let drawn: number;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
  await loadCase(house.engine, noticeId); // from here on the process remembers the case
  drawn = 0;
  const { render, ...others } = house.ports.texts;
  house.ports.texts = {
    ...others,
    render: (name, language, data) => {
      if (name === 'notice') drawn += 1;
      return render(name, language, data);
    },
  };
});

const mailsOf = async () => (await house.noticeOf('val')).outbox.filter(({ channel }) => channel === 'email');

/** The words of the first mail, as stored. */
async function frozenMail(): Promise<string> {
  const [mail] = await mailsOf();
  const stored = await house.ports.documents.get('o1', noticeId, mail?.documentId ?? '');
  return readable(stored?.bytes.toString('latin1') ?? '');
}

it('a letter that is remembered rightly is drawn once, while the journal is still being read', async () => {
  const { readSubject } = house.journal;
  const drawnBefore: number[] = [];
  house.journal.readSubject = async (...asked) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    drawnBefore.push(drawn);
    return readSubject(...asked);
  };
  expect(await send(house, noticeId)).toMatchObject({ ok: true });
  const mails = (await mailsOf()).length;
  expect(mails).toBeGreaterThan(0);
  expect(drawnBefore[0]).toBe(mails);
  expect(drawn).toBe(mails);
});

it('a letter that is remembered wrongly is drawn anew: what leaves says what the journal says', async () => {
  const facts = { type: 'facts.recorded', values: { agreementId: 'val', systems: ['baie-7'] } };
  await house.write('incident', 'i1', facts); // by another process: this one remembers none
  expect(await send(house, noticeId)).toMatchObject({ ok: true });
  expect(drawn).toBe(2 * (await mailsOf()).length);
  expect(await frozenMail()).toContain('baie-7');
});

it('what was read ahead serves one try: the next reads anew', async () => {
  const { append } = house.journal;
  const facts = { type: 'facts.recorded', values: { agreementId: 'val', systems: ['baie-7'] } };
  let isFirst = true;
  house.journal.append = async (draft, standing) => {
    if (isFirst && draft.type === 'notice.version') {
      isFirst = false; // this try loses its place to the call, and what it had read is out of date
      await house.write('incident', 'i1', facts);
      const command = { kind: 'logCall', contactId: 'c1', reached: false } as const;
      await noteNotice({ ctx: house.as('paul', ['IM']), input: { noticeId, key: 'call', command } });
    }
    return append(draft, standing);
  };
  expect(await send(house, noticeId)).toMatchObject({ ok: true });
  expect((await house.noticeOf('val')).calls).toHaveLength(1);
  expect(await frozenMail()).toContain('baie-7');
});

it('what could not be read ahead is read when it is needed', async () => {
  const { newestHash } = house.ports.checkpoints;
  let fails = true;
  house.ports.checkpoints = {
    newestHash: async (orgId) => {
      if (!fails) return newestHash(orgId);
      fails = false;
      throw new Error('the connection was lost');
    },
  };
  expect(await send(house, noticeId)).toMatchObject({ ok: true });
  expect((await house.noticeOf('val')).versions).toMatchObject([{ checkpointHash: 'c'.repeat(64) }]);
});

it.each([
  ['what is remembered wrongly', { type: 'facts.recorded', values: { agreementId: 'val', systems: ['baie-7'] } }],
  ['what is remembered rightly', null],
])('a letter of %s that could not be drawn ahead is drawn when it is needed', async (_what, meanwhile) => {
  const { render } = house.ports.texts;
  let fails = true;
  house.ports.texts.render = async (name, language, data) => {
    if (!fails) return render(name, language, data);
    fails = false;
    throw new Error('the thread is stuck');
  };
  if (meanwhile !== null) await house.write('incident', 'i1', meanwhile);
  expect(await send(house, noticeId)).toMatchObject({ ok: true });
  expect(fails).toBe(false);
  expect((await frozenMail()).includes('baie-7')).toBe(meanwhile !== null);
});
