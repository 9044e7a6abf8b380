import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  caseId = await openNightCase(night);
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const owed = async () => {
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  return one === null ? [] : copiesOwed(one);
};

async function* copy() {
  yield Buffer.from('%PDF-1.7\nrécépissé\n%%EOF\n');
}

it('the copy of a receipt is due on its case until it is kept', async () => {
  const [seq = 0, ...others] = await owed();
  expect(others).toEqual([]);
  expect((await door.read('sacha', `/cases/${caseId}`)).text).toContain('La copie de l’accusé est due');
  const file = { name: 'recepisse.pdf', bytes: copy() };
  must(
    await keepCaseFile({
      ctx: night.as('sacha'),
      input: { caseId, key: 'the copy', about: { kind: 'filing', seq }, ...file },
    }),
  );
  expect(await owed()).toEqual([]);
  expect((await door.read('sacha', `/cases/${caseId}`)).text).not.toContain('La copie de l’accusé est due');
});
