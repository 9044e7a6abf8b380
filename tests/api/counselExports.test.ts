import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import { commandCase } from '../../application/controllerCase/commandCase';
import { correctEntry } from '../../application/journal/correctEntry';
import { projectRoot } from '../../runtime/root';
import { extractPaper } from '../../api/journal/extractPaper';
import { createTexts } from '../../templates/createTexts';
import { openNightCase, printNightLetters } from '../fakes/nightCase';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';
import { itReadsPdf, pdfText } from '../fakes/pdfText';
import { must } from '../fakes/realHouse';
import { unzip } from '../fakes/unzip';

/** One word, so that no PDF breaks it. */
const SECRET = 'CANARI7CONSEIL';
let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;
let listId: string;
const printer = createPdfPrinter(projectRoot());

beforeAll(async () => {
  told = await tellNight();
  const { night, stolen } = told;
  caseId = await openNightCase(night);
  night.ports.texts = createTexts(printer.print, () => undefined);
  listId = await printNightLetters(night, caseId);
  const ctx = night.as('sacha');
  const note = { kind: 'note.add' as const, class: 'counsel' as const, text: SECRET };
  await night.command('sacha', stolen.id, note);
  must(await commandCase({ ctx, input: { caseId, key: 'counsel', command: note } }));
  const all = await night.ports.journal.readWindow(night.orgId, 0, 5_000);
  for (const { seq } of all.filter(({ fields }) => fields['class']?.value === 'counsel')) {
    const corrections = { text: `${SECRET} bis` };
    must(await correctEntry({ ctx, input: { key: `correct ${seq}`, seq, corrections, reason: SECRET } }));
  }
  await night.signNow();
  door = await openNightDoor(night);
}, 60_000);
afterAll(async () => {
  await door.stop();
  await printer.close();
});

const api = '/api/v1/organisations/o1';
const register = `${api}/registers/breaches`;
const ofCase = () => `${api}/cases/${caseId}`;
const contract = () => `agreementId=${told.night.agreements.val}`;
const letters = () => `${ofCase()}/persons/recipients/${listId}/letters/1`;

/** Everything that leaves as a file or as a document for a machine, with a word that it holds. */
const exports: readonly (readonly [name: string, pathOf: () => string, holds: RegExp])[] = [
  ['the register by REST', () => register, /CTL-2026/],
  ['the register as CSV', () => `${register}.csv`, /CTL-2026/],
  ['the register as XLSX', () => `${register}.xlsx`, /CTL-2026/],
  ['the register as PDF', () => `${register}.pdf`, /CTL-2026/],
  ['the journal of a contract as CSV', () => `${register}.csv?${contract()}`, /AV-/],
  ['the journal of a contract as XLSX', () => `${register}.xlsx?${contract()}`, /AV-/],
  ['the journal of a contract as PDF', () => `${register}.pdf?${contract()}`, /AV-/],
  ['the register of processing as CSV', () => `${api}/registers/processing.csv`, /Val Témoin/],
  ['the register of processing as PDF', () => `${api}/registers/processing.pdf`, /Val Témoin/],
  ['statistics', () => `${api}/registers/statistics`, /"total"/],
  ['the sheet by REST', () => `${ofCase()}/sheet`, /Un classeur parti/],
  ['the sheet as PDF', () => `${ofCase()}/sheet/pdf`, /Un classeur parti/],
  ['the EDPB template as JSON', () => `${ofCase()}/edpb`, /Un classeur parti/],
  ['the EDPB template as PDF', () => `${ofCase()}/edpb/pdf`, /Un classeur parti/],
  ['the EDPB file of the page', () => `/o/o1/cases/${caseId}/edpb/json`, /Un classeur parti/],
  ['the letters to persons', letters, /Zoé Essai/],
  ['the paper pack', () => `${api}/paper-pack`, /Dossier papier/],
];

async function textOf(path: string): Promise<string> {
  const token = told.night.people.get('sacha')?.token ?? '';
  const isApi = path.startsWith('/api/');
  const headers = isApi ? { authorization: `Bearer ${token}` } : { cookie: await door.cookieOf('sacha') };
  const answer = await fetch(`${door.base}${path}`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([path, answer.status]).toEqual([path, 200]);
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return pdfText(bytes).replaceAll('\u200B', '');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return [...unzip(bytes).values()].map(String).join('\n');
  return bytes.toString('utf8');
}

describe('what counsel wrote, and what corrects it, stands not in', () => {
  // asked for by somebody who may read it
  itReadsPdf.each(exports)('%s', async (_name, pathOf, holds) => {
    const text = await textOf(pathOf());
    expect(text).toMatch(holds);
    expect(text).not.toContain(SECRET);
  });

  itReadsPdf('the extract of the journal on paper', async () => {
    const { night, stolen } = told;
    const notice = await night.ports.projections.read(night.orgId, 'notice', stolen.val);
    const asked = { partyId: notice?.opened.partyId ?? '', noticeIds: [stolen.val] };
    const text = pdfText(must(await extractPaper(night.as('sacha'), asked, 'fr')).bytes).replaceAll('\u200B', '');
    expect(text).toContain('Extrait du journal');
    expect(text).not.toContain(SECRET);
  });
});
