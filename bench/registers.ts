import { randomBytes, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { mongo } from 'mongoose';
import { createMongoJournal } from '../adapters/mongo/journal';
import { createMongoProjections } from '../adapters/mongo/projections';
import { writeXlsx } from '../adapters/xlsx/writeXlsx';
import { registerTable } from '../api/registers/registerTable';
import { tableFile } from '../api/registers/tableFile';
import { readStatistics } from '../application/register/readStatistics';
import { takeRegister } from '../application/register/readRegister';
import type { Context, Ports } from '../application/ports/ports';
import { wholeRegister } from '../domain/register/filter';
import { statisticsPage } from '../templates/pages/statistics';
import { databasesHere } from './databases';
import { breachDrafts, draftOf, seedBreaches } from './registerSeed';
import { quantile, type Row, row } from './row';

const LOOKS = 100;
const SAMPLE_EVERY = 500;
/** Whatever the number of rows: a page of states, and what waits for the reader of the file. */
const HELD_MB = 32;
const settings = { macKey: 'bench', newSalt: () => randomBytes(32).toString('hex'), now: () => new Date() };

/**
 * Register and statistics of an organisation with so many breaches, each with its notice. Memory is what is held after a
 * collection, sampled while the workbook leaves; the reference of its rate is the same with a tenth of the rows.
 */
export async function benchRegisters(root: string, breaches = 10_000): Promise<Row[]> {
  const [database] = databasesHere(root);
  if (database === undefined) throw new Error('no database');
  const { db, name, stop } = await database.start();
  try {
    return await measure(db, breaches, name);
  } finally {
    await stop();
  }
}

async function measure(db: mongo.Db, breaches: number, name: string): Promise<Row[]> {
  const [orgId, small] = [randomUUID(), randomUUID()];
  const journal = await createMongoJournal(db, settings);
  await seedBreaches(db, orgId, breaches);
  await seedBreaches(db, small, Math.ceil(breaches / 10));
  const projections = await createMongoProjections(db, journal);
  const parts: Partial<Ports> = {
    journal,
    projections,
    writeXlsx,
    now: () => new Date(),
    carriers: { sms: null, webhook: null } as unknown as Ports['carriers'],
    people: { names: async () => new Map() } as unknown as Ports['people'],
    proofs: { accessLog: { add: async () => undefined } } as unknown as Ports['proofs'],
  };
  const actor = { kind: 'person' as const, id: 'bench' };
  const contextOf = (organisation: string): Context => ({
    orgId: organisation,
    actor,
    roles: ['DPO'],
    ports: parts as Ports, // what these readings do not ask is not there
  });
  for (const organisation of [orgId, small]) await projections.list(organisation, 'incident', { limit: 1 });

  const firstMs = await timed(() => projections.facts(orgId));
  await projections.facts(small);
  const looksMs: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const [added] = breachDrafts(orgId, breaches + look);
    if (added === undefined) throw new Error('nothing to write');
    await journal.append(draftOf(added), { kind: 'addition', revision: 1 });
    looksMs.push(await timed(() => statistics(contextOf(orgId))));
  }

  const tenth = await workbook(contextOf(small));
  const whole = await workbook(contextOf(orgId));
  const of = `${breaches.toLocaleString('en')} breaches (${name})`;
  return [
    row(`statistics page p50, ${of}, something new at each look`, quantile(looksMs, 0.5), 'ms', 'value <= 100'),
    row(`statistics page p99, ${of}`, quantile(looksMs, 0.99), 'ms', ''),
    row(`first look at a register after a start, ${of}`, firstMs, 'ms', ''),
    row(`register as XLSX, ${of}: rows`, whole.rows / (whole.ms / 1000), '1/s', '', tenth.rows / (tenth.ms / 1000)),
    row(`register as XLSX, ${of}: file`, whole.bytes / 1e6, 'MB', ''),
    row(`register as XLSX, ${of}: memory held`, whole.heldMb, 'MB', `value <= ${HELD_MB}`),
  ];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}

const frame = {
  language: 'fr' as const,
  zone: 'Europe/Paris',
  stylesheet: '/vigie.css',
  organisation: 'Bench',
  reader: 'Bench',
  current: 'journal' as const,
  closed: [],
  caught: false,
  csrf: 'x',
  here: '/registers/statistics',
};

async function statistics(ctx: Context): Promise<number> {
  const read = await readStatistics({ ctx, input: { filter: wholeRegister } });
  if (!read.ok) throw new Error(read.error.code);
  const view = { tabs: [], asked: { from: '', to: '' }, faults: [], statistics: read.value };
  return statisticsPage({ ...frame, orgId: ctx.orgId, now: new Date().toISOString() }, view).length;
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
