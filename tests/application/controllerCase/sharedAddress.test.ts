import { expect, it } from '@jest/globals';
import { createPersonsHouse } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

it('tells two persons who share an address each by a mail of their own, and neither of them twice by the next list', async () => {
  const house = await createPersonsHouse();
  const file = 'email;name\na@b.example;Ann\na@b.example;Bo\nA@b.example;ann\n';
  const list = must(await house.upload(file));
  expect(list).toMatchObject({ count: 2, shared: 1, duplicates: 1, duplicateLines: [4] });
  must(await house.act({ kind: 'persons.send', listId: list.listId, concerned: null }));
  const later = must(await house.upload('email;name\na@b.example;Bo\na@b.example;Cy\n'));
  expect(later).toMatchObject({ count: 1, shared: 1, toldBefore: 1 });
});
