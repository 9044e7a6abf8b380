import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_FILE_BYTES, MOST_FILES } from '../../../domain/file/kept';
import { MOST_FILES_A_DAY } from '../../../domain/notice/decideFile';
import { openNightDoor } from '../../fakes/nightDoor';
import { openNightCase } from '../../fakes/nightCase';
import { tellNight } from '../../fakes/nightStory';
import { type PartFile, PARTS, partsForm } from '../../fakes/partsForm';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let link: string;
let path: string;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  const { id, val } = told.stolen;
  path = `/incidents/${id}/notices/${val}`;
  link = await told.night.ports.links.issue('o1', val, 'c1');
});
afterAll(() => door.stop());

const notice = async () => {
  const read = await told.night.ports.projections.read('o1', 'notice', told.stolen.val);
  if (read === null) throw new Error(told.stolen.val);
  return read;
};
const head = () => told.night.ports.journal.head('o1');
const pdf = (text: string, name = `${text}.pdf`): PartFile => ({ field: 'files', name, bytes: `%PDF-1.7 ${text}` });

let forms = 0;
const formKey = () => `together-${(forms += 1)}-key`;

const ask = (question: string, files: readonly PartFile[], { key = formKey(), by = link } = {}) =>
  door.call('POST', `/n/${by}/ask`, {
    headers: { ...PARTS, origin: 'null' },
    raw: partsForm({ _key: key, question, urgentHours: '' }, files),
  });

async function send(place: string, fields: Record<string, string>, files: readonly PartFile[]) {
  const { text } = await door.read('sacha', place);
  const main = text.slice(text.indexOf('<main'));
  expect(main).toMatch(/enctype="multipart\/form-data"[^]*<input id="f-files" name="files" type="file" multiple/);
  const [, csrf = ''] = /name="_csrf" value="([^"]+)"/.exec(main) ?? [];
  const [, key = ''] = /name="_key" value="([^"]+)"/.exec(main) ?? [];
  return door.call('POST', `/o/o1${place}`, {
    headers: { ...PARTS, origin: door.base, cookie: await door.cookieOf('sacha') },
    raw: partsForm({ _csrf: csrf, _key: key, ...fields }, files),
  });
}

const about = async (text: string) => {
  const { questions, files } = await notice();
  const question = questions.find((one) => one.text === text);
  return {
    question,
    files: files.filter((file) => file.about.kind !== 'filing' && file.about.questionId === question?.id),
  };
};

