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

describe('a guest whose page is older than the newest version', () => {
  it('acknowledges the version it read, not the one that followed, which it is then shown', async () => {
    const { night, stolen } = told;
    const link = await night.ports.links.issue('o1', stolen.val, 'c1');
    const read = await door.guest.read(`/n/${link}`);
    const version = /name="version" value="(\d+)"/.exec(read.text)?.[1] ?? '';
    await night.send('paul', stolen.val, {
      kind: 'supplement',
      items: { d: { answer: 'cannotBeDetermined', reason: 'Disque perdu.' } },
    });
    const said = { name: 'Dominique Essai', function: 'DPO' };
    expect((await door.guest.send(`/n/${link}`, { ...said, version })).status).toBe(303);
    const notice = await night.ports.projections.read('o1', 'notice', stolen.val);
    const newest = Number(version) + 1;
    expect(notice?.versions.at(-1)?.number).toBe(newest);
    expect(notice?.acknowledgements.map((one) => one.version)).toEqual([Number(version)]);
    expect(notice?.delivery).not.toBe('ACKED');
    const after = await door.guest.read(`/n/${link}`);
    expect(after.text).toContain(`accusé de réception de la version ${version} est enregistré`);
    expect(after.text).toContain(`name="version" value="${newest}"`);
    expect(after.text).toContain('Disque perdu.');
  });

  it('without saying which version, is recorded nowhere', async () => {
    const { night, stolen } = told;
    const link = await night.ports.links.issue('o1', stolen.val, 'c1');
    const head = await night.ports.journal.head('o1');
    const answer = await door.guest.send(`/n/${link}`, { name: 'Robin Exemple', function: 'DPO' });
    expect(answer.status).toBe(400);
    expect(await night.ports.journal.head('o1')).toEqual(head);
  });
});

describe('a version in the address of a contact’s page', () => {
  it('is its plain number: other ways to write it open nothing', async () => {
    const link = await told.night.ports.links.issue('o1', told.stolen.val, 'c1');
    const status = async (name: string) => (await door.guest.read(`/n/${link}/${name}`)).status;
    expect(await Promise.all(['v/1', 'text/1'].map(status))).toEqual([200, 200]);
    const wrong = ['1e0', '01', '+1', '1.0', '0x1', '%201', '0', '-1', '٣', '10000'];
    const all = wrong.flatMap((one) => ['v', 'text', 'pdf', 'envelope'].map((kind) => `${kind}/${one}`));
    expect(new Set(await Promise.all(all.map(status)))).toEqual(new Set([404]));
  });
});
