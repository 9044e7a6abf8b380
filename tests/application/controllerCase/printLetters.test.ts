import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { printLetters, takeLetters } from '../../../application/controllerCase/printLetters';
import { LETTERS_IN_FILE } from '../../../domain/controllerCase/personsLetters';
import { commands } from '../../fakes/caseStory';
import { createPersonsHouse, type PersonsHouse } from '../../fakes/personsHouse';
import { must } from '../../fakes/realHouse';

let house: PersonsHouse;
beforeEach(async () => {
  house = await createPersonsHouse();
});

const HEAD = 'email;nom;langue;adresse;cp;ville\n';
const byPost = (count: number) =>
  Array.from({ length: count }, (_, n) => `;Zoé ${n};;${n} rue X;00000;Ville\n`).join('');
const print = (listId: string, ctx = house.dpo, key = house.newKey()) =>
  printLetters({ ctx, input: { caseId: house.caseId, listId, key } });
const take = (listId: string, file = 1, ctx = house.dpo) =>
  takeLetters({ ctx, input: { caseId: house.caseId, listId, file } });
async function accept(rows: string): Promise<string> {
  const { listId } = must(await house.upload(HEAD + rows));
  must(await house.act({ kind: 'persons.send', listId, concerned: null }));
  return listId;
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const posted = (listId: string, told: number) =>
  house.act({
    ...commands['persons.tell'],
    toldAt: house.clock.now.toISOString(),
    means: 'letter',
    told,
    bounced: 0,
    listId,
    proof: 'bordereau 12',
  });

describe('letters to persons whom no mail reaches', () => {
  it('are printed in the language of each, while mails leave to the others, and the journal names nobody', async () => {
    const listId = await accept('a@b.example;Ann;;;;\n;Zoé Essai;en;1 rue X;00000;Ville\n');
    must(await print(listId));
    must(await house.carry());
    expect(house.told()).toEqual(['a@b.example']);
    const bytes = must(await take(listId));
    expect(bytes.toString()).toContain('Zoé Essai\n1 rue X\n00000 Ville');
    expect(bytes.toString()).not.toContain('Ann');
    expect(bytes.toString()).toContain('A binder was sent.');
    const subject = { kind: 'controllerCase' as const, id: house.caseId };
    const entries = await house.engine.ports.journal.readSubject(house.engine.orgId, subject, 0);
    const entry = entries.find(({ type }) => type === 'persons.printed');
    expect(entry?.fields['files']?.value).toEqual([sha256(bytes)]);
    expect(entry?.actor).toMatchObject({ kind: 'person' });
    expect(JSON.stringify(entry)).not.toContain('Zoé');
  });

  it('make several files beyond what one holds, each with its hash', async () => {
    const listId = await accept(byPost(LETTERS_IN_FILE + 1));
    must(await print(listId));
    const files = (await house.read()).persons.sendings[0]?.printed?.files ?? [];
    expect(files).toHaveLength(2);
    expect(sha256(must(await take(listId, 2)))).toBe(files[1]);
    expect(await take(listId, 3)).toMatchObject({ error: { code: 'subject.unknown' } });
  });

  it('need no relay where the whole list goes by post, and end as told once they were posted, never twice', async () => {
    house.engine.ports.relay = null;
    const listId = await accept(byPost(2));
    must(await house.carry());
    expect((await house.lists())[0]?.standing).toBe('toPost');
    must(await print(listId));
    must(await posted(listId, 2));
    expect((await house.read()).persons).toMatchObject({ state: 'TOLD', tellings: [{ means: 'letter', told: 2 }] });
    expect((await house.lists())[0]?.standing).toBe('told');
    expect(await print(listId)).toMatchObject({ error: { code: 'state.refused' } });
    expect(await take(listId)).toMatchObject({ error: { code: 'subject.unknown' } });
    const again = await house.upload(HEAD + byPost(2));
    expect(again).toMatchObject({
      error: { issues: [{ message: expect.stringContaining('told by an earlier list') }] },
    });
  });

  it('say what was accepted with their list, not what was drafted since', async () => {
    const listId = await accept(byPost(1) + 'a@b.example;Ann;;;;\n');
    must(await house.carry());
    must(await house.act({ ...commands['persons.draft'], fr: 'Tout autre chose.', en: null }));
    must(await print(listId));
    const text = must(await take(listId)).toString();
    expect(text).not.toContain('Tout autre chose');
    const subject = { kind: 'controllerCase' as const, id: house.caseId };
    const entries = await house.engine.ports.journal.readSubject(house.engine.orgId, subject, 0);
    const draftOf = (type: string) => entries.find((entry) => entry.type === type)?.fields['draft']?.value;
    expect(draftOf('persons.printed')).toBe(draftOf('persons.sending'));
  });

  it('are printed again under the same key without another entry', async () => {
    const listId = await accept(byPost(1));
    const key = house.newKey();
    const first = must(await print(listId, house.dpo, key));
    expect(must(await print(listId, house.dpo, key)).seq).toBe(first.seq);
  });

  it('are refused to who may not send, before a list is accepted, and on hold', async () => {
    const { listId } = must(await house.upload(HEAD + byPost(1)));
    expect(await print(listId)).toMatchObject({ error: { code: 'subject.unknown' } });
    must(await house.act({ kind: 'persons.send', listId, concerned: null }));
    expect(await print(listId, house.engine)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(await take(listId, 1, house.engine)).toMatchObject({ error: { code: 'actor.forbidden' } });
    must(await house.act(commands['persons.hold']));
    expect(await print(listId)).toMatchObject({ error: { code: 'state.refused' } });
  });

  it('are gone with the addresses of their list', async () => {
    const listId = await accept(byPost(1));
    must(await print(listId));
    await house.engine.ports.recipients.forget(house.engine.orgId, listId);
    expect(await take(listId)).toMatchObject({ error: { code: 'subject.unknown' } });
    expect(await print(listId)).toMatchObject({ error: { code: 'subject.unknown' } });
  });
});
