import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pino from 'pino';
import { commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import { type ReadList, readRecipientLists } from '../../application/controllerCase/recipientLists';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import type { Context } from '../../application/ports/ports';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { type ListFacts, TOGETHER } from '../../domain/controllerCase/recipients';
import { composePorts } from '../../runtime/compose/ports';
import { composeStores } from '../../runtime/compose/stores';
import { readConfig, requireServers } from '../../runtime/config';
import { projectRoot } from '../../runtime/root';
import { commands, opening } from '../fakes/caseStory';
import { build } from '../fakes/installation';
import { people } from '../fakes/personsHouse';
import { foundHouse, must } from '../fakes/realHouse';
import { startMongo, startSmtp } from '../fakes/servers';

/** Set VIGIE_TEST_PERSONS and VIGIE_TEST_KILLS to try a longer list, killed more often (docs/faults.md). */
const PERSONS = Number(process.env['VIGIE_TEST_PERSONS'] ?? 600);
const KILLS = Number(process.env['VIGIE_TEST_KILLS'] ?? 3);
/** Of so many rows one is no address. */
const ONE_BAD_IN = 10;
/** More than a mail takes on a slow machine. */
const SLOWEST_MS = 20;
/** Of one sender, in two batches side by side: so many can be in the air when it dies. */
const IN_THE_AIR = 2 * TOGETHER;
const LEASE_MS = 20_000;
/** Where it is killed follows from this alone: set VIGIE_TEST_SEED to what a run has printed. */
const SEED = Number(process.env['VIGIE_TEST_SEED'] ?? randomInt(2 ** 31));
/** After so many mails; by the last of them, whom nobody can know about are missing for good. */
const killPoint = fc.noBias(fc.integer({ min: 1, max: PERSONS - KILLS * IN_THE_AIR }));

/** Real database, real mail server: a process that tells a list is killed (SIGKILL) at random, three times. */
describe('kill -9 of who tells the persons', () => {
  let ctx: Context;
  let caseId: string;
  let list: ReadList | undefined;
  let taken: ListFacts | undefined;
  let toldUnasked = Number.NaN;
  let killed = 0;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  const closing: (() => unknown)[] = [];

  const act = async (command: CaseCommand) =>
    must(await commandCase({ ctx, input: { caseId, key: randomUUID(), command } }));
  const told = (): string[] => smtp.mails.flatMap(({ recipients }) => recipients);

  beforeAll(
    async () => {
      build();
      const root = projectRoot();
      const dataFolder = mkdtempSync(join(tmpdir(), 'vigie-persons-'));
      const mongo = await startMongo();
      smtp = await startSmtp();
      const environment = {
        VIGIE_DATA: dataFolder,
        MONGODB_URL: mongo.url,
        TEMPORAL_ADDRESS: '127.0.0.1:1', // the engine itself is not asked
        SMTP_URL: smtp.url,
        MAIL_FROM: 'vigie@slime.example',
      };
      const config = requireServers(readConfig(environment, root));
      const { stores, database } = await composeStores(config);
      const ports = composePorts(config, stores, pino({ level: 'silent' }));
      closing.push(
        () => rmSync(dataFolder, { recursive: true, force: true }),
        () => mongo.stop(),
        () => smtp.stop(),
        () => database.close(),
      );
      ctx = (await foundHouse(ports)).director;
      const given = opening({ receivedAt: new Date(Date.now() - 60_000).toISOString() });
      caseId = must(await openCase({ ctx, input: { key: randomUUID(), opening: given } })).id;
      await act(commands.qualify);
      await act(commands['risk.score']);
      await act(commands['risk.decide']);
      await act(commands['persons.draft']);
      async function* bytes() {
        yield Buffer.from(people(PERSONS));
        yield Buffer.from('\nnobody;N;'.repeat(PERSONS / ONE_BAD_IN));
      }
      taken = must(await uploadRecipients({ ctx, input: { caseId, key: randomUUID(), bytes: bytes() } }));
      const { listId } = taken;
      toldUnasked = smtp.mails.length;
      await act({ kind: 'persons.send', listId, concerned: null });

      const words = [
        join(__dirname, 'tellPersons.cjs'),
        JSON.stringify(environment),
        ctx.orgId,
        caseId,
        String(LEASE_MS),
      ];
      const begin = (): ChildProcess => spawn(process.execPath, words, { stdio: 'inherit', cwd: root });
      const points = fc.sample(killPoint, { seed: SEED, numRuns: KILLS }).toSorted((one, other) => one - other);
      process.stderr.write(`VIGIE_TEST_SEED=${SEED}: killed after ${points.join(', ')} of ${PERSONS} mails\n`);
      for (const point of points) {
        const sender = begin();
        while (sender.exitCode === null && smtp.mails.length < point) await sleep(5);
        if (sender.exitCode === null) killed += sender.kill('SIGKILL') ? 1 : 0;
        await once(sender, 'exit');
      }
      await once(begin(), 'exit');
      [list] = must(await readRecipientLists({ ctx, input: { caseId } }));
    },
    600_000 + PERSONS * SLOWEST_MS,
  );
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
  }, 30_000);

  it('tells nobody before a person accepts the list, whose bad rows are all counted', () => {
    expect(taken).toMatchObject({ count: PERSONS, bad: PERSONS / ONE_BAD_IN });
    expect(toldUnasked).toBe(0);
  });

  it('kills what it means to kill, in the middle', () => {
    expect({ SEED, killed }).toEqual({ SEED, killed: KILLS });
  });

  it('tells nobody twice', () => {
    expect(told().length).toBeGreaterThan(0);
    expect({ SEED, twice: told().length - new Set(told()).size }).toEqual({ SEED, twice: 0 });
  });

  it('accounts for everybody: whose mail was seen taken is sent, of whom nobody can know is unknown, and those are few', () => {
    const { sent = 0, unknown = 0, ...others } = list?.progress ?? {};
    expect({ SEED, all: sent + unknown }).toEqual({ SEED, all: PERSONS });
    expect(others).toEqual({ waiting: 0, leaving: 0, refused: 0, bounced: 0, letters: 0 });
    expect(unknown).toBeLessThanOrEqual(KILLS * IN_THE_AIR);
    expect(told().length).toBeGreaterThanOrEqual(sent);
    expect(told().length).toBeLessThanOrEqual(PERSONS);
  });

  it('says in one entry how many were told', async () => {
    const one = await ctx.ports.projections.read(ctx.orgId, 'controllerCase', caseId);
    expect(one?.persons).toMatchObject({ state: 'TOLD', tellings: [{ means: 'email', told: list?.progress.sent }] });
  });
});