describe('S3-05: a question and its documents in one form, by a contact’s link', () => {
  it('are kept together, in the order in which they were chosen', async () => {
    const sent = await ask('Que voit-on ?', [pdf('un'), pdf('deux')]);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/n/${link}?asked=1#ask`]);
    const { files } = await about('Que voit-on ?');
    expect(files.map(({ name, via }) => [name, via])).toEqual([
      ['un.pdf', 'link'],
      ['deux.pdf', 'link'],
    ]);
  });

  it('sent again, and twice at once, are one question with one set of documents', async () => {
    const again = () => ask('Encore ?', [pdf('trois'), pdf('quatre')], { key: 'again-and-again' });
    const both = await Promise.all([again(), again()]);
    expect([...both, await again()].map(({ status }) => status)).toEqual([303, 303, 303]);
    const { questions } = await notice();
    expect(questions.filter(({ text }) => text === 'Encore ?')).toHaveLength(1);
    expect((await about('Encore ?')).files).toHaveLength(2);
  });

  it('of which one is bad change nothing: all that is wrong is listed, what was typed stays', async () => {
    const before = await head();
    const bad = [
      pdf('bon'),
      { field: 'files', name: 'x.html', bytes: '<script>alert(1)</script>' },
      { field: 'files', name: 'gros.pdf', bytes: `%PDF-1.7${'x'.repeat(MOST_FILE_BYTES)}` },
    ];
    const typed = await ask('Et ceci ?', bad);
    expect(typed.status).toBe(400);
    expect(typed.text).toMatch(/Pièce 2\s: Ce fichier n’est ni un PDF/);
    expect(typed.text).toMatch(/Pièce 3\s: Ce fichier est trop gros/);
    expect(typed.text).toContain('Choisissez de nouveau les pièces');
    expect(typed.text).toContain('>Et ceci ?</textarea>');
    const untold = await ask('', bad.slice(1, 2));
    expect(untold.text).toMatch(/id="e-question"/);
    expect(untold.text).toMatch(/Pièce 1\s: Ce fichier n’est ni un PDF/);
    const many = Array.from({ length: MOST_FILES + 1 }, (_, n) => pdf(`beaucoup ${n}`));
    const tooMany = await ask('Autant ?', many);
    expect([tooMany.status, tooMany.text.includes('autant de pièces')]).toEqual([400, true]);
    expect(await head()).toBe(before);
  });

  it('are no stranger’s: nothing of a form is read for a link that nobody gave out', async () => {
    const before = await head();
    expect((await ask('Moi ?', [pdf('rien')], { by: 'A'.repeat(43) })).status).toBe(404);
    expect(await head()).toBe(before);
  });

  it('that fill the day are sent again and stand; one more is put off, and nothing of it is written', async () => {
    const today = async () => (await notice()).files.filter(({ byId }) => byId === 'c1').length;
    for (let n = 0; (await today()) < MOST_FILES_A_DAY; n += 1) {
      const left = MOST_FILES_A_DAY - (await today());
      const files = Array.from({ length: Math.min(MOST_FILES, left) }, (_, of) => pdf(`plein ${n} ${of}`));
      const key = formKey();
      const sent = await ask(`Plein ${n} ?`, files, { key });
      const again = await ask(`Plein ${n} ?`, files, { key });
      expect([sent.status, again.status]).toEqual([303, 303]);
    }
    expect(await today()).toBe(MOST_FILES_A_DAY);
    const before = await head();
    const more = await ask('Un de plus ?', [pdf('de plus')]);
    expect([more.status, Number(more.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(more.text).toContain('>Un de plus ?</textarea>');
    expect(more.text).toContain('Choisissez de nouveau les pièces');
    expect(await head()).toBe(before);
    expect((await ask('Sans pièce ?', [])).status).toBe(303);
  });
});

describe('S3-05: what our people say, with its documents', () => {
  it('an answer is given with them, and a question keyed in from the telephone', async () => {
    const question = (await about('Que voit-on ?')).question;
    const answer = { questionId: question?.id ?? '', text: 'Voyez les pièces.' };
    const bad = await send(`${path}/answer`, { ...answer, text: '' }, [{ ...pdf('faux'), bytes: 'rien' }]);
    expect([bad.status, bad.text.includes('id="e-text"'), bad.text.includes('ni un PNG')]).toEqual([400, true, true]);
    expect((await send(`${path}/answer`, answer, [pdf('réponse'), pdf('plan')])).status).toBe(303);
    const { question: answered, files } = await about('Que voit-on ?');
    expect([answered?.documents, answered?.answerDocuments]).toEqual([2, 2]); // what mails say that leave at once
    expect(answered?.answer).toBe('Voyez les pièces.');
    expect(files.filter((file) => file.about.kind === 'answer').map(({ name }) => name)).toEqual([
      'réponse.pdf',
      'plan.pdf',
    ]);
    expect((await door.guest.read(`/n/${link}`)).text).toContain('plan.pdf');
    const call = { contactId: 'c1', text: 'Par téléphone ?', urgentHours: '', at: '' };
    expect((await send(`${path}/question`, call, [pdf('note')])).status).toBe(303);
    expect((await about('Par téléphone ?')).files.map(({ name, via }) => [name, via])).toEqual([['note.pdf', null]]);
  });

  it('a question to the processor and its answer, in a controller’s case', async () => {
    const caseId = await openNightCase(told.night);
    const one = () => told.night.ports.projections.read('o1', 'controllerCase', caseId);
    const asked = { text: 'Où sont les clés ?', askedAtNow: 'yes', askedAt: '', urgentHours: '' };
    expect((await send(`/cases/${caseId}/ask`, asked, [pdf('clés'), pdf('coffre')])).status).toBe(303);
    const question = (await one())?.processor.questions.at(-1);
    expect(question?.text).toBe('Où sont les clés ?');
    const answered = { questionId: question?.id ?? '', text: 'Chez nous.', answeredAtNow: 'yes', answeredAt: '' };
    expect((await send(`/cases/${caseId}/answered`, answered, [pdf('reçu')])).status).toBe(303);
    const files = (await one())?.files.filter(
      (file) => file.about.kind !== 'filing' && file.about.questionId === question?.id,
    );
    expect(files?.map((file) => [file.about.kind, file.name])).toEqual([
      ['question', 'clés.pdf'],
      ['question', 'coffre.pdf'],
      ['answer', 'reçu.pdf'],
    ]);
  });
});

describe('of forms with files', () => {
  /** A form that has begun to come and does not go on. */
  const begin = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect(door.port, '127.0.0.1', () => {
        const lines = [`POST /n/${link}/ask HTTP/1.1`, 'Host: localhost', 'Origin: null'];
        const sizes = [`Content-Type: ${PARTS['content-type']}`, 'Content-Length: 50000000'];
        socket.write(
          [...lines, ...sizes, '', partsForm({ _key: formKey(), question: 'Lent ?' }, []).slice(0, -7)].join('\r\n'),
        );
        setTimeout(() => resolve(socket), 200);
      });
      socket.on('error', () => undefined);
    });

  it('so many are held at one time: others are put off with what was typed; a text comes through', async () => {
    const before = await head();
    const slow = await Promise.all([begin(), begin()]);
    const big = pdf('x'.repeat(9_999_000), 'gros.pdf');
    const put = await ask('Trop à la fois ?', [big, { ...big, bytes: `${big.bytes}2` }]);
    expect([put.status, put.headers.get('retry-after')]).toEqual([503, '10']);
    expect(put.text).toContain('>Trop à la fois ?</textarea>');
    expect(put.text).toContain('Trop de pièces arrivent');
    expect(await head()).toBe(before);
    expect((await ask('Un mot ?', [])).status).toBe(303);
    for (const socket of slow) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = await ask('Trop à la fois ?', [big, { ...big, bytes: `${big.bytes}2` }]);
    expect(after.status).toBe(429); // the day is full, and there was room to say so
  });
});
