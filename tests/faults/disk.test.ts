import { randomUUID } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../fakes/installation';
import { signalOf } from '../fakes/breachStory';
import { type SmallDisk, smallDisksAreMissing, startOnDisk } from './smallDisk';

const missing = smallDisksAreMissing();
if (missing !== null) process.stderr.write(`SKIPPED: ${missing}\n`);
const onLinux = missing === null ? describe : describe.skip;

beforeAll(build, 120_000);

/** Until nothing more goes in. */
function fill(file: string): void {
  for (const bytes of [1_000_000, 4_096]) {
    const piece = Buffer.alloc(bytes);
    try {
      for (;;) appendFileSync(file, piece);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

onLinux('a start', () => {
  const refused = async (...how: Parameters<typeof startOnDisk>) => {
    const start = startOnDisk(...how);
    const code = await start.ended;
    start.remove();
    return { code, said: start.output().trim() };
  };

  it('on a disk that is read-only says in one sentence what to do', async () => {
    const { code, said } = await refused(8, 'mount -o remount,ro "$DISK"');
    expect(code).toBe(1);
    expect(said).toMatch(/^\S+data cannot be written: give yourself the right to write there, or name another .*\.$/);
  }, 60_000);

  it('on a disk that is full says in one sentence what to do', async () => {
    const { code, said } = await refused(8, '(dd if=/dev/zero of="$DISK/full" bs=64k 2>/dev/null || :)');
    expect(code).toBe(1);
    expect(said).toMatch(
      /^The disk that holds \S+ (is full: free some space|has only 0 MB left: free at least 200 MB), then start again\.$/,
    );
  }, 60_000);
});

onLinux('a disk that fills up while Vigie runs', () => {
  let start: SmallDisk;
  let api: string;
  let token: string;
  const filler = () => join(start.seenAt, 'filler');
  beforeAll(async () => {
    start = startOnDisk(420);
    for (let waitedMs = 0; !start.output().includes('Ctrl-C'); waitedMs += 100) {
      if (waitedMs > 60_000) throw new Error(start.output());
      await sleep(100);
    }
    const find = (name: string) => new RegExp(`^ {2}${name} +(\\S+)$`, 'm').exec(start.output())?.[1] ?? '';
    token = find('Token');
    api = `${find('Address')}/api/v1/organisations/${find('Organisation')}`;
  }, 120_000);
  afterAll(async () => {
    start.child.kill('SIGINT');
    await start.ended;
    start.remove();
  }, 30_000);

  const ask = async (method: 'GET' | 'POST', path: string, key = randomUUID()) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
    const body =
      method === 'POST' ? { body: JSON.stringify({ ...signalOf(new Date()), text: 'x'.repeat(9_000) }) } : {};
    const answer = await fetch(api + path, { method, headers, ...body, signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    const text = (await answer?.text().catch(() => '')) ?? '';
    return { status: answer?.status ?? 0, text };
  };

  /** Numbers of all entries that may be listed, ascending. */
  async function allSeqs(): Promise<number[]> {
    const seqs: number[] = [];
    for (let below = ''; ;) {
      const { text } = await ask('GET', `/journal?limit=100${below}`);
      const { items, next } = JSON.parse(text) as { items: { seq: number }[]; next: number | null };
      seqs.unshift(...items.map(({ seq }) => seq).toReversed());
      if (next === null) return seqs;
      below = `&below=${next}`;
    }
  }

  it('acknowledges nothing that it did not keep, heals by itself once there is space, and has no gap', async () => {
    const acknowledged: number[] = [];
    const note = ({ status, text }: { status: number; text: string }) => {
      if (status === 201) acknowledged.push((JSON.parse(text) as { seq: number }).seq);
      return status;
    };
    expect(note(await ask('POST', '/signals'))).toBe(201);
    fill(filler());
    const statuses = new Set<number>();
    for (let tries = 0; tries < 200 && ![...statuses].some((status) => status !== 201); tries += 1) {
      statuses.add(note(await ask('POST', '/signals')));
    }
    expect(
      [...statuses].filter((status) => status !== 201 && status !== 0 && status !== 503 && status !== 507),
    ).toEqual([]);
    expect([...statuses].some((status) => status !== 201)).toBe(true);

    rmSync(filler());
    const key = randomUUID();
    for (let waitedMs = 0; ; waitedMs += 500) {
      if (note(await ask('POST', '/signals', key)) === 201) break;
      if (waitedMs > 60_000) throw new Error(start.output());
      await sleep(500);
    }
    expect(start.child.exitCode).toBeNull();
    const seqs = await allSeqs();
    for (const seq of acknowledged) expect(seqs).toContain(seq);
    expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
  }, 180_000);
});
