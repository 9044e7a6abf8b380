import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightCase } from '../fakes/nightCase';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;
const path = '/api/v1/organisations/o1/registers/breaches';
beforeAll(async () => {
  told = await tellNight();
  caseId = await openNightCase(told.night);
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

const get = (query = '', who: 'sacha' | 'paul' | 'ines' = 'sacha') =>
  door.call('GET', path + query, { token: told.night.people.get(who)?.token ?? null });
const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);
type Item = { cells: { column: string; label: string; text: string }[] };
const cell = (item: Item, column: string) => item.cells.find((one) => one.column === column)?.text;

describe('the register over REST', () => {
  it('has a row for each incident, breach or not, and for each case, newest first; an event is in none', async () => {
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(idsOf(body)).toEqual([caseId, told.stolen.id, told.ransomware.id]);
    expect(idsOf(body)).not.toContain(told.scan);
    expect(body).toMatchObject({ contract: null, total: 3, next: null });
  });

  it('says what is not known in words, and never leaves a cell blank', async () => {
    const { body } = await get('?language=en');
    for (const item of body.items as Item[]) for (const { text } of item.cells) expect(text).not.toBe('');
    const [ofCase, stolen] = body.items as [Item, Item];
    expect(cell(ofCase, 'harms')).toBe('Not determined at this stage');
    expect(cell(stolen, 'risk')).toBe('Does not apply');
    expect(cell(ofCase, 'decidedBy')).toBe('Alix Modèle');
    expect(cell(ofCase, 'filings')).toContain('CNIL');
    expect(cell(stolen, 'notices')).toContain("Communauté d'agglomération du Val Témoin");
    expect(cell(stolen, 'declarant')).toContain('+33 1 99 00 00 21');
  });

  it('says what the controllers were told: facts, persons, consequences and measures, of the version that left last', async () => {
    const { body } = await get('?language=en');
    const [ofCase, stolen, ransomware] = body.items as [Item, Item, Item];
    const val = /^Communauté d'agglomération du Val Témoin · AV-\S+ v1 · /;
    expect(cell(stolen, 'toldFacts')).toMatch(val);
    expect(cell(stolen, 'toldFacts')).toContain('Disque non chiffré ; selon les premiers éléments');
    expect(cell(stolen, 'toldPersons')).toContain('revenus et impayés. · about 412 · persons · about 412 · records');
    expect(cell(stolen, 'toldConsequences')).toMatch(/ · to follow · 28 March 2026/);
    expect(cell(stolen, 'toldMeasures')).toContain('Comptes de l’enquêtrice fermés');
    expect(cell(ransomware, 'toldConsequences')).toContain('aucune sortie de données constatée');
    expect(cell(ofCase, 'toldFacts')).toBe('Does not apply');
    expect(cell(ofCase, 'description')).not.toBe('Does not apply');
    const journal = (await get(`?agreementId=${told.night.agreements.aube}`)).body;
    expect(JSON.stringify(journal)).not.toContain('Val Témoin');
    expect(JSON.stringify(journal)).toContain('toldFacts');
  });

  it('is narrowed by period, role and state, and goes on page by page', async () => {
    expect(idsOf((await get('?role=controller')).body)).toEqual([caseId]);
    expect(idsOf((await get('?role=processor')).body)).toEqual([told.stolen.id, told.ransomware.id]);
    expect((await get('?state=closed')).body.total).toBe(0);
    expect((await get('?from=2026-03-28')).body.total).toBe(0);
    expect((await get('?from=2026-03-27&to=2026-03-27')).body.total).toBe(3);
    expect((await get('?exercise=true')).body.total).toBe(0);
    const first = (await get('?limit=2')).body;
    expect([idsOf(first), first.total]).toEqual([[caseId, told.stolen.id], 3]);
    const second = (await get(`?limit=2&after=${first.next}`)).body;
    expect([idsOf(second), second.next]).toEqual([[told.ransomware.id], null]);
  });

  it('of one contract holds what concerns it, and names the contract', async () => {
    const { val, aube } = told.night.agreements;
    const { body } = await get(`?agreementId=${aube}`);
    expect(idsOf(body)).toEqual([told.stolen.id]);
    expect(body.contract).toBe('AUBE-2025-03');
    expect(JSON.stringify(body)).not.toContain('Val Témoin');
    expect((await get(`?agreementId=${val}`)).body.total).toBe(2);
  });

  it('refuses bad days with each fault, and the wrong way round', async () => {
    const bad = await get('?from=2026-02-30&to=x&role=boss&page=2');
    expect(bad.status).toBe(400);
    expect(bad.body.issues.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(
      ['/query/from', '/query/page', '/query/role', '/query/to'].toSorted(),
    );
    expect(await get('?from=2026-03-28&to=2026-03-27')).toMatchObject({
      status: 400,
      body: { issues: [{ pointer: '/query/to' }] },
    });
    expect((await get('?agreementId=nobody')).status).toBe(404);
    expect((await get('', 'ines')).status).toBe(403);
  });

  it('is a file with a name, CSV with its mark, workbook, PDF', async () => {
    const token = told.night.people.get('sacha')?.token ?? null;
    const csv = await fetch(`${door.base}${path}.csv`, { headers: { authorization: `Bearer ${token}` } });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="?vigie-register-2026-03-28\.csv"?$/);
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain('Claude Enquête');
    const xlsx = await fetch(`${door.base}${path}.xlsx`, { headers: { authorization: `Bearer ${token}` } });
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const pdf = await fetch(`${door.base}${path}.pdf?language=en`, { headers: { authorization: `Bearer ${token}` } });
    const paper = await pdf.text();
    expect(paper).toContain('Register of breaches and incidents');
    expect(paper).not.toContain('Does not apply');
  });
});

describe('the page of registers', () => {
  it('shows the rows with a way to each, every column below, and the files', async () => {
    const { text, status } = await door.read('sacha', '/registers');
    expect(status).toBe(200);
    expect(text).toContain(`href="/o/o1/incidents/${told.stolen.id}"`);
    expect(text).toContain(`href="/o/o1/cases/${caseId}"`);
    expect(text).toContain('Données récupérables');
    for (const format of ['csv', 'xlsx', 'pdf'])
      expect(text.replaceAll('&#x3D;', '=')).toContain(`/registers/file?format=${format}`);
    expect((await door.read('sacha', '/journal')).text).toContain('href="/o/o1/registers"');
    expect((await door.read('ines', '/registers')).status).toBe(403);
  });

  it('keeps what was asked, says what is no day, and offers the same as a file', async () => {
    const { text } = await door.read('sacha', '/registers?from=hier&role=controller');
    expect(text).toContain('Donnez un jour du calendrier');
    expect(text).toContain('value="hier"');
    expect(text).toContain('option value="controller" selected');
    expect((await door.read('sacha', '/registers/file?from=hier')).status).toBe(400);
    const file = await door.read('sacha', '/registers/file?role=controller');
    expect(file.headers.get('content-disposition')).toContain('.csv');
    expect(file.text).toContain('CTL-2026-');
    expect(file.text).not.toContain('INC-2026-');
  });

  it('becomes the journal of a contract that is chosen', async () => {
    const { text } = await door.read('sacha', `/registers?contract=${told.night.agreements.aube}`);
    expect(text).toContain('Journal des incidents du contrat AUBE-2025-03');
    const table = text.slice(text.indexOf('<table'), text.indexOf('</table'));
    expect(table).not.toContain('Val Témoin');
  });

  it('changes nothing', async () => {
    const before = await told.night.ports.journal.head('o1');
    await door.read('sacha', '/registers');
    await door.read('sacha', '/registers/file?format=xlsx');
    expect(await told.night.ports.journal.head('o1')).toBe(before);
  });
});

describe('statistics', () => {
  it('by REST say numbers with the published labels', async () => {
    const token = told.night.people.get('sacha')?.token ?? null;
    const { status, body } = await door.call('GET', '/api/v1/organisations/o1/registers/statistics?language=en', {
      token,
    });
    expect(status).toBe(200);
    expect(body.total).toEqual({ processor: 2, controller: 1 });
    const persons = body.groups.find(({ key }: { key: string }) => key === 'persons').counts;
    expect(persons).toContainEqual({ term: '6-50', label: '6 to 50 persons', processor: 0, controller: 1 });
  });

  it('on their page are the same numbers in tables, with bars that say nothing more', async () => {
    const { text } = await door.read('sacha', '/registers/statistics');
    const rows = [...text.matchAll(/<tr role="row"><th scope="row"(.*?)<\/tr>/gs)].map(([row]) => row);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !/class="num">[1-9]/.test(row))).toEqual([]);
    expect(text).toContain('Entre 6 et 50 personnes');
    expect(text.match(/<svg class="tally"[^>]*aria-hidden="true"/g)?.length).toBeGreaterThan(10);
    expect((await door.read('sacha', '/registers/statistics?from=2027-01-01')).text).toContain('Aucune violation');
    expect((await door.read('sacha', '/registers/statistics?from=x')).text).toContain('Donnez un jour du calendrier');
  });
});

