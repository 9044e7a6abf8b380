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

const signal = { text: 'Poste bloqué', when: 'now', data: 'unknown', looksLike: 'event' };
const member = { name: 'Sol Essai', email: 'sol@exemple.example', language: 'fr', 'roles.O': 'on', days: '30' };

describe('a telephone number', () => {
  it.each(['???', 'abc', '06 12', '+', '(((((('])(
    'is refused with what one looks like where it is %j',
    async (phone) => {
      const inSignal = await door.send('ines', '/signal', { ...signal, declarant: phone });
      expect(inSignal.status).toBe(400);
      expect(inSignal.text).toMatch(/id="e-declarant">[^<]*numéro de téléphone, comme \+33[^<]*ou une adresse/);
      const inMembers = await door.send('alix', '/members', { ...member, phone });
      expect(inMembers.status).toBe(400);
      expect(inMembers.text).toMatch(/id="e-phone">[^<]*forme internationale, comme \+33/);
    },
  );

  it('or an address reaches a declarant', async () => {
    for (const declarant of ['06 12 34 56 78', 'Noa, 0612345678', '+33 (0)1 99 00 00 20', 'sol@exemple.example']) {
      expect((await door.send('ines', '/signal', { ...signal, declarant })).status).toBe(303);
    }
  });

  it('that cannot be dialled never leaves in a notice: its draft is kept without it, and says so at once', async () => {
    const path = `/incidents/${told.stolen.id}/notices/${told.stolen.val}/draft`;
    const contact = { 'b-name': 'Paul Modèle', 'b-phone': '???', 'b-email': 'paul@exemple.example' };
    const kept = await door.send('ines', path, { a: 'Poste volé', ...contact, do: 'save' });
    expect(kept.status).toBe(400);
    expect(kept.text).toMatch(/id="e-b-phone">[^<]*forme internationale/);
    expect(kept.text).toMatch(/id="f-b-phone"[^>]*value="\?\?\?"/);
    const notice = await told.night.ports.projections.read('o1', 'notice', told.stolen.val);
    expect(notice?.draft?.b).toMatchObject([{ name: 'Paul Modèle', phone: null, email: 'paul@exemple.example' }]);
  });
});
