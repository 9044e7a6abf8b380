import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { catchMails } from './catchMails';
import { DOMAIN, openPersonsCase } from './personsCase';
import { type Row, row } from './row';
import { startSystem } from './system';

const BARE = 2_000;
/** As many as Vigie has in conversation: two batches of sixteen. */
const SIDE_BY_SIDE = 32;
const LOOK_MS = 250;

/**
 * A list is accepted over HTTP → the relay has taken the last of its mails, against a bare sender in a process of its own
 * that sends as many of the same bytes side by side to the same relay, before and after. The worker's memory is read
 * while it sends.
 */
export async function benchPersons(root: string, persons: number): Promise<Row[]> {
  const relay = await catchMails();
  const system = await startSystem(root, relay.url);
  try {
    const house = await openPersonsCase(system);
    const uploadMs = await timed(() => house.upload(persons));
    const sample = relay.next(`person-1@${DOMAIN}`);
    const worker = system.pidOf('worker');
    const restKb = residentKb(worker);
    let [halfKb, highestKb] = [restKb, restKb];
    const sendMs = await timed(async () => {
      await house.accept();
      while (relay.takenFor(DOMAIN) < persons) {
        highestKb = Math.max(highestKb, residentKb(worker));
        if (relay.takenFor(DOMAIN) < persons / 2) halfKb = highestKb;
        await sleep(LOOK_MS);
      }
    });
    const raw = (await sample).raw;
    const bare = await bareRate(relay.url, raw);
    const rate = (persons * 1_000) / sendMs;
    const title = persons.toLocaleString('en');
    return [
      row(`persons told, ${title} recipients`, rate, '1/s', 'ratio >= 0.7', bare),
      row(
        `memory of the worker at its highest while it tells ${title}, of what it was in the first half`,
        highestKb / 1_024,
        'MiB',
        'ratio <= 1.15',
        halfKb / 1_024,
      ),
      row('memory of the worker before', restKb / 1_024, 'MiB', ''),
      row(`list of ${title} taken in`, (persons * 1_000) / uploadMs, '1/s', ''),
    ];
  } finally {
    await system.stop();
    await relay.stop();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await act();
  return performance.now() - startMs;
}

async function bareRate(url: string, raw: Buffer): Promise<number> {
  const script = join(__dirname, 'bare', 'smtpMany.js');
  const words = [script, url, String(BARE), String(SIDE_BY_SIDE), raw.toString('base64')];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return Number(stdout);
}

/** Memory that a process holds, KiB; Linux says it. */
function residentKb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN);
}