it('the page of registers, of as many breaches with long words as a page shows is within its budget; words are cut, and whole in the file', async () => {
  const long = 'Le fichier des ménages suivis a été copié par un tiers. '.repeat(60).trim();
  const { night } = told;
  night.at('2026-03-28T03:00:00.000Z');
  for (let n = 0; n < 12; n += 1) {
    const id = await night.report('ines', `${n} ${long}`, '2026-03-28T02:00:00.000Z', 'intrusion');
    await night.command('paul', id, { kind: 'triage.start', firstFacts: null });
    await night.command('paul', id, {
      kind: 'incident.declare',
      incidentKind: 'ransomware',
      severity: 'high',
      harmed: 'both',
      leadId: night.as('paul').actor.id,
      possibleCrime: 'no',
      basis: 'vu',
    });
    await night.command('paul', id, {
      kind: 'aware.set',
      awareAt: '2026-03-28T02:00:00.000Z',
      detectedAt: '2026-03-28T02:00:00.000Z',
      nature: ['confidentiality'],
      touched: Object.values(night.agreements).map((agreementId) => ({ agreementId, role: 'processor' as const })),
      ownProcessing: false,
      why: 'vu',
      gapReason: null,
    });
    for (const agreementId of Object.values(night.agreements)) {
      const notice = await night.noticeOf(id, agreementId);
      const same = { answer: 'value' as const, text: long };
      const items = { a: long, b: night.contact, c: { ...same, persons: 4, records: null }, d: same, e: same };
      await night.send('sacha', notice, { kind: 'send', items });
      await night.settle(notice, '2026-03-28T03:10:00.000Z');
    }
  }
  const { text } = await door.read('sacha', '/registers');
  const rows = text.slice(text.indexOf('<tbody'), text.indexOf('</tbody'));
  expect(rows.match(/<details>/g)).toHaveLength(10);
  expect(rows).toContain('Faits, selon les notifications envoyées');
  expect(rows).not.toContain('Sans objet</span></dd>');
  expect(Buffer.byteLength(text)).toBeLessThan(60 * 1024);
  expect(text).not.toContain(long);
  expect((await door.read('sacha', '/registers/file?format=csv')).text).toContain(long);
});
