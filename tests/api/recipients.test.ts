import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightCase } from '../fakes/nightCase';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;

beforeAll(async () => {
  told = await tellNight();
  told.night.ports.relay = {
    name: 'r',
    fingerprint: 'f',
    test: async () => ({ accepted: false, replyCode: null, step: '' }),
  };
  caseId = await openNightCase(told.night);
  door = await openNightDoor(told.night);
}, 60_000);
afterAll(() => door.stop());

const place = () => `/api/v1/organisations/${told.night.orgId}/cases/${caseId}/persons`;
const token = () => told.night.people.get('sacha')?.token ?? '';
const hand = (raw: string, headers: Record<string, string> = {}) =>
  door.call('POST', `${place()}/recipients`, {
    token: token(),
    raw,
    headers: { 'content-type': 'text/csv', 'idempotency-key': randomUUID(), ...headers },
  });

describe('a list of recipients by REST', () => {
  it('comes as its bytes, is counted, and names nobody', async () => {
    const { status, body, text } = await hand('email;name\r\nsecret@b.example;Ann\r\nnobody;Bo\r\n');
    expect([status, body.count, body.bad, body.faults]).toEqual([201, 1, 1, [{ line: 3, reason: 'emailInvalid' }]]);
    expect(text).not.toContain('secret');
    const read = await door.call('GET', `${place()}/recipients`, { token: token() });
    expect(read.body.lists[0]).toMatchObject({ listId: body.listId, acceptedAt: null, progress: { left: 1, sent: 0 } });
    expect(read.text + JSON.stringify(door.logged)).not.toContain('secret');
  });

  it.each([
    ['JSON', '{}', { 'content-type': 'application/json' }, 415],
    ['nothing', '', {}, 400],
    ['no column of addresses', 'name\nAnn\n', {}, 400],
    ['no key', 'email\na@b.example\n', { 'idempotency-key': '' }, 400],
  ])('with %s is refused', async (_what, raw, headers, status) => {
    expect((await hand(raw, headers)).status).toBe(status);
  });
});

describe('a list of recipients by page', () => {
  async function upload(file: string | null, who: 'sacha' | 'ines' = 'sacha') {
    const page = await door.read(who, `/cases/${caseId}/recipients`);
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
    const form = new FormData();
    form.append('_csrf', hidden('_csrf'));
    form.append('_key', hidden('_key') || randomUUID());
    form.append('file', new Blob(file === null ? [] : [file], { type: 'text/csv' }), file === null ? '' : 'list.csv');
    return fetch(`${door.base}/o/${told.night.orgId}/cases/${caseId}/recipients`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: await door.cookieOf(who), origin: door.base },
      body: form,
    });
  }

  it('is chosen as a file, shown with its counts and faults, and waits for somebody who accepts it', async () => {
    const sent = await upload('email,name\na@b.example,Ann\na@b.example,Ann\nnobody,Bo\n');
    expect([sent.status, sent.headers.get('location')?.endsWith('/recipients')]).toEqual([303, true]);
    const { text } = await door.read('sacha', `/cases/${caseId}/recipients`);
    expect(text).toContain('ligne 4');
    expect(text).toContain('Elle attend que quelqu’un l’accepte');
    expect(text).not.toContain('a@b.example');
  });

  it.each([
    ['no file', null, 'Choisissez un fichier'],
    ['a file without addresses', 'name\nAnn\n', 'La première ligne doit nommer une colonne email'],
  ])('with %s comes back with what is wrong', async (_what, file, words) => {
    const refused = await upload(file);
    const shown = refused.status === 303 ? await follow(refused) : await refused.text();
    expect(shown).toContain(words);
  });

  it.each([
    ['in the middle of the file', 'list.csv', true],
    ['in the middle of a file of nobody’s form', 'list.csv', false],
    ['in the middle of an empty choice', '', true],
  ])('that is cut off %s is refused, and nothing falls', async (_where, filename, isOurs) => {
    const page = await door.read('sacha', `/cases/${caseId}/recipients`);
    const csrf = isOurs ? /name="_csrf" value="([^"]*)"/.exec(page.text)?.[1] : 'x';
    const part = (disposition: string) => `--b\r\nContent-Disposition: form-data; name=${disposition}\r\n`;
    const cut = await fetch(`${door.base}/o/${told.night.orgId}/cases/${caseId}/recipients`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: await door.cookieOf('sacha'),
        origin: door.base,
        'content-type': 'multipart/form-data; boundary=b',
      },
      body: `${part('"_csrf"')}\r\n${csrf}\r\n${part(`"file"; filename="${filename}"`)}\r\nemail\r\na@b.exam`,
    });
    expect([400, 403, 415]).toContain(cut.status);
    expect((await door.read('sacha', `/cases/${caseId}/recipients`)).status).toBe(200);
  });

  it('is read by others, and handed in by nobody who may not', async () => {
    const { status, text } = await door.read('ines', `/cases/${caseId}/recipients`);
    expect([status, text.includes('type="file"')]).toEqual([200, false]);
    expect((await upload('email\nb@b.example\n', 'ines')).status).toBe(403);
  });

  it('is accepted on a page that says how many; then its progress is shown', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/send`);
    const listId = /name="listId" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(text).toMatch(/personnes à informer/);
    const sent = await door.send('sacha', `/cases/${caseId}/send`, { listId, concerned: '200000' });
    expect(sent.status).toBe(303);
    const page = await door.read('sacha', `/cases/${caseId}/recipients`);
    expect(page.text).toMatch(/<progress value="0" max="\d+"/);
    expect((await door.read('sacha', `/cases/${caseId}`)).text).toContain('envoi en cours');
  });

  const follow = async (answer: Response) =>
    (
      await door.call('GET', answer.headers.get('location') ?? '', {
        headers: { cookie: await door.cookieOf('sacha'), accept: 'text/html' },
      })
    ).text;
});
