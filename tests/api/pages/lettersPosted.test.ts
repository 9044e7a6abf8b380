import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lettersQuestion, lettersToPost } from '../../../api/pages/case/postedQuestions';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { readControllerCase } from '../../../application/controllerCase/readCases';
import { uploadRecipients } from '../../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands } from '../../fakes/caseStory';
import { openNightCase, printNightLetters } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNight, type Night } from '../../fakes/night';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;
const stops: (() => Promise<unknown>)[] = [];

/** A case whose message is drafted, without a relay, and no list yet. */
beforeEach(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  night.ports.relay = null;
  id = await openNightCase(night);
  door = await openNightDoor(night);
  stops.push(door.stop);
});
afterAll(() => Promise.all(stops.map(async (stop) => stop())));

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
const read = async (place = '') => (await door.read('sacha', `/cases/${id}${place}`)).text;
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const next = (html: string) => /<div class="next">.*?<\/div>/s.exec(html)?.[0] ?? '';
const act = async (command: CaseCommand) =>
  must(await commandCase({ ctx: night.as('sacha'), input: { caseId: id, key: randomUUID(), command } }));

const LEFT = (n: number) => new RegExp(`Restent à informer</dt><dd>${n}<`);

describe('a list of mails where no relay is set', () => {
  it('says what to do, beside a list of letters that can be accepted all the same', async () => {
    const input = (text: string) => ({ caseId: id, key: randomUUID(), bytes: bytesOf(text) });
    must(await uploadRecipients({ ctx: night.as('sacha'), input: input('email\na@b.example\n') }));
    must(
      await uploadRecipients({ ctx: night.as('sacha'), input: input('nom;adresse;ville\nZoé Essai;1 rue X;Ville\n') }),
    );
    const lists = main(await read('/recipients'))
      .split('<section')
      .slice(1);
    const mails = lists.filter((list) => list.includes('SMTP_URL'));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`/cases/${id}/tell`);
    expect(mails[0]).not.toContain(`/cases/${id}/send`);
    expect(lists.filter((list) => list.includes(`/cases/${id}/send`))).toHaveLength(1);
    const sending = main(await read('/send'));
    expect(sending.match(/name="listId"/g)).toHaveLength(1);
    expect(sending).toContain('SMTP_URL');
  });
});

describe('the form that says that letters were posted', () => {
  it('begins with the list, letters, their number and now', async () => {
    await printNightLetters(night, id, 3);
    const form = main(await read('/tell'));
    expect(form).toMatch(/name="told"[^>]*value="3"/);
    expect(form).toMatch(/name="toldAt"[^>]*value="2026-03-28T03:12"/);
    expect(form).toMatch(/<option value="letter" selected>/);
    expect(form).toMatch(/<option value="[^"]+" selected>Liste imprimée/);
  });

  it('of several lists is about the one from which somebody came, and its number', async () => {
    await printNightLetters(night, id, 3);
    const way = /href="[^"]*\/tell\?listId(?:=|&#x3D;)([^"]+)"/.exec(main(await read('/recipients')));
    const one = must(await readControllerCase({ ctx: night.as('sacha'), input: { caseId: id } }));
    const sendings = one.persons.sendings.flatMap((list) => [list, { ...list, listId: 'second', letters: 2 }]);
    expect(way?.[1]).toBe(sendings[0]?.listId);
    const both = { ...one, persons: { ...one.persons, sendings } };
    const begun = (listId: string | null) => [
      lettersQuestion({ one: both, listId })[0]?.start,
      lettersToPost({ one: both, listId }),
    ];
    expect(begun('second')).toEqual(['second', '2']);
    expect(begun(null)).toEqual([sendings[0]?.listId, '3']);
  });
});

