import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_NAMES } from '../../../application/organisation/firstNames';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { readyDraft } from '../../fakes/readyDraft';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let notice: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  notice = `/incidents/${told.stolen.id}/notices/${told.stolen.aube}`;
}, 60_000);
afterAll(() => door.stop());

const warning = 'nom ou l’adresse inventés au premier démarrage';

describe('a notice whose contact is the made-up person of the first start', () => {
  it('is warned of on the draft and before sending; nothing holds it up', async () => {
    expect((await door.read('ines', `${notice}/draft`)).text).not.toContain(warning);
    await door.send('ines', `${notice}/draft`, { ...readyDraft, 'b-name': FIRST_NAMES.fr.person, do: 'save' });
    expect((await door.read('ines', `${notice}/draft`)).text).toContain(warning);
    const { text } = await door.read('ines', `${notice}/review`);
    expect(text).toContain(warning);
    expect(text).toContain('Envoyer l’avis maintenant');
  });
});
