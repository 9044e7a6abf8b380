import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCalls } from '../../../application/notice/listCalls';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { taken } from '../../fakes/night';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const section = (html: string) => /<section class="card" id="calls".*?<\/section>/s.exec(html)?.[0] ?? '';
const waiting = async () =>
  taken(await listCalls({ ctx: told.night.as('ines'), input: { noticeId: told.stolen.val } }));

describe('a call that waits', () => {
  it('is on the page of what is to be done: who, at which number, by when, and where it is read and noted', async () => {
    const calls = await waiting();
    expect(calls.map(({ to }) => to.id)).toContain('c1');
    const shown = section((await door.read('ines', '')).text);
    const phone = calls.find(({ to }) => to.id === 'c1')?.phone ?? '';
    expect(shown).toContain(`href="tel:${phone.replaceAll(' ', '')}"`);
    expect(shown).toContain('Communauté d&#x27;agglomération du Val Témoin');
    expect(shown).toMatch(/avant <time datetime="2026-03-28T/);
    expect(shown).toContain(`/incidents/${told.stolen.id}/notices/${told.stolen.val}/call?to&#x3D;c1`);
  });

  it('shows the text to read above its form, which starts with whom it is about', async () => {
    const text = (await waiting()).find(({ to }) => to.id === 'c1')?.text ?? '';
    const line = text.split('\n').find((one) => one.startsWith('Réf.')) ?? 'none';
    const page = await door.read('ines', `/incidents/${told.stolen.id}/notices/${told.stolen.val}/call?to=c1`);
    expect(page.text).toContain(line);
    expect(page.text).toMatch(/<option value="c1" selected>/);
    const notice = await door.read('ines', `/incidents/${told.stolen.id}/notices/${told.stolen.val}`);
    expect(notice.text).toContain(line);
  });

  it('leaves both pages once it is noted', async () => {
    const path = `/incidents/${told.stolen.id}/notices/${told.stolen.val}`;
    const before = await waiting();
    const sent = await door.send('ines', `${path}/call?to=c1`, { contactId: 'c1', reached: 'no' });
    expect(sent.status).toBe(303);
    expect((await waiting()).length).toBeLessThan(before.length);
    expect(section((await door.read('ines', '')).text)).not.toContain(`${told.stolen.val}/call?to&#x3D;c1`);
    expect(section((await door.read('ines', path)).text)).not.toContain('to&#x3D;c1');
  });
});

describe('a call to one of our own people', () => {
  it('is noted as such: that they answered is no acknowledgement of the controller', async () => {
    const { night, stolen } = told;
    await night.settle(stolen.aube, '2026-03-28T06:00:00.000Z');

    const paul = night.as('paul').actor.id;
    const path = `/incidents/${stolen.id}/notices/${stolen.aube}`;
    expect(section((await door.read('ines', '')).text)).toContain('Paul Modèle');
    const sent = await door.send('ines', `${path}/call?to=${paul}`, { contactId: paul, reached: 'ack' });
    expect(sent.status).toBe(303);
    const notice = await night.ports.projections.read(night.orgId, 'notice', stolen.aube);
    expect([notice?.calls.map(({ contactId }) => contactId), notice?.acknowledgements]).toEqual([[paul], []]);
    expect((await door.read('ines', path)).text).toMatch(/<strong>Paul Modèle<\/strong>/);
  });
});

describe('an act that is keyed in afterwards (F35)', () => {
  it('is asked when it was, and stands in story and journal with both times', async () => {
    const path = `/incidents/${told.stolen.id}`;
    expect((await door.read('paul', `${path}/note`)).text).toContain('Quand c’était (vide');
    const note = { text: 'Serrurier passé, porte refermée.', class: 'general', at: '2026-03-28T04:30' };
    expect((await door.send('paul', `${path}/note`, note)).status).toBe(303);
    const line = /<li[^>]*>(?:(?!<li).)*porte refermée.*?<\/li>/s.exec((await door.read('paul', path)).text)?.[0] ?? '';
    expect(line).toContain('datetime="2026-03-28T03:30:00.000Z"');
    expect(line).toMatch(/Inscrit\sà.*après\sle\sfait/s);
    const early = await door.send('paul', `${path}/note`, { ...note, at: '2026-03-20T04:30' });
    expect(early.status).toBe(400);
  });
});
