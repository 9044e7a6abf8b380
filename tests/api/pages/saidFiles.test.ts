import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { filesPlace } from '../../../application/file/filesPlace';
import { eraseField } from '../../../application/journal/eraseField';
import { MOST_FILE_BYTES } from '../../../domain/file/kept';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { must } from '../../fakes/realHouse';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let link: string;
let questionId: string;
let path: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  const { id, val } = told.stolen;
  path = `/incidents/${id}/notices/${val}`;
  link = await told.night.ports.links.issue('o1', val, 'c1');
  await door.guest.send(`/n/${link}/ask`, { question: 'Que voit-on sur ce journal ?' });
  questionId = (await notice()).questions.find(({ text }) => text?.startsWith('Que voit-on'))?.id ?? '';
});
afterAll(() => door.stop());

async function notice() {
  const read = await told.night.ports.projections.read('o1', 'notice', told.stolen.val);
  if (read === null) throw new Error(told.stolen.val);
  return read;
}

const part = (head: string, body: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
let forms = 0;
const formOf = (fields: Record<string, string>, bytes: string, fileName: string) =>
  [
    ...Object.entries({ _key: `form-key-${(forms += 1)}`, ...fields }).map(([name, value]) =>
      part(`name="${name}"`, value),
    ),
    part(`name="file"; filename="${fileName}"`, bytes),
    '--b--\r\n',
  ].join('');
const PARTS = { 'content-type': 'multipart/form-data; boundary=b' };

const bring = (bytes: string, { about = `question/${questionId}`, by = link, fileName = 'journal.pdf' } = {}) =>
  door.call('POST', `/n/${by}/files`, {
    headers: { ...PARTS, origin: 'null' },
    raw: formOf({ about }, bytes, fileName),
  });

async function keep(bytes: string, about: string) {
  const { text } = await door.read('ines', `${path}/files`);
  const [, csrf = ''] = /name="_csrf" value="([^"]+)"/.exec(text.slice(text.indexOf('<main'))) ?? [];
  return door.call('POST', `/o/o1${path}/files`, {
    headers: { ...PARTS, origin: door.base, cookie: await door.cookieOf('ines') },
    raw: formOf({ _csrf: csrf, about }, bytes, 'réponse.pdf'),
  });
}

const hashOf = async (size: number) => (await notice()).files.find((one) => one.size === size)?.hash ?? '';
const QUESTION = '%PDF-1.7 journal';
const ANSWER = '%PDF-1.7 notre réponse';

describe('S3-05: documents in questions and answers', () => {
  it('a contact adds one to its question by its link: the journal holds hash, type, size and name, not the bytes', async () => {
    const sent = await bring(QUESTION);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/n/${link}/files`]);
    const [file] = (await notice()).files;
    expect(file).toMatchObject({
      about: { kind: 'question', questionId },
      mediaType: 'application/pdf',
      size: QUESTION.length,
      name: 'journal.pdf',
      byId: 'c1',
    });
    const [entry] = await told.night.ports.journal.readWindow('o1', (file?.seq ?? 0) - 1, 1);
    expect(entry).toMatchObject({ type: 'file.kept', actor: { kind: 'guest', id: 'c1' } });
    expect(JSON.stringify(entry)).not.toContain('%PDF');
  });

  it('our people see it with the question, take it, and add one to the answer, which the contact takes', async () => {
    const seen = await door.read('ines', path);
    const hash = await hashOf(QUESTION.length);
    expect(seen.text).toContain(`${path}/files/${hash}`);
    expect((await door.read('ines', `${path}/files/${hash}`)).text).toBe(QUESTION);
    const about = `answer/${questionId}`;
    expect((await keep(ANSWER, about)).status).not.toBe(303); // not before it is given
    await door.send('ines', `${path}/answer`, { questionId, text: 'Voyez la pièce.' });
    expect((await keep(ANSWER, about)).status).toBe(303);
    const answered = await hashOf(Buffer.byteLength(ANSWER));
    const taken = await door.guest.read(`/n/${link}/files/${answered}`);
    expect([taken.status, taken.text]).toEqual([200, ANSWER]);
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await door.guest.read(`/n/${link}`)).text).toContain(`/n/${link}/files/${answered}`);
  });

  it('is no other contact’s, nor of another notice, nor another organisation’s', async () => {
    const { links } = told.night.ports;
    const hash = await hashOf(QUESTION.length);
    const other = await links.issue('o1', told.stolen.aube, 'c1');
    const colleague = await links.issue('o1', told.stolen.val, 'c2');
    for (const by of [other, colleague, 'A'.repeat(43)]) {
      expect((await door.guest.read(`/n/${by}/files/${hash}`)).status).toBeGreaterThanOrEqual(404);
      const before = (await notice()).files.length;
      expect((await bring('%PDF-1.7 sneaked', { by })).status).not.toBe(303);
      expect((await notice()).files).toHaveLength(before);
    }
    const aube = path.replace(told.stolen.val, told.stolen.aube);
    expect((await door.read('ines', `${aube}/files/${hash}`)).status).toBe(404);
    expect((await door.guest.read(`/n/${link}/files/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('is refused for wrong content, too many bytes, none, an answer, and nothing of it stays', async () => {
    const before = await told.night.ports.journal.head('o1');
    const html = await bring('<script>alert(1)</script>');
    expect(html.status).toBe(400);
    expect(html.text).toContain('ni un PDF, ni un PNG');
    expect((await bring(`%PDF-1.7${'x'.repeat(MOST_FILE_BYTES)}`)).text).toContain('trop gros');
    expect((await bring('', { fileName: '' })).status).toBe(400);
    expect((await bring('%PDF-1.7 z', { about: `answer/${questionId}` })).status).toBe(400);
    expect((await bring(QUESTION)).text).toContain('déjà gardé');
    expect(await told.night.ports.journal.head('o1')).toBe(before);
  });

  it('goes with its name when that is erased, for both', async () => {
    const hash = await hashOf(QUESTION.length);
    const seq = (await notice()).files.find((one) => one.hash === hash)?.seq ?? 0;
    const input = { seq, names: ['name'], ground: 'neverLawful' as const, key: 'erase-file' };
    must(await eraseField({ ctx: told.night.as('sacha'), input }));
    expect(await told.night.ports.documents.get('o1', filesPlace(told.stolen.val), hash)).toBeNull();
    expect((await door.guest.read(`/n/${link}/files/${hash}`)).status).toBe(404);
    expect((await door.read('ines', `${path}/files/${hash}`)).status).toBe(404);
    const [gone, answer] = (await notice()).files;
    expect(gone).toMatchObject({ name: null, size: QUESTION.length, hash });
    expect((await door.read('ines', `${path}/files/${answer?.hash}`)).status).toBe(200);
  });

  it('each page is sound in both languages', async () => {
    const pages = [];
    for (const language of ['fr', 'en'] as const) {
      pages.push(await door.read('ines', path, language));
      pages.push(await door.read('ines', `${path}/files?about=answer/${questionId}`, language));
      pages.push(await door.guest.read(`/n/${link}?lang=${language}`));
      pages.push(await door.guest.read(`/n/${link}/files?lang=${language}`));
    }
    const validate = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-redundant-role': 'off' },
    });
    for (const { text } of pages) expect((await validate.validateString(text)).results).toEqual([]);
  });
});
