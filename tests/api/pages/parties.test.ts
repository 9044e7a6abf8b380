import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordParty } from '../../../application/party/recordParty';
import { openNightDoor } from '../../fakes/nightDoor';
import { createNight, type Night } from '../../fakes/night';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { hour, T0 } from '../../fakes/threeControllers';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
/** The key of another installation. */
let key: string;

beforeEach(async () => {
  const sender = await createNoticeHouse(T0);
  key = await sender.ports.proofs.notary.verifierKey('o1');
  night = await createNight();
  night.at(hour(1));
  door = await openNightDoor(night);
});
afterEach(() => door.stop());

const record = () =>
  recordParty({
    ctx: night.as('sacha'),
    input: { key: 'party', record: { role: 'processor', name: 'Slime SAS', key } },
  });

describe('the page of parties', () => {
  it('records one with its key, lists it, and changes the key for a reason', async () => {
    const sent = await door.send('sacha', '/parties/new', { role: 'processor', name: 'Slime SAS', key });
    expect(sent.headers.get('location')).toBe('/o/o1/parties?saved=1');
    const page = (await door.read('sacha', '/parties?saved=1')).text;
    expect(page).toContain('Slime SAS');
    expect(page).toContain(key.slice(-20));
    const [, path = ''] = /href="\/o\/o1(\/parties\/[^"]+\/key)"/.exec(page) ?? [];
    const form = (await door.read('sacha', path)).text;
    expect(form).toContain('cela se décide de nouveau');
    const same = await door.send('sacha', path, { key, reason: 'vérifiée' });
    expect([same.status, same.text.includes('C’est déjà ce qui est inscrit')]).toEqual([400, true]);
    expect((await door.send('sacha', path, { key: '', reason: '' })).status).toBe(400);
    expect((await door.send('sacha', path, { key: '', reason: 'clé volée' })).status).toBe(303);
    expect((await door.read('sacha', '/parties')).text).toContain('rien de signé n’est cru');
  });

  it('refuses what is no key, and a key that is another party’s, in words', async () => {
    must(await record());
    const none = await door.send('sacha', '/parties/new', { role: 'other', name: 'X', key: 'abc' });
    expect([none.status, none.text.includes('pas une clé publique')]).toEqual([400, true]);
    const twin = await door.send('sacha', '/parties/new', { role: 'other', name: 'X', key });
    expect([twin.status, twin.text.includes('Un autre cocontractant a une clé de ce nom')]).toEqual([400, true]);
  });

  it('shows our own key, and its buttons to those alone who answer for the contracts', async () => {
    expect((await door.read('ines', '/parties')).text).not.toContain('/parties/new');
    expect((await door.read('sacha', '/parties')).text).toContain('Votre propre clé');
    expect((await door.send('ines', '/parties/new', { role: 'other', name: 'X' })).status).toBe(403);
  });
});
