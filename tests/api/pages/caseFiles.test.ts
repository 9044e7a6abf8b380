import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { commands } from '../../fakes/caseStory';
import { createNight, type Night, type StaffName } from '../../fakes/night';
import { openNightCase, ruleOutNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

const PDF = '%PDF-1.7 accusé';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let path: string;
let seq: number;
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  const caseId = await openNightCase(night);
  path = `/cases/${caseId}/files`;
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
  seq = one?.authorities[0]?.filings[0]?.seq ?? 0;
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

async function send(
  bytes: string,
  fileName = 'accusé de la CNIL.pdf',
  about = `filing/${seq}`,
  who: StaffName = 'sacha',
) {
  const { text } = await door.read(who, path);
  const [, csrf = ''] = /name="_csrf" value="([^"]+)"/.exec(text.slice(text.indexOf('<main'))) ?? [];
  const fields = { _csrf: csrf, _key: `key-${bytes.length}-${fileName.length}`, about };
  const part = (head: string, body: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const raw = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    part(`name="file"; filename="${fileName}"`, bytes),
    '--b--\r\n',
  ].join('');
  const headers = { 'content-type': 'multipart/form-data; boundary=b', origin: door.base };
  return door.call('POST', `/o/${night.orgId}${path}`, {
    headers: { ...headers, cookie: await door.cookieOf(who) },
    raw,
  });
}

it('a receipt is handed in by the page, stands on it with its name and hash, and comes back as it was', async () => {
  expect((await send(PDF)).status).toBe(303);
  for (const language of ['fr', 'en'] as const) {
    const { text } = await door.read('sacha', path, language);
    expect(text).toContain('accusé de la CNIL.pdf');
    expect(text).toContain('FR-1');
    expect(
      (
        await new HtmlValidate({
          extends: ['html-validate:recommended'],
          rules: { 'no-redundant-role': 'off' },
        }).validateString(text)
      ).results,
    ).toEqual([]);
  }
  const [, hash = ''] = /files\/([0-9a-f]{64})/.exec((await door.read('sacha', path)).text) ?? [];
  const file = await door.read('paul', `${path}/${hash}`);
  expect([file.status, file.text]).toEqual([200, PDF]);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
});

it('what is no paper is refused at its field, in the reader’s words, and so is no file', async () => {
  const page = await send('<script>alert(1)</script>', 'x.pdf');
  const { text } =
    page.status === 303
      ? await door.call('GET', page.headers.get('location') ?? '', {
          headers: { cookie: await door.cookieOf('sacha') },
        })
      : page;
  expect(text).toContain('ni un PDF, ni un PNG');
  expect(text).toMatch(/<h2 id="err-h">/);
});

it('each is shown what it may keep one with: who may not file, the questions alone', async () => {
  const offered = async (who: StaffName) => (await door.read(who, path)).text.match(/value="(filing|question)/g) ?? [];
  expect(new Set(await offered('sacha'))).toEqual(new Set(['value="filing', 'value="question']));
  expect(new Set(await offered('ines'))).toEqual(new Set(['value="question']));
  expect((await send('%PDF-1.7 not hers', 'x.pdf', `filing/${seq}`, 'ines')).status).toBe(403);
});

it('S3-05: a document goes with our question to the processor, and is taken where the question stands', async () => {
  const one = await night.ports.projections.read(night.orgId, 'controllerCase', path.split('/')[2] ?? '');
  const questionId = one?.processor.questions[0]?.id ?? '';
  expect((await send('%PDF-1.7 plan', 'plan.pdf', `question/${questionId}`, 'ines')).status).toBe(303);
  const page = await door.read('ines', path.replace('/files', ''));
  expect(page.text).toContain('plan.pdf');
  const about = { kind: 'question', questionId };
  const after = await night.ports.projections.read(night.orgId, 'controllerCase', one?.id ?? '');
  expect(after?.files.at(-1)).toMatchObject({ about, name: 'plan.pdf' });
  expect(page.text).toContain(`files/${after?.files.at(-1)?.hash}`);
  expect((await send('%PDF-1.7 early', 'r.pdf', `answer/${questionId}`)).status).not.toBe(303);
});

it('REST takes the bytes as they are, and gives them back', async () => {
  const headers = { authorization: `Bearer ${night.people.get('sacha')?.token}`, 'content-type': 'application/pdf' };
  const at = `/api/v1/organisations/${night.orgId}${path.replace('/files', '')}`;
  const keep = (raw: string) =>
    door.call('POST', `${at}/authority/filings/${seq}/files`, {
      headers: {
        ...headers,
        'idempotency-key': `rest-key-${raw.length}`,
        'content-disposition': 'attachment; filename="deux.pdf"',
      },
      raw,
    });
  expect((await keep('%PDF-1.7 two')).status).toBe(201);
  expect((await keep('no paper')).status).toBe(400);
  const one = JSON.parse((await door.call('GET', at, { headers })).text);
  const file = one.files.at(-1);
  expect(file).toMatchObject({ about: { kind: 'filing', seq }, name: 'deux.pdf', mediaType: 'application/pdf' });
  expect((await door.call('GET', `${at}/files/${file.hash}`, { headers })).text).toBe('%PDF-1.7 two');
});

it('the receipt of a withdrawal has its place, too: by the page and by REST', async () => {
  const caseId = path.split('/')[2] ?? '';
  const command = { ...commands['authority.withdraw'], sentAt: '2026-03-28T02:00:00.000Z', receiptNumber: 'FR-9' };
  await ruleOutNightCase(night, caseId);
  const withdrawn = must(await commandCase({ ctx: night.as('sacha'), input: { caseId, key: 'withdraw it', command } }));
  expect((await door.read('sacha', path, 'fr')).text).toMatch(/Retrait, [^<]*FR-9/);
  expect((await door.read('sacha', path, 'en')).text).toMatch(/Withdrawal, [^<]*FR-9/);
  const headers = { authorization: `Bearer ${night.people.get('sacha')?.token}`, 'idempotency-key': 'withdrawn-copy' };
  const at = `/api/v1/organisations/${night.orgId}/cases/${caseId}`;
  const kept = await door.call('POST', `${at}/authority/filings/${withdrawn.seq}/files`, {
    headers: { ...headers, 'content-type': 'application/pdf' },
    raw: '%PDF-1.7 withdrawn',
  });
  expect(kept.status).toBe(201);
  const one = JSON.parse((await door.call('GET', at, { headers })).text);
  expect(one.authorities[0].withdrawals).toMatchObject([{ seq: withdrawn.seq, receiptNumber: 'FR-9' }]);
});
