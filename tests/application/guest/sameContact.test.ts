import { expect, it } from '@jest/globals';
import { acknowledgeByLink } from '../../../application/guest/acknowledgeByLink';
import { askByLink } from '../../../application/guest/askByLink';
import { enterByLink } from '../../../application/guest/enterByLink';
import { renewLink } from '../../../application/guest/renewLink';
import { noteNotice } from '../../../application/notice/noteNotice';
import { eraseField } from '../../../application/journal/eraseField';
import { BEA, houseWithBeaFirst } from '../../fakes/amended';
import { becomeAware, hour, readable, send } from '../../fakes/threeControllers';

const tokenIn = (raw = '') => /\/n\/([\w-]+)/.exec(readable(raw))?.[1] ?? '';

it('a link stays with the person it was sent to, whichever version of the agreement judges', async () => {
  const house = await houseWithBeaFirst();
  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  house.clock.now = new Date(hour(1));
  await send(house, id);
  await house.settle(id, hour(1));
  const token = tokenIn(house.mails.find(({ to }) => to === BEA)?.raw);
  await askByLink(house.ports, { token, key: 'qqqqqqqq', text: 'Combien ?' });
  await house.settle(id, hour(1.1));

  const awareAt = '2026-03-26T20:00:00.000Z'; // the evening before: version 1 judges
  const corrected = { awareAt, detectedAt: awareAt, nature: ['availability'], reason: 'vu', breakGlassReason: 'nuit' };
  await house.write('incident', 'i1', { type: 'aware.corrected', values: corrected });
  const opened = await enterByLink(house.ports, token);
  expect(opened).toMatchObject({ ok: true, value: { contact: { name: 'Béa Nouvelle', email: BEA } } });
  const contactId = opened.ok ? opened.value.contact.id : '';
  expect(contactId).toBe('c1v2');

  const before = house.mails.length;
  const command = { kind: 'answer', questionId: `${contactId}-qqqqqqqq`, text: '412' } as const;
  const answered = await noteNotice({ ctx: house.as('sacha', ['DPO']), input: { noticeId: id, key: 'a', command } });
  expect(answered.ok).toBe(true);
  await house.settle(id, hour(1.2));
  const told = house.mails.slice(before).map(({ to }) => to);
  expect(told.filter((to) => to.endsWith('@val-temoin.example'))).toEqual([BEA]);
  expect(tokenIn(house.mails.at(-1)?.raw)).toBe(token);

  await acknowledgeByLink(house.ports, { token, version: 1, name: 'Béa', function: 'RSSI' });
  expect((await house.noticeOf('val')).acknowledgements).toMatchObject([{ contactId: 'c1v2' }]);

  const close = { kind: 'close', ground: 'ladderExhausted', reason: 'sans suite' } as const;
  await noteNotice({ ctx: house.as('paul', ['IM']), input: { noticeId: id, key: 'c', command: close } });
  house.clock.now = new Date(hour(62 * 24));
  expect(await enterByLink(house.ports, token)).toMatchObject({ error: { code: 'link.expired' } });
  expect(await renewLink(house.ports, token)).toMatchObject({ ok: true });
  const renewed = house.mails.length;
  await house.settle(id, hour(62 * 24));
  const toThem = house.mails.slice(renewed).filter(({ to }) => to.endsWith('@val-temoin.example'));
  expect(toThem.map(({ to }) => to)).toEqual([BEA]);
  const young = tokenIn(toThem[0]?.raw);
  expect(await enterByLink(house.ports, young)).toMatchObject({ ok: true, value: { contact: { id: 'c1v2' } } });
});

it('a link stays with its person when the text of an earlier version is erased', async () => {
  const house = await houseWithBeaFirst();
  await becomeAware(house);
  const { id } = await house.noticeOf('val');
  await send(house, id);
  await house.settle(id, hour(1));
  const token = tokenIn(house.mails.find(({ to }) => to === 'dpo@val-temoin.example')?.raw);
  const before = await enterByLink(house.ports, token);
  expect(before).toMatchObject({ ok: true, value: { contact: { id: 'c1', name: 'Dominique Essai' } } });

  const first = house.journal.entries.find(({ subject, revision }) => subject.id === 'val' && revision === 1);
  const input = { seq: first?.seq ?? 0, names: ['document'], ground: 'retentionEnded' as const, key: 'e' };
  expect(await eraseField({ ctx: house.as('sacha', ['DPO']), input })).toMatchObject({ ok: true });
  const after = await enterByLink(house.ports, token);
  expect(after).toMatchObject({ ok: true, value: { contact: { id: 'c1', name: 'Dominique Essai' } } });
});
