import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deliverable } from '../../domain/delivery/events';
import { ALL_PERSONS, liveCase } from './caseInTrial';
import { type Acknowledged, openClient } from './client';
import { openLedger } from './ledger';
import { entriesOf, openTrial, type Trial } from './trial';
import { verifyWhole } from './vigie';

const VICTIMS = ['worker', 'api', 'database'] as const;
const KILLS_OF_EACH = 10;
const BETWEEN_KILLS_MS = 2_000;
const BETWEEN_WRITES_MS = 600;
/** The engine sends after 35 seconds; what is left is for a slow machine to come back thirty times. */
const LIMITS = { limitSeconds: 150, marginSeconds: 115 };
/** What a dead sender had claimed is unknown after a minute; the engine notices its death before. */
const ACCOUNTED_WITHIN_MS = 120_000;

describe('kill -9 of worker, API and database in mid-case, ten times each', () => {
  let trial: Trial;
  const incidents: string[] = [];
  const spare: number[] = [];
  let written = 0;
  let killed = 0;
  let broken = 0;
  let verified: Awaited<ReturnType<typeof verifyWhole>>;
  let ownCase: Awaited<ReturnType<Awaited<ReturnType<typeof liveCase>>['outcome']>>;
  let compared: Awaited<ReturnType<ReturnType<typeof openLedger>['compare']>>;

  beforeAll(async () => {
    trial = await openTrial(LIMITS);
    const ledger = openLedger(join(trial.dataFolder, 'ledger.jsonl'));
    const first = await trial.suspect();
    incidents.push(first);
    const [notice] = await noticesOf(trial, first);
    const client = openClient(trial);
    const over = new AbortController();
    const keep = (seen: Acknowledged) => ledger.write({ ...seen, at: new Date().toISOString() });
    const { running, outcome } = await liveCase(trial, client, keep);
    const writes = [
      (turn: number) => client.note(first, `note ${turn}`),
      (turn: number) => client.draft(notice, `draft ${turn}`),
      () => client.signal(),
    ];
    const writing = writes.map(async (write) => {
      for (let turn = 1; !over.signal.aborted; turn += 1) {
        keep(await write(turn));
        written += 1;
        await sleep(BETWEEN_WRITES_MS);
      }
    });
    for (let round = 0; round < KILLS_OF_EACH; round += 1) {
      for (const victim of VICTIMS) {
        const before = written;
        await sleep(BETWEEN_KILLS_MS);
        await until(() => written > before); // however slow the machine: what is killed had come back
        killed += await kill(trial, victim);
      }
      incidents.push(await trial.suspect());
    }
    over.abort();
    await Promise.all([running, ...writing]);
    for (const incident of incidents) spare.push(...(await trial.untilTold(incident)));
    ownCase = await outcome(ACCOUNTED_WITHIN_MS);
    broken = client.broken();
    compared = await ledger.compare(trial);
    verified = await verifyWhole(trial);
  }, 900_000);
  afterAll(() => trial.close(), 30_000);

  it('kills what it means to kill', () => {
    expect(killed).toBe(VICTIMS.length * KILLS_OF_EACH);
  });

  it('loses nothing that a client saw acknowledged, and leaves no gap', () => {
    expect(broken).toBeGreaterThan(0);
    expect(compared.acknowledged).toBeGreaterThan(100);
    expect(compared).toMatchObject({ lost: [], gaps: [] });
  });

  it('leaves a journal that `vigie verify` takes whole', () => {
    expect(verified).toMatchObject({ code: 0, said: expect.stringMatching(/^VERIFIED /) });
  });

  it('misses no notice: every controller of every incident is told in time', () => {
    expect(spare).toHaveLength(incidents.length * 3);
    expect(Math.min(...spare)).toBeGreaterThan(0);
  });

  it('leaves a controller’s case where its persons led it: each step once, its clock unmoved, each reminder once', () => {
    const { types } = ownCase;
    const assessed = ['case.opened', 'case.qualified', 'case.recorded', 'risk.scored', 'risk.decided'];
    const told = ['persons.drafted', 'persons.sending'];
    expect(types.slice(0, 7)).toEqual([...assessed, ...told]);
    // the end of the list comes when it comes
    expect(types.slice(7).toSorted()).toEqual(['authority.filed', 'persons.told', 'record.excused', 'regime.excluded']);
    expect(ownCase.clock.limit).toBe(ownCase.clock.dueAt);
    expect(ownCase.one.clockHistory).toHaveLength(1);
    expect(ownCase.one).toMatchObject({ stage: 'BREACH', authorities: [{ state: 'INITIAL_SENT' }] });
    expect(new Set(ownCase.reminders).size).toBe(ownCase.reminders.length);
    expect(ownCase.reminders.filter((step) => step.startsWith('authority/'))).toHaveLength(1);
  });

  it('tells none of its persons twice, and loses none', () => {
    expect(ownCase.told.length - new Set(ownCase.told).size).toBe(0);
    const { sent = 0, unknown = 0, ...others } = ownCase.progress ?? {};
    expect([sent + unknown, others]).toEqual([
      ALL_PERSONS,
      { waiting: 0, leaving: 0, refused: 0, bounced: 0, letters: 0 },
    ]);
    expect(ownCase.told.length).toBeGreaterThanOrEqual(sent);
    expect(ownCase.one.persons).toMatchObject({ state: 'TOLD', tellings: [{ told: sent }] });
  });

  it('sends no notice with other bytes: each mail, and each repeat, is what its journal entry froze', async () => {
    const attempts = await entriesOf(trial, 'delivery.attempt');
    const frozen = (await entriesOf(trial, 'notice.version')).flatMap(
      ({ values }) => values['deliverables'] as Deliverable[],
    );
    const hashes = new Map(frozen.map(({ messageId, documentId }) => [messageId, documentId]));
    const sent = [...trial.mailsToContacts()].flatMap(([id, mails]) => mails.map((raw) => ({ id, raw })));
    for (const { id, raw } of sent) {
      expect(createHash('sha256').update(raw, 'latin1').digest('hex')).toBe(hashes.get(id));
    }
    expect(attempts.length).toBeGreaterThanOrEqual(sent.length);
    expect(sent.length).toBeGreaterThanOrEqual(incidents.length * 3);
  });
});

/** The notices of an incident, once relay or watchdog have opened them. */
async function noticesOf(trial: Trial, incident: string): Promise<[string, ...string[]]> {
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 100) {
    const [first, ...others] = (await trial.cases(incident)).map(({ notice }) => notice.id);
    if (first !== undefined) return [first, ...others];
    await sleep(100);
  }
  throw new Error('no notice was opened');
}

/** Kills a process as soon as it is there; 1 for a kill. */
async function kill(trial: Trial, name: string): Promise<number> {
  await until(() => trial.start.pidOf(name) !== 0);
  const pid = trial.start.pidOf(name);
  return pid !== 0 && process.kill(pid, 'SIGKILL') ? 1 : 0;
}

async function until(holds: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < 30_000 && !holds(); waitedMs += 100) await sleep(100);
}
