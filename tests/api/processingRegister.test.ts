import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
const path = '/api/v1/organisations/o1/registers/processing';
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const token = (who: 'sacha' | 'ines') => told.night.people.get(who)?.token ?? null;
const get = (query = '', who: 'sacha' | 'ines' = 'sacha') => door.call('GET', path + query, { token: token(who) });
type Item = { agreementId: string; missing: string[]; cells: { column: string; text: string }[] };
const plain = (html: string) => html.replaceAll('&#x3D;', '=');

describe('the register of processing (S3-15)', () => {
  it('has a row a contract, says what is missing, and leaves no cell blank', async () => {
    const { status, body } = await get('?language=en');
    expect(status).toBe(200);
    const items = body.items as Item[];
    expect(items.map(({ agreementId }) => agreementId).toSorted()).toEqual(
      Object.values(told.night.agreements).toSorted(),
    );
    for (const { cells, missing } of items) {
      expect(missing).toContain('security');
      for (const { text } of cells) expect(text).not.toBe('');
    }
  });

  it('goes on page by page, and a row that there is not ends it', async () => {
    const first = (await get('?limit=1')).body;
    const second = (await get(`?limit=1&after=${first.next}`)).body;
    expect(second.items[0].agreementId).not.toBe(first.items[0].agreementId);
    expect((await get('?after=nobody')).body).toMatchObject({ items: [], next: null });
  });

  it('is a file as the other registers are: CSV, workbook, PDF', async () => {
    const file = (format: string) =>
      fetch(`${door.base}${path}.${format}?language=en`, { headers: { authorization: `Bearer ${token('sacha')}` } });
    const csv = await file('csv');
    expect(csv.headers.get('content-disposition')).toContain('vigie-processing-register-2026-03-28.csv');
    expect(await csv.text()).toContain('Missing in the contract');
    const xlsx = Buffer.from(await (await file('xlsx')).arrayBuffer());
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
    expect(await (await file('pdf')).text()).toContain('Register of processing for each controller');
  });

  it('is a page among the registers, whose missing parts lead to an amendment', async () => {
    const { status, text } = await door.read('sacha', '/registers/processing');
    expect(status).toBe(200);
    expect(text).toContain(`href="/o/o1/agreements/${told.night.agreements.val}/amend"`);
    expect(text).toContain('Mesures de sécurité');
    for (const format of ['csv', 'xlsx', 'pdf'])
      expect(plain(text)).toContain(`/registers/processing/file?format=${format}`);
    expect((await door.read('sacha', '/registers')).text).toContain('href="/o/o1/registers/processing"');
    expect((await door.read('sacha', '/registers/processing/file')).text).toContain('Manque au contrat');
  });

  it('is read by those who read the journal alone', async () => {
    expect((await get('', 'ines')).status).toBe(403);
    expect((await door.read('ines', '/registers/processing')).status).toBe(403);
  });
});
