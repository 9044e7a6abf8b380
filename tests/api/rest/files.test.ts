import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXCHANGE_FILE_PATH } from '../../../api/http/exchangeProblems';
import { openApi } from '../../../api/http/openApi';
import { restRoutes } from '../../../api/rest/routes';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let noticeAt: string;
let caseAt: string;
let questionId: string;
let seq: number;
beforeAll(async () => {
  told = await tellNight();
  const { night, stolen } = told;
  const caseId = await openNightCase(night);
  const one = await night.ports.projections.read('o1', 'controllerCase', caseId);
  seq = one?.authorities[0]?.filings[0]?.seq ?? 0;
  door = await openNightDoor(night);
  const link = await night.ports.links.issue('o1', stolen.val, 'c1');
  await door.guest.send(`/n/${link}/ask`, { question: 'Que voit-on ?' });
  const notice = await night.ports.projections.read('o1', 'notice', stolen.val);
  questionId = notice?.questions.at(-1)?.id ?? '';
  noticeAt = `/api/v1/organisations/o1/notices/${stolen.val}`;
  caseAt = `/api/v1/organisations/o1/cases/${caseId}`;
});
afterAll(() => door.stop());

const token = () => `Bearer ${told.night.people.get('sacha')?.token}`;
let keys = 0;
const upload = (path: string, bytes: Buffer, headers: Record<string, string> = {}) =>
  fetch(`${door.base}${path}`, {
    method: 'POST',
    headers: {
      authorization: token(),
      'idempotency-key': `files-key-${(keys += 1)}`,
      'content-type': 'application/octet-stream',
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
const download = async (path: string) => {
  const answer = await fetch(`${door.base}${path}`, { headers: { authorization: token() } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const filesOf = async (at: string) => JSON.parse((await download(at)).bytes.toString()).files;

/** Every byte there is, behind what tells the type. */
const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const types = {
  'application/pdf': Buffer.concat([Buffer.from('%PDF-1.7\r\n'), every]),
  'image/png': Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), every]),
  'image/jpeg': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), every]),
  'message/rfc822': Buffer.concat([Buffer.from('From: a@b.example\r\nDate: x\r\nSubject: y\r\n\r\n'), every]),
};

describe.each(Object.entries(types))('a file of type %s by REST', (mediaType, bytes) => {
  it.each(['notice', 'case'])('of a %s comes back byte for byte, as what its bytes say, under its name', async (of) => {
    const at = of === 'notice' ? noticeAt : caseAt;
    const path = of === 'notice' ? `${at}/questions/${questionId}/files` : `${at}/authority/filings/${seq}/files`;
    const sent = await upload(path, bytes, {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('reçu €.bin')}`,
    });
    expect(sent.status).toBe(201);
    const file = (await filesOf(at)).at(-1);
    expect(file).toMatchObject({ mediaType, size: bytes.length, name: 'reçu €.bin' });
    const back = await download(`${at}/files/${file.hash}`);
    expect([back.status, back.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(back.bytes.equals(bytes)).toBe(true);
  });
});

describe('the name of a file', () => {
  const pdf = Buffer.from('%PDF-1.7 named');
  const path = () => `${noticeAt}/questions/${questionId}/files`;

  it('is no part of an address, which logs keep', async () => {
    const sent = await upload(`${path()}?name=Jean%20Dupont.pdf`, pdf);
    expect(sent.status).toBe(400);
  });

  it('that cannot be read is refused, and said where; none is a file without one', async () => {
    const refused = await upload(path(), pdf, { 'content-disposition': 'attachment' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('/headers/content-disposition');
    expect((await upload(path(), pdf)).status).toBe(201);
    expect((await filesOf(noticeAt)).at(-1)).toMatchObject({ name: null });
  });

  it('goes in a header, as the description of the API says of each upload but the sealed one', () => {
    const { paths } = openApi(restRoutes, '0') as unknown as {
      paths: Record<string, { post?: { parameters: { in: string; name: string }[] } }>;
    };
    const uploads = Object.entries(paths).filter(
      ([at, { post }]) => at.endsWith('/files') && at !== EXCHANGE_FILE_PATH && post !== undefined,
    );
    expect(uploads.length).toBeGreaterThanOrEqual(5);
    for (const [, { post }] of uploads) {
      expect(post?.parameters.filter((one) => one.in === 'query')).toEqual([]);
      expect(post?.parameters.map(({ name }) => name)).toContain('Content-Disposition');
    }
  });
});
