import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../domain/controllerCase/case';
import type { Sending } from '../../domain/controllerCase/persons';
import { dueNow } from '../fakes/dueNow';
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

  it('names every row that was left out in a file, in words of who reads it, and nobody else’s', async () => {
    const { body } = await hand('email;name\r\nsecret@b.example;Ann\r\nnobody;Bo\r\nSECRET@b.example;ann\r\n');
    const file = await door.call('GET', `${place()}/recipients/${body.listId}/left-out.csv`, { token: token() });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'line,code,why',
      '3,emailInvalid,this is no mail address',
      '4,duplicate,it stands further up with the same address',
      '',
    ]);
    const none = await door.call('GET', `${place()}/recipients/unknown/left-out.csv`, { token: token() });
    expect(none.status).toBe(404);
  });

  it('handed in again under its key is answered as it stands by then, once it was accepted', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const raw = 'email\r\nagain@b.example\r\n';
    const first = await hand(raw, headers);
    const { recipients, projections } = told.night.ports;
    const { read } = projections;
    projections.read = (async (...asked: Parameters<typeof read>) => {
      const one = (await read(...asked)) as ControllerCase | null;
      const { listId, hash: fileHash, count } = first.body;
      const at = '2026-03-11T10:00:00.000Z';
      const unsent = { draft: null, printed: null, posted: null, missed: null };
      const open = { concerned: null, doneAt: null, told: null, letters: 0, ...unsent };
      const sending: Sending = { ordinal: 1, seq: 1, at, listId, fileHash, count, ...open, isStopped: true };
      return one && { ...one, persons: { ...one.persons, sendings: [sending] } };
    }) as typeof read;
    const [batch] = await dueNow(recipients, [told.night.orgId, first.body.listId], told.night.clock.now, 1);
    if (batch === undefined) throw new Error('nobody is due');
    await recipients.claim(told.night.orgId, first.body.listId, batch, told.night.clock.now);
    await recipients.settle(told.night.orgId, first.body.listId, batch, ['refused'], told.night.clock.now);
    const again = await hand(raw, headers);
    projections.read = read;
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual({
      ...first.body,
      standing: 'stopped',
      acceptedAt: '2026-03-11T10:00:00.000Z',
      progress: { left: 0, sent: 0, refused: 1, unknown: 0, bounced: 0 },
    });
  });

  it('longer than is read is refused by its length', async () => {
    const { readCsv } = told.night.ports;
    async function* records() {
      yield { line: 1, fields: ['email'] };
      yield { line: 2, fault: 'fileTooLong' as const };
    }
    told.night.ports.readCsv = () => ({ records: records(), hash: () => '' });
    const answer = await hand('email\r\na@b.example\r\n');
    told.night.ports.readCsv = readCsv;
    expect([answer.status, answer.body.code]).toEqual([413, 'body.tooLarge']);
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

  it('sent after its session had ended is chosen again: nothing of it comes back', async () => {
    const page = `/o/${told.night.orgId}/cases/${caseId}/recipients`;
    const form = new FormData();
    form.append('_csrf', 'old');
    form.append('_key', 'form-of-an-ended-session');
    form.append('file', new Blob([`email\n${'secret@b.example\n'.repeat(30_000)}`], { type: 'text/csv' }), 'list.csv');
    const asked = await fetch(`${door.base}${page}`, { method: 'POST', headers: { origin: door.base }, body: form });
    const html = await asked.text();
    expect([asked.status, html.includes('secret')]).toEqual([401, false]);
    expect(html).toContain('choisissez-le de nouveau');
    const raw = new URLSearchParams({ _key: 'form-of-an-ended-session', _token: token() }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: door.base, accept: 'text/html' };
    const back = await door.call('POST', page, { headers, raw });
    const cookie = back.headers.get('set-cookie')?.split(';')[0] ?? '';
    const next = back.headers.get('location');
    const shown = next === null ? back.text : (await door.call('GET', next, { headers: { cookie } })).text;
    expect(shown).toContain('Choisissez de nouveau le fichier');
    expect(shown).not.toContain('Votre texte est gardé');
  });

  it('longer than is read says so in words', async () => {
    const { readCsv } = told.night.ports;
    async function* records() {
      yield { line: 1, fault: 'fileTooLong' as const };
    }
    told.night.ports.readCsv = () => ({ records: records(), hash: () => '' });
    const refused = await upload('email\n');
    told.night.ports.readCsv = readCsv;
    expect(refused.status === 303 ? await follow(refused) : await refused.text()).toContain('Le fichier est trop long');
  });

  it('is read by others, and handed in by nobody who may not', async () => {
    const { status, text } = await door.read('ines', `/cases/${caseId}/recipients`);
    expect([status, text.includes('type="file"')]).toEqual([200, false]);
    expect((await upload('email\nb@b.example\n', 'ines')).status).toBe(403);
  });

  it('is accepted on a page that says how many; then its progress is shown', async () => {
    const { text } = await door.read('sacha', `/cases/${caseId}/send`);
    const listId = /name="listId" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(text).toMatch(/Personnes à informer/);
    const sent = await door.send('sacha', `/cases/${caseId}/send`, { listId, concerned: '200000' });
    expect(sent.status).toBe(303);
    const page = await door.read('sacha', `/cases/${caseId}/recipients`);
    expect(page.text).toMatch(/<progress value="0" max="\d+"/);
    expect((await door.read('sacha', `/cases/${caseId}`)).text).toContain('envoi en cours');
  });

  it('is not offered in an exercise, which the page says (invariant 12)', async () => {
    const { projections } = told.night.ports;
    const { read } = projections;
    projections.read = (async (...asked: Parameters<typeof read>) => {
      const one = (await read(...asked)) as ControllerCase | null;
      return asked[1] === 'controllerCase' && one ? { ...one, opened: { ...one.opened, exercise: true } } : one;
    }) as typeof read;
    const page = await door.read('sacha', `/cases/${caseId}/recipients`);
    projections.read = read;
    expect(page.text).toContain('Ce dossier est un exercice');
    expect(page.text).not.toContain('type="file"');
  });

  const follow = async (answer: Response) =>
    (
      await door.call('GET', answer.headers.get('location') ?? '', {
        headers: { cookie: await door.cookieOf('sacha'), accept: 'text/html' },
      })
    ).text;
});
