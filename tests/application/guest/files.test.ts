import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { askByLink } from '../../../application/guest/askByLink';
import { keepFileByLink } from '../../../application/guest/keepFileByLink';
import { readFileByLink } from '../../../application/guest/readFileByLink';
import { keepNoticeFile } from '../../../application/notice/keepNoticeFile';
import { noteNotice } from '../../../application/notice/noteNotice';
import { MOST_FILES } from '../../../domain/file/kept';
import { MOST_FILES_A_DAY } from '../../../domain/notice/decideFile';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;
let token: string;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  ({ id: noticeId } = await house.noticeOf('val'));
  house.clock.now = new Date(hour(1));
  await send(house, noticeId);
  token = await house.ports.links.issue('o1', noticeId, 'c1');
});

const ask = async (key: string) => must(await askByLink(house.ports, { token, key, text: 'Combien ?' }));
const sent = (text: string) => ({ name: 'x.pdf', bytes: Readable.from([Buffer.from(`%PDF-1.7 ${text}`)]) });
const bring = (question: string, text: string, by = token) =>
  keepFileByLink(house.ports, { token: by, key: `f-${question}-${text}`, questionId: `c1-${question}`, ...sent(text) });
const kept = async () => (await house.noticeOf('val')).files;
const codes = (all: readonly { ok: boolean; error?: { code: string } }[]) =>
  all.map((one) => one.error?.code ?? 'ok').toSorted();

describe('files that come at once', () => {
  beforeEach(() => ask('q'));

  it('of the same bytes are one file, whoever brings them', async () => {
    const about = { kind: 'question' as const, questionId: 'c1-q' };
    const ours = keepNoticeFile({
      ctx: house.as('sacha', ['DPO']),
      input: { noticeId, key: 'ours', about, ...sent('same') },
    });
    expect(codes(await Promise.all([bring('q', 'same'), ours]))).toEqual(['input.invalid', 'ok']);
    expect(await kept()).toHaveLength(1);
  });

  it('are as many as there may be, and no more', async () => {
    for (let n = 1; n < MOST_FILES; n += 1) must(await bring('q', `${n}`));
    expect(codes(await Promise.all(['a', 'b', 'c'].map((text) => bring('q', text))))).toEqual([
      'input.invalid',
      'input.invalid',
      'ok',
    ]);
    expect(await kept()).toHaveLength(MOST_FILES);
  });

  it('by a link are no more than it may bring within a day', async () => {
    const questions = ['q', 'q1', 'q2', 'q3', 'q4'];
    for (const key of questions.slice(1)) await ask(key);
    const all = questions
      .slice(0, -1)
      .flatMap((key) => Array.from({ length: MOST_FILES }, (_, n) => [key, n] as const));
    for (const [key, n] of all.slice(0, MOST_FILES_A_DAY - 1)) must(await bring(key, `${n}`));
    const last = await Promise.all([bring('q4', 'a'), bring('q4', 'b')]);
    expect(codes(last)).toEqual(['attempts.exceeded', 'ok']);
    expect(await kept()).toHaveLength(MOST_FILES_A_DAY);
    expect(await bring('q4', 'c')).toMatchObject({ error: { code: 'attempts.exceeded' } });
    house.clock.now = new Date(hour(26));
    expect(await bring('q4', 'c')).toMatchObject({ ok: true });
  });

  it('with something else that was written meanwhile are kept all the same', async () => {
    const [file, question] = await Promise.all([bring('q', 'x'), ask('other')]);
    expect([file.ok, question.created]).toEqual([true, true]);
  });
});

describe('a link that was replaced after a file came', () => {
  it('gives nothing any more, and takes nothing; the new one gives the file', async () => {
    await ask('q');
    must(await bring('q', 'x'));
    const hash = (await kept())[0]?.hash ?? '';
    const young = await house.ports.links.replace(token, hour(48));
    const unknown = { ok: false, error: { code: 'link.unknown' } };
    expect(await readFileByLink(house.ports, { token, hash })).toEqual(unknown);
    expect(await bring('q', 'y')).toEqual(unknown);
    expect(await kept()).toHaveLength(1);
    expect(await readFileByLink(house.ports, { token: young ?? '', hash })).toMatchObject({ ok: true });
  });

  it('of a notice that ended gives it until the link ends', async () => {
    await ask('q');
    must(await bring('q', 'x'));
    const hash = (await kept())[0]?.hash ?? '';
    const command = { kind: 'answer' as const, questionId: 'c1-q', text: 'Douze.' };
    must(await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId, key: 'a', command } }));
    await house.write('incident', 'i1', { type: 'breach.ruledOut', values: { evidenceRefs: ['EV-1'], reason: 'x' } });
    await house.settle(noticeId, hour(2));
    house.clock.now = new Date(hour(29 * 24));
    expect(await readFileByLink(house.ports, { token, hash })).toMatchObject({ ok: true });
    house.clock.now = new Date(hour(32 * 24));
    expect(await readFileByLink(house.ports, { token, hash })).toMatchObject({ error: { code: 'link.expired' } });
  });
});
