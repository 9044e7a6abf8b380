import { expect, it } from '@jest/globals';
import { sendVersion } from '../../../application/notice/sendVersion';
import { createInsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';
import { items } from '../../fakes/noticeStory';
import { hour } from '../../fakes/threeControllers';

/** As long as an item may be, in French words, and its last one can be found. */
const long = (last: string) => `${'Accès à des données déjà signalé. '.repeat(280)}${last}`;

it('of items as long as they may be, the controller’s case keeps the last word, of the letter and as values', async () => {
  const house = await createInsideHouse();
  await house.consent();
  const { id: noticeId } = await house.noticeOf('val');
  const said = {
    ...items,
    a: long('FIN-A'),
    c: { answer: 'value' as const, text: long('FIN-C'), persons: 40, records: null },
    d: { answer: 'value' as const, text: long('FIN-D') },
    e: { answer: 'value' as const, text: long('FIN-E') },
  };
  const command = { kind: 'send' as const, items: said };
  must(await sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId, key: 'send', command } }));
  await house.settle(noticeId, hour(0));
  const { told, informed } = await house.theCase();
  const words = told[0]?.text?.replaceAll(/\s+/g, ' ') ?? '';
  const kept = ['FIN-A', 'FIN-C', 'FIN-D', 'FIN-E'].map((last) => words.includes(last)); // the words are too long to print
  expect([...kept, words.endsWith('…')]).toEqual([true, true, true, true, false]);
  const [first] = informed;
  expect([first?.record.description === said.a, first?.record.consequencesText === said.d.text]).toEqual([true, true]);
});
