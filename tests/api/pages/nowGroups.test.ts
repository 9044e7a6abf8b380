import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

it('limits of one incident stand under its name, said once with their number, nearest first; one alone names it itself', async () => {
  const { text } = await door.read('sacha', '');
  const table = /<table[\s\S]*?<\/table>/.exec(text)?.[0] ?? '';
  const groups = table.split('<tbody').slice(1);
  expect(groups).toHaveLength(3);
  const name = 'Ordinateur portable volé';
  expect(groups.map((group) => group.split(name).length - 1)).toEqual([0, 0, 1]);
  expect(groups[2]).toMatch(new RegExp(`class="group".*/incidents/${told.stolen.id}".*${name}.*3 limites`));
  const limits = [...table.matchAll(/class="due"><time datetime="([^"]+)"/g)].map(([, at = '']) => at);
  expect(limits).toHaveLength(5);
  expect(limits.slice(2)).toEqual(limits.slice(2).toSorted());
  expect(groups[0]).not.toContain('class="group"');
  expect(groups[0]).toContain('Serveur de fichiers chiffré');
});
