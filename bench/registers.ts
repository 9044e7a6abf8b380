import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { registerTable } from '../api/registers/registerTable';
import { tableFile } from '../api/registers/tableFile';
import { takeRegister } from '../application/register/readRegister';
import type { Context } from '../application/ports/ports';
import { wholeRegister } from '../domain/register/filter';
import { type Database, databasesHere } from './databases';
import { breachDrafts, caseDraft, draftOf, type Drafted, seedBreaches } from './registerSeed';
import { foundHouses, type Houses, servePages } from './servedPages';
import { quantile, type Row, row } from './row';

const LOOKS = 100;
const SAMPLE_EVERY = 500;
/** Whatever the number of rows: a page of states, and what waits for the reader of the file. */
const HELD_MB = 32;

/**
 * Register and statistics of an organisation with so many breaches: incidents, each with its notice, and controller's cases.
 * The page is what a browser gets: the product's own server on the loopback address, a session, a trace of each reading.
 * Memory is what is held after a collection, sampled while the workbook leaves; the reference of its rate is the same with
 * a tenth of the rows.
 */
export async function benchRegisters(root: string, breaches = 10_000): Promise<Row[]> {
  const [found] = databasesHere(root);
  if (found === undefined) throw new Error('no database');
  const database = await found.start();
  try {
    return await measure(root, database, breaches);
  } finally {
    await database.stop();
  }
}

async function measure(root: string, { db, url, name }: Database, breaches: number): Promise<Row[]> {
  const houses = await foundHouses(root, url);
  const { house, small } = houses;
  const { incidents, cases } = await seedBreaches(db, house.orgId, breaches);
  await seedBreaches(db, small.orgId, Math.ceil(breaches / 10));
  const upgradedMs = await firstLook(houses);
  const served = await servePages(houses.config);
  try {
    const { ports } = served;
    const contextOf = (orgId: string): Context => ({
      orgId,
      actor: { kind: 'person', id: house.members.dpo.personId },
      roles: ['DPO'],
      ports,
    });
    const read = await served.enter(house.members.dpo.token, statisticsOf(house.orgId));
    const firstMs = await timed(read);
    const looksMs: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const added = somethingNew(house.orgId, breaches + look);
      const written = await ports.journal.append(draftOf(added), { kind: 'addition', revision: 1 });
      if (!written.ok) throw new Error(written.error.code);
      looksMs.push(await timed(read));
    }
    await ports.projections.facts(small.orgId);
    const tenth = await workbook(contextOf(small.orgId));
    const whole = await workbook(contextOf(house.orgId));
    const of = `${breaches.toLocaleString('en')} breaches (${name})`;
    const both = `${incidents.toLocaleString('en')} incidents and ${cases.toLocaleString('en')} cases (${name})`;
    return [
      row(
        `statistics page over HTTP p50, ${both}, something new at each look`,
        quantile(looksMs, 0.5),
        'ms',
        'value <= 100',
      ),
      row(`statistics page over HTTP p99, ${both}`, quantile(looksMs, 0.99), 'ms', ''),
      row(`first look at that page after a start, ${both}`, firstMs, 'ms', ''),
      row(`first look after an upgrade that makes all states anew, ${both}`, upgradedMs, 'ms', ''),
      row(`register as XLSX, ${of}: rows`, whole.rows / (whole.ms / 1000), '1/s', '', tenth.rows / (tenth.ms / 1000)),
      row(`register as XLSX, ${of}: file`, whole.bytes / 1e6, 'MB', ''),
      row(`register as XLSX, ${of}: memory held`, whole.heldMb, 'MB', `value <= ${HELD_MB}`),
    ];
  } finally {
    await served.stop();
    houses.clear();
  }
}

const statisticsOf = (orgId: string): string => `/o/${orgId}/registers/statistics`;

/** By a server of its own, which stops after it: what was made of the journal then lies in the database. */
async function firstLook({ config, house }: Houses): Promise<number> {
  const served = await servePages(config);
  try {
    return await timed(await served.enter(house.members.dpo.token, statisticsOf(house.orgId)));
  } finally {
    await served.stop();
  }
}

/** By turns a case that is opened, and an event that is reported. */
function somethingNew(orgId: string, n: number): Drafted {
  const [reported] = breachDrafts(orgId, n);
  if (reported === undefined) throw new Error('nothing to write');
  return n % 2 === 0 ? caseDraft(orgId, n) : reported;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}

/** As the API serves it; `heldMb` is the most that was held at a sample, above what was held before. */
async function workbook(ctx: Context) {
  const held = collector();
  const before = held();
  const start = performance.now();
  const register = await takeRegister({ ctx, input: { filter: wholeRegister } });
  if (!register.ok) throw new Error(register.error.code);
  let [rows, most, bytes] = [0, 0, 0];
  const writing = { language: 'fr' as const, zone: 'Europe/Paris', now: new Date().toISOString() };
  const table = registerTable(register.value, {}, writing);
  const watched = (async function* () {
    for await (const one of table.rows) {
      rows += 1;
      if (rows % SAMPLE_EVERY === 0) most = Math.max(most, held() - before);
      yield one;
    }
  })();
  const file = await tableFile(ctx, { ...table, rows: watched }, 'xlsx');
  if (!file.ok || !('lines' in file.value)) throw new Error('no workbook');
  for await (const piece of file.value.lines) bytes += piece.length;
  return { rows, bytes, heldMb: most / 1e6, ms: performance.now() - start };
}

/** Bytes held after a collection. */
function collector(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
}
