import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T11:00:31.000Z');
});
afterAll(() => door.stop());

const fields = {
  text: 'Poste bloqué',
  when: 'now',
  declarant: '+33 1 99 00 00 20',
  data: 'unknown',
  looksLike: 'event',
};
const get = async (path: string) => door.call('GET', path, { headers: { cookie: await door.cookieOf('ines') } });
const signals = async () => {
  const { entries } = await night.ports.journal.list('o1', { limit: 100 });
  return entries.filter(({ type }) => type === 'event.reported').length;
};

describe('the form of a signal', () => {
  it('has its key in its address: going back to it after sending leads to what it made, and not to a second form', async () => {
    const form = (await get('/o/o1/signal')).headers.get('location') ?? '';
    expect(form).toMatch(/^\/o\/o1\/signal\?form=[\w-]{36}$/);
    expect((await get(form)).text).toContain(`name="_key" value="${form.split('=')[1]}"`);
    const sent = await door.send('ines', form.replace('/o/o1', ''), fields);
    const receipt = sent.headers.get('location') ?? '';
    const back = await get(form);
    expect([back.status, back.headers.get('location')]).toEqual([303, `${receipt}?again=1`]);
    expect((await get(`${receipt}?again=1`)).text).toContain('Rien n’est inscrit deux fois');
  });

  it('sent twice, though a minute later, is one signal; with other words it asks, and keeps them', async () => {
    const before = await signals();
    const key = { _key: 'form-of-signal-0002', madeAt: night.clock.now.toISOString() };
    const first = await door.send('ines', '/signal', { ...fields, ...key });
    night.at('2026-03-27T11:01:40.000Z');
    const again = await door.send('ines', '/signal', { ...fields, ...key, madeAt: night.clock.now.toISOString() });
    expect(again.headers.get('location')).toBe(`${first.headers.get('location')}?again=1`);
    const other = await door.send('ines', '/signal', { ...fields, ...key, text: 'Deux postes bloqués' });
    expect([other.status, await signals()]).toEqual([409, before + 1]);
    expect(other.text).toContain('Deux postes bloqués</textarea>');
    expect(other.text).not.toContain(key['_key']);
  });

  it('says at its field how long a text may be, and keeps it, however long', async () => {
    const text = 'é'.repeat(20_000);
    const answer = await door.send('ines', '/signal', { ...fields, text });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/id="e-text">Ce texte est trop long\s: 10000 signes au plus/);
    expect(answer.text).toContain('href="#f-text">Que');
    expect(answer.text).toContain(`${text}</textarea>`);
    expect(answer.text).toMatch(/<textarea id="f-text"[^>]*aria-invalid="true" aria-describedby="h-text e-text"/);
  });

  it('gives back what it cannot read: every other field too', async () => {
    const answer = await door.send('ines', '/signal', { ...fields, text: 'Poste\u0000 bloqué' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#f-text"');
    expect(answer.text).toMatch(/id="f-declarant"[^>]*value="\+33 1 99 00 00 20"/);
  });
});
