import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { keepCaseFile } from '../../../application/controllerCase/keepCaseFile';
import { openCase } from '../../../application/controllerCase/openCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { commands, decision, opening } from '../../fakes/caseStory';
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

it('is due on its case; who says why there is none is read there, and is asked no more', async () => {
  const other = await openNightCase(night);
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', other);
  const [seq = 0] = one === null ? [] : copiesOwed(one);
  const path = `/cases/${other}`;
  expect((await door.read('sacha', path)).text).toContain(`${path}/no-copy`);
  expect((await door.send('sacha', `${path}/no-copy`, { filing: '1', reason: 'x' })).status).toBe(400);
  const said = await door.send('sacha', `${path}/no-copy`, { filing: String(seq), reason: 'Aucun reçu délivré.' });
  expect(said.status).toBe(303);
  const { text } = await door.read('sacha', path);
  expect(text).toContain('Aucun reçu délivré.');
  expect(text).not.toContain('La copie de l’accusé est due');
  expect(text).not.toContain(`${path}/no-copy`);
});

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

it('is asked for where the case is closed, which it does not stop, and once on the page', async () => {
  const given = opening({ receivedAt: '2026-03-27T20:00:00.000Z', from: 'Hébergeur Exemple' });
  const { id } = must(await openCase({ ctx: night.as('sacha'), input: { key: 'plain', opening: given } }));
  const steps: CaseCommand[] = [
    commands.qualify,
    commands['risk.score'],
    { ...decision('risk'), noAdviceReason: 'Délégué absent.' },
    { ...commands['authority.file'], sentAt: '2026-03-28T01:00:00.000Z', type: 'complete' },
    commands['regime.exclude'],
    commands['record.excuse'],
  ];
  for (const command of steps)
    must(
      await commandCase({
        ctx: night.as(command.kind === 'qualify' ? 'sacha' : 'alix'),
        input: { caseId: id, key: command.kind, command },
      }),
    );
  const path = `/cases/${id}`;
  const page = await door.read('alix', path);
  expect(page.text.match(/copie de l’accusé/g)).toHaveLength(1);
  const close = await door.read('alix', `${path}/close`);
  expect(close.text).toContain('La copie d’un accusé de l’autorité n’est pas versée');
  expect(close.text).toContain(`${path}/files`);
  expect((await door.send('alix', `${path}/close`, { lessons: 'Rien.' })).status).toBe(303);
});
