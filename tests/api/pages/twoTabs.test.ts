import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

describe('what another tab has done already', () => {
  it('is said with what, when and by whom; what was typed stays, and can be kept as a note', async () => {
    const path = `/incidents/${told.scan}`;
    const { decided = 0 } = (await told.night.ports.projections.read('o1', 'incident', told.scan)) ?? {};
    await door.send('paul', `${path}/triage`, {});
    const late = await door.send('ines', `${path}/triage`, {
      firstFacts: 'Vu à la salle 2',
      revision: String(decided),
    });
    expect(late.status).toBe(412);
    expect(late.text).toMatch(/sam\.\s28\smars\s03:12\s\(UTC\+1\), par Paul Modèle/);
    expect(late.text).toContain('Ce geste n’est plus possible ici');
    expect(late.text).toContain('Vu à la salle 2</textarea>');
    expect(late.text).not.toContain('type="submit">Inscrire au journal');
    expect(late.text).toContain('name="text" value="Vu à la salle 2"');

    const before = await told.night.ports.journal.head('o1');
    const note = await door.send('ines', `${path}/note`, { _fill: '1', text: 'Vu à la salle 2' });
    expect([note.status, await told.night.ports.journal.head('o1')]).toEqual([200, before]);
    expect(note.text).toContain('Vu à la salle 2</textarea>');
    expect((await door.send('ines', `${path}/note`, { text: 'Vu à la salle 2', class: 'general' })).status).toBe(303);
  });

  it('is said on the page itself, before anybody types', async () => {
    const { text } = await door.read('ines', `/incidents/${told.scan}/triage`);
    expect(text).toContain('par Paul Modèle');
    expect(text).not.toContain('type="submit">Inscrire au journal');
  });

  it('is said of a notice that another has sent', async () => {
    const notice = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
    const items = { a: 'Vol.', 'b-name': 'S', 'b-phone': '+33 1', c: 'never', 'c-why': 'x', d: 'never', 'd-why': 'x' };
    await door.send('ines', `${notice}/draft`, { ...items, e: 'never', 'e-why': 'x', do: 'save' });
    const { decided = 0 } = (await told.night.ports.projections.read('o1', 'notice', told.stolen.aube)) ?? {};
    expect((await door.send('paul', `${notice}/review`, {})).status).toBe(303);
    const late = await door.send('ines', `${notice}/review`, { revision: String(decided) });
    expect(late.status).toBe(412);
    expect(late.text).toMatch(/Avis figé, envoi en cours, sam\.\s28\smars\s03:12\s\(UTC\+1\), par Paul Modèle/);
  });
});