describe('letters to persons whom no mail reaches', () => {
  it('are printed by a button without a relay, taken as files, and said to be posted', async () => {
    await act({ ...commands['regime.record'], stage: 'users', sentAt: '2026-03-28T02:00:00.000Z' }); // its limit is nearer
    const bytes = bytesOf('email;nom;adresse;ville\n;Zoé Essai;1 rue X;Ville\n');
    const { listId } = must(
      await uploadRecipients({ ctx: night.as('sacha'), input: { caseId: id, key: randomUUID(), bytes } }),
    );
    expect(next(await read())).toContain(`/cases/${id}/send`);
    expect(main(await read('/send'))).toContain('Lettres à imprimer ensuite\u00a0: 1');
    await act({ kind: 'persons.send', listId, concerned: null });
    expect(main(await read('/recipients'))).toMatch(LEFT(1));
    const here = `/cases/${id}/recipients/${listId}/letters`;
    expect(next(await read())).toContain(`${here}"`);
    expect(main(await read('/recipients'))).toContain(`${here}"`);
    expect(main(await read(`/recipients/${listId}/letters`))).toContain('Fichiers PDF\u00a0: 1');
    const sent = await door.send('sacha', here, {});
    expect(sent.status).toBe(303);
    const file = await door.read('sacha', `${here}/1`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(file.text).toContain('Zoé Essai');
    const told = { listId, toldAtNow: '1', told: '1', proof: 'bordereau 12', means: 'email' };
    expect((await door.send('sacha', `/cases/${id}/tell`, told)).status).toBe(303);
    expect(main(await read('/recipients'))).toContain('1 lettre postée le');
    expect(main(await read('/recipients'))).toMatch(LEFT(0));
    expect((await door.read('sacha', `${here}/1`)).status).toBe(404);
    expect(main(await read(`/recipients/${listId}/letters`))).toContain('ne s’impriment pas maintenant');
  });

  it('that wait are the next thing to do, and are asked about where somebody says who was told', async () => {
    await act({ ...commands['regime.record'], stage: 'users', sentAt: '2026-03-28T02:00:00.000Z' }); // its limit is nearer
    await printNightLetters(night, id);
    expect(next(await read())).toContain(`/cases/${id}/tell`);
    expect(main(await read('/tell'))).toContain('Si une partie d’une liste a été postée, une liste ultérieure écarte');
    expect(main(await read('/tell'))).toMatch(/Liste imprimée le 2026-03-28, fichier [0-9a-f]{8}, lettres\u00a0: 1/);
    expect(
      (await door.send('sacha', `/cases/${id}/tell`, { toldAtNow: '1', told: '0', means: 'phone' })).text,
    ).toContain('Au moins une personne a été informée');
  });
});

describe('letters of which some were posted', () => {
  const post = async (listId: string, told: string, more: Record<string, string> = {}) => {
    const said = { listId, toldAtNow: '1', told, proof: 'bordereau 12', means: 'letter', ...more };
    return door.send('sacha', `/cases/${id}/tell`, said);
  };

  it('are counted, can be printed again with a warning, and are said on hold, where nothing else is asked', async () => {
    const listId = await printNightLetters(night, id, 2);
    expect((await post(listId, '1')).status).toBe(303);
    expect(main(await read('/recipients'))).toContain('Lettres encore à poster\u00a0: 1');
    expect(main(await read(`/recipients/${listId}/letters`))).toContain('déjà postées\u00a0: 1');
    await act(commands['persons.hold']);
    expect(next(await read())).not.toContain('/tell');
    expect(main(await read('/recipients'))).toContain(`/cases/${id}/tell`);
    const form = main(await read('/tell'));
    expect([form.includes(`value="${listId}"`), form.includes('Aucune\u00a0: les personnes')]).toEqual([true, false]);
    expect(form).toMatch(/name="again"[^>]*value="0"/);
    expect((await post(listId, '0', { again: '0' })).status).toBe(303);
    const html = main(await read('/recipients'));
    expect(html).toContain('Lettres qui ne seront pas postées\u00a0: 1');
    expect(html).toContain('Personne ne sait lesquelles');
  });
});
