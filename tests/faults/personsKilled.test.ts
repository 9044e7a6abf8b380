import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../application/controllerCase/commandCase';
import { openCase } from '../../application/controllerCase/openCase';
import { readRecipientLists, type ReadList } from '../../application/controllerCase/recipientLists';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import type { CaseCommand } from '../../domain/controllerCase/commands';
import { commands, opening } from '../fakes/caseStory';
import { people } from '../fakes/personsHouse';
import { must } from '../fakes/realHouse';
import { killProcess } from './killProcess';
import { openTrial, type Trial } from './trial';

const PERSONS = 1_500;
const KILLS = 3;
/** Conversations of one worker side by side: so many can be in the air when it dies. */
const IN_THE_AIR = 16;

/** A real installation tells a list while its worker is killed (SIGKILL) in the middle, three times. */
describe('kill -9 of the worker while the persons are told', () => {
  let trial: Trial;
  let caseId: string;
  let list: ReadList;
  let killed = 0;

  const act = async (command: CaseCommand) =>
    must(await commandCase({ ctx: trial.ctx, input: { caseId, key: randomUUID(), command } }));
  const lists = async () => must(await readRecipientLists({ ctx: trial.ctx, input: { caseId } }));
  const told = (): string[] => trial.smtp.mails.flatMap(({ recipients }) => recipients).filter(isPerson);
  const isPerson = (address: string) => address.endsWith('@b.example');

  beforeAll(async () => {
    trial = await openTrial({ limitSeconds: 3_600, marginSeconds: 600 });
    const given = opening({ receivedAt: new Date(Date.now() - 60_000).toISOString() });
    caseId = must(await openCase({ ctx: trial.ctx, input: { key: randomUUID(), opening: given } })).id;
    await act(commands.qualify);
    await act(commands['risk.decide']);
    await act(commands['persons.draft']);
    async function* bytes() {
      yield Buffer.from(people(PERSONS));
    }
    const uploaded = must(
      await uploadRecipients({ ctx: trial.ctx, input: { caseId, key: randomUUID(), bytes: bytes() } }),
    );
    await act({ kind: 'persons.send', listId: uploaded.listId, concerned: null });
    for (let round = 1; round <= KILLS; round += 1) {
      const enough = (PERSONS * round) / (KILLS + 1);
      while (told().length < enough) await sleep(20);
      killed += await killProcess(trial, 'worker');
    }
    const deadline = performance.now() + 420_000;
    for (;;) {
      const [found] = await lists();
      if (found === undefined || performance.now() > deadline) throw new Error(`${told().length} were told`);
      list = found;
      if (list.doneAt !== null) break;
      await sleep(1_000);
    }
  }, 900_000);
  afterAll(() => trial.close(), 30_000);

  it('kills what it means to kill, in the middle', () => {
    expect(killed).toBe(KILLS);
  });

  it('tells nobody twice', () => {
    expect(told().length).toBeGreaterThan(0);
    expect(told().length - new Set(told()).size).toBe(0);
  });

  it('accounts for everybody: whose mail it saw taken is sent, whom it cannot know of is unknown, and those are few', () => {
    const { progress } = list;
    expect(progress.sent + progress.unknown).toBe(PERSONS);
    expect(progress).toMatchObject({ waiting: 0, leaving: 0, refused: 0 });
    expect(progress.unknown).toBeLessThanOrEqual(KILLS * IN_THE_AIR);
    expect(told().length).toBeGreaterThanOrEqual(progress.sent);
    expect(told().length).toBeLessThanOrEqual(progress.sent + progress.unknown);
  });

  it('says in one entry how many were told', async () => {
    const one = await trial.ctx.ports.projections.read(trial.ctx.orgId, 'controllerCase', caseId);
    expect(one?.persons).toMatchObject({ state: 'TOLD', tellings: [{ means: 'email', told: list.progress.sent }] });
  });
});
