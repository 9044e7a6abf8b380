import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { uploadRecipients } from '../../application/controllerCase/uploadRecipients';
import { renameOrganisation } from '../../application/organisation/renameOrganisation';
import { authorityLimit } from '../../domain/controllerCase/term';
import { HOUR_MS } from '../../domain/shared/instant';
import { commands, opening } from '../fakes/caseStory';
import { people } from '../fakes/personsHouse';
import type { Acknowledged, Client } from './client';
import { insist } from './insist';
import type { Trial } from './trial';

const PERSONS = 1_200;
const BETWEEN_STEPS_MS = 1_500;
/** The first reminder of the 72 hours falls into the kills: it is due after 18 of them. */
const REMINDED_IN_MS = 30_000;
/** However often its engine is killed meanwhile. */
const REMINDED_WITHIN_MS = 300_000;
const DPO = { name: 'Sacha Gabarit', email: 'dpo@slime.example', phone: null };

type Command = { kind: string };

/** A case of our own data, all of whose regions move while processes are killed: assessed, told, filed, recorded, screened. */
export async function liveCase(trial: Trial, client: Client, seen: (written: Acknowledged) => void) {
  const { ctx } = trial;
  await insist(() => renameOrganisation({ ctx, input: { key: randomUUID(), name: 'Mairie Exemple' } }));
  const openedAt = Date.now();
  const receivedAt = new Date(openedAt - 18 * HOUR_MS + REMINDED_IN_MS).toISOString();
  const opened = await client.write('/cases', opening({ receivedAt, from: 'Hébergeur' }));
  seen(opened);
  const path = `/cases/${opened.id}`;
  const decide = async (place: string, { kind: _kind, ...body }: Command) => {
    seen(await client.decide(path, place, body));
    await sleep(BETWEEN_STEPS_MS);
  };
  const add = async (place: string, { kind: _kind, ...body }: Command) => seen(await client.write(path + place, body));

  /** Each step once, in order, whoever is killed meanwhile. */
  async function run(): Promise<void> {
    const { change, ...record } = commands['record.change'];
    await decide('/qualification', commands.qualify);
    await add('/record', { ...record, change: { ...change, dpo: DPO } } as Command);
    await decide('/scores', commands['risk.score']);
    await decide('/risk', commands['risk.decide']);
    await decide('/persons/draft', commands['persons.draft']);
    const key = randomUUID();
    async function* bytes() {
      yield Buffer.from(people(PERSONS));
    }
    const given = { caseId: opened.id, key };
    const { listId } = await insist(() => uploadRecipients({ ctx, input: { ...given, bytes: bytes() } }));
    await decide('/persons/sendings', { ...commands['persons.send'], listId, concerned: null } as Command);
    await decide('/regimes/excluded', commands['regime.exclude']);
    await sleep(Math.max(0, openedAt + REMINDED_IN_MS - Date.now()));
    await reminded(openedAt + REMINDED_IN_MS + REMINDED_WITHIN_MS);
    await decide('/authority/filings', { ...commands['authority.file'], sentAt: new Date().toISOString() } as Command);
    await add('/record-excuses', commands['record.excuse']);
  }

  const read = () => ctx.ports.projections.read(ctx.orgId, 'controllerCase', opened.id);
  /** Until the first reminder of the 72 hours is in the journal: whoever files before is not reminded any more. */
  async function reminded(untilMs: number): Promise<void> {
    for (; Date.now() < untilMs; await sleep(BETWEEN_STEPS_MS)) {
      const one = await read().catch(() => null); // the database is among what is killed
      if (one?.reminded.some(({ ladder }) => ladder === 'authority') === true) return;
    }
  }

  return {
    running: run(),
    /** What the journal says of it once everybody of the list is accounted for, in so many milliseconds at most. */
    async outcome(withinMs: number) {
      const deadline = performance.now() + withinMs;
      let one = await read();
      for (; one?.persons.state === 'SENDING' && performance.now() < deadline; one = await read()) await sleep(500);
      if (one === null) throw new Error('the case is lost');
      const [list] = await ctx.ports.recipients.ofCase(ctx.orgId, opened.id);
      const entries = await ctx.ports.journal.readSubject(ctx.orgId, { kind: 'controllerCase', id: opened.id }, 0);
      const dueAt = new Date(Date.parse(receivedAt) + 72 * HOUR_MS).toISOString();
      return {
        one,
        types: entries.map(({ type }) => type).filter((type) => !/^delivery\.|^case\.reminded$/.test(type)),
        clock: { limit: authorityLimit(one)?.strict, dueAt },
        reminders: one.reminded.map(({ ladder, about, step }) => `${ladder}/${about}/${step}`),
        told: trial.smtp.mails.flatMap(({ recipients }) => recipients).filter((to) => to.endsWith('@b.example')),
        progress: list && (await ctx.ports.recipients.progress(ctx.orgId, list.listId)),
      };
    },
  };
}

export const ALL_PERSONS = PERSONS;
