import { describe, expect, it } from '@jest/globals';
import { eraseField } from '../../../application/journal/eraseField';
import { noteNotice } from '../../../application/notice/noteNotice';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

/** A notice that was sent, with its stored mails, and what may be done to it. */
async function openSent() {
  const house = await createNoticeHouse(T0);
  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  expect(await send(house, id)).toMatchObject({ ok: true });
  await house.settle(id, hour(1));
  const documentIds = (await house.noticeOf('val')).outbox.map(({ documentId }) => documentId);
  expect(documentIds.length).toBeGreaterThan(0);
  return {
    house,
    stored: async () => {
      const all = await Promise.all(documentIds.map((one) => house.ports.documents.get('o1', id, one)));
      return all.filter((one) => one !== null).length;
    },
    all: documentIds.length,
    erase: (type: string, names: string[], key = 'e1') => {
      const entry = house.journal.entries.find((one) => one.type === type);
      const input = { seq: entry?.seq ?? 0, names, ground: 'personAsked' as const, key };
      return eraseField({ ctx: house.as('sacha', ['DPO']), input });
    },
    note: (command: Parameters<typeof noteNotice>[0]['input']['command']) =>
      noteNotice({ ctx: house.engine, input: { noticeId: id, key: command.kind, command } }),
  };
}

describe('stored mails that quote an erased text', () => {
  it.each([
    ['notice.version', ['items']],
    ['aware.set', ['why']],
  ])('of %s stay while the notice is open, and go when it closes', async (type, names) => {
    const { erase, note, stored, all } = await openSent();
    expect(await erase(type, names)).toMatchObject({ ok: true });
    expect(await stored()).toBe(all);
    expect(await note({ kind: 'close', ground: 'withdrawn' })).toMatchObject({ ok: true });
    expect(await stored()).toBe(0);
  });

  it.each([
    ['notice.version', ['items']],
    ['aware.set', ['why']],
  ])('of %s go at once when the notice is closed', async (type, names) => {
    const { erase, note, stored, all } = await openSent();
    expect(await note({ kind: 'close', ground: 'withdrawn' })).toMatchObject({ ok: true });
    expect(await stored()).toBe(all);
    expect(await erase(type, names)).toMatchObject({ ok: true });
    expect(await stored()).toBe(0);
  });

  it('stay as proof when what was erased is in no mail', async () => {
    const { erase, house, note, stored, all } = await openSent();
    const values = { noteId: 'n', class: 'counsel', text: 'privileged' };
    await house.write('incident', 'i1', { type: 'note.added', values });
    await note({ kind: 'close', ground: 'withdrawn' });
    expect(await erase('note.added', ['text'])).toMatchObject({ ok: true });
    expect(await stored()).toBe(all);
  });
});
