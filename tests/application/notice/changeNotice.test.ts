import { beforeEach, describe, expect, it } from '@jest/globals';
import { noteNotice } from '../../../application/notice/noteNotice';
import { loadCase } from '../../../application/notice/readCase';
import { sendVersion } from '../../../application/notice/sendVersion';
import { seenOf } from '../../../application/notice/tellingOf';
import { emptyDraft } from '../../../domain/notice/items';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { becomeAware, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
});

/** Something that happens once, while the first letter is being rendered. */
function whileRendering(happens: () => Promise<unknown>): void {
  const { render, ...others } = house.ports.texts;
  let isFirst = true;
  house.ports.texts = {
    ...others,
    render: async (name, language, data) => {
      if (isFirst) {
        isFirst = false;
        await happens();
      }
      return render(name, language, data);
    },
  };
}

const send = async (key: string, revision?: number) => {
  const read = await loadCase(house.engine, noticeId);
  if (!read.ok) throw new Error(read.error.code);
  const seen = revision === undefined ? {} : { seen: { ...seenOf(read.value), revision } };
  const input = { noticeId, key, command: { kind: 'send', items } as const, ...seen };
  return sendVersion({ ctx: house.as('sacha', ['DPO']), input });
};

describe('a person who sends while others write', () => {
  it('is not refused for an addition: no person decided it', async () => {
    const command = { kind: 'logCall', contactId: 'c1', reached: false } as const;
    whileRendering(() => noteNotice({ ctx: house.as('ines', ['O']), input: { noticeId, key: 'call', command } }));
    expect(await send('mine')).toMatchObject({ ok: true, value: { created: true } });
    expect((await house.noticeOf('val')).calls).toHaveLength(1);
  });

  it('is refused for another decision, and told which', async () => {
    whileRendering(() => send('faster'));
    const changed = [expect.objectContaining({ type: 'notice.version', actorId: 'sacha' })];
    expect(await send('mine')).toEqual({ ok: false, error: { code: 'revision.taken', changed } });
    expect((await house.noticeOf('val')).versions).toHaveLength(1);
  });

  it('is refused for a draft that was kept since it was read, even while letters are rendered, and told whose', async () => {
    const { revision } = await house.noticeOf('val');
    const draft = { kind: 'draft', items: { ...emptyDraft, a: 'Autre texte.' } } as const;
    whileRendering(() =>
      noteNotice({ ctx: house.as('ines', ['O']), input: { noticeId, key: 'kept', command: draft } }),
    );
    const changed = [expect.objectContaining({ type: 'notice.drafted', actorId: 'ines' })];
    const stale = { ok: false, error: { code: 'revision.stale', current: revision + 1, changed } };
    expect(await send('mine', revision)).toEqual(stale);
    expect(await send('mine', revision)).toEqual(stale);
    expect(await send('mine', revision + 1)).toMatchObject({ ok: true, value: { created: true } });
  });

  it('is refused for a revision that nobody has written yet', async () => {
    const { revision } = await house.noticeOf('val');
    expect(await send('mine', revision + 1)).toMatchObject({ ok: false, error: { code: 'revision.stale' } });
  });
});
