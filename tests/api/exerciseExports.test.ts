import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase } from '../../application/controllerCase/openCase';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import { createTexts } from '../../templates/createTexts';
import { projectRoot } from '../../runtime/root';
import { opening } from '../fakes/caseStory';
import { createNight, type Night } from '../fakes/night';
import { openNightDoor } from '../fakes/nightDoor';
import { pdfText } from '../fakes/pdfText';
import { must } from '../fakes/realHouse';
import { unzip } from '../fakes/unzip';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
const printer = createPdfPrinter(projectRoot());
const ids: Record<string, string> = {};

beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  for (const exercise of [true, false]) {
    const given = opening({ receivedAt: '2026-03-27T21:00:00.000Z', exercise });
    ids[String(exercise)] = must(
      await openCase({ ctx: night.as('sacha'), input: { key: `exercise ${exercise}`, opening: given } }),
    ).id;
  }
  night.ports.texts = createTexts(printer.print, () => undefined);
  door = await openNightDoor(night);
}, 60_000);
afterAll(async () => {
  await door.stop();
  await printer.close();
});

const MARK = /EXERCICE/;
/** Every file and every answer that holds what a case says, of a drill or of the real thing. */
const exports: readonly (readonly [string, (id: string, drill: boolean) => string])[] = [
  ['the sheet by REST', (id) => `/api/v1/organisations/o1/cases/${id}/sheet`],
  ['the sheet as PDF by REST', (id) => `/api/v1/organisations/o1/cases/${id}/sheet/pdf`],
  ['the EDPB template by REST', (id) => `/api/v1/organisations/o1/cases/${id}/edpb`],
  ['the EDPB template as PDF by REST', (id) => `/api/v1/organisations/o1/cases/${id}/edpb/pdf`],
  ['the sheet as PDF of the page', (id) => `/o/o1/cases/${id}/sheet/pdf`],
  ['the EDPB JSON of the page', (id) => `/o/o1/cases/${id}/edpb/json`],
  ['the EDPB PDF of the page', (id) => `/o/o1/cases/${id}/edpb/pdf`],
  ['the register as CSV', (_id, drill) => `/api/v1/organisations/o1/registers/breaches.csv?exercise=${drill}`],
  ['the register as XLSX', (_id, drill) => `/api/v1/organisations/o1/registers/breaches.xlsx?exercise=${drill}`],
  ['the register as PDF', (_id, drill) => `/api/v1/organisations/o1/registers/breaches.pdf?exercise=${drill}`],
];

async function textOf(path: string): Promise<string> {
  const token = night.people.get('sacha')?.token ?? '';
  const headers = path.startsWith('/api/')
    ? { authorization: `Bearer ${token}` }
    : { cookie: await door.cookieOf('sacha') };
  const answer = await fetch(`${door.base}${path}`, { headers });
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return pdfText(bytes);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return JSON.stringify([...unzip(bytes)].map(String));
  return bytes.toString('utf8');
}

describe('an exercise is marked, and the real thing is not, in', () => {
  it.each(exports)('%s', async (_name, pathOf) => {
    expect(await textOf(pathOf(ids['true'] ?? '', true))).toMatch(MARK);
    expect(await textOf(pathOf(ids['false'] ?? '', false))).not.toMatch(MARK);
  });
});
