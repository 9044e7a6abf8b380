import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let notice: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  notice = `/incidents/${told.stolen.id}/notices/${told.stolen.val}`;
});
afterAll(() => door.stop());

const noteIn = (html: string): string =>
  /<div class="note near" id="unserved">[^]*?<\/dl><\/div>/.exec(html)?.[0] ?? '';

describe('a channel of the contract that Vigie does not serve', () => {
  it.each(['draft', 'review'])('is said on the page %s, with whose it is, before anything is sent', async (page) => {
    const note = noteIn((await door.read('ines', `${notice}/${page}`)).text);
    expect(note).toContain('rien ne part d’ici par ces voies, et aucune tâche ne le rappelle');
    expect(note).toMatch(/<dt>SMS prévu, non servi ici<\/dt><dd>[^<]+<\/dd>/);
    expect((await door.read('ines', `${notice}/${page}`, 'en')).text).toContain('no task reminds you');
  });

  it('is said on the page of the agreement', async () => {
    expect(noteIn((await door.read('ines', `/agreements/${told.night.agreements.val}`)).text)).toContain(
      'SMS prévu, non servi ici',
    );
  });
});
