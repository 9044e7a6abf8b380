import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import type { SMTPServerOptions } from 'smtp-server';
import { commandIncident } from '../../application/incident/commandIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { completeCase, type FullCase } from '../../application/notice/readCase';
import type { Context } from '../../application/ports/ports';
import { type IncidentCommand, Signal } from '../../domain/incident/commands';
import { valuesOf } from '../../domain/journal/entry';
import { dueOf } from '../../domain/notice/case';
import { composePorts } from '../../runtime/compose/ports';
import { composeStores } from '../../runtime/compose/stores';
import { readConfig, requireServers } from '../../runtime/config';
import { projectRoot } from '../../runtime/root';
import { readRunning } from '../../runtime/running';
import { build, startVigie } from '../fakes/installation';
import { type ControllerKey, controllers } from '../fakes/noticeHouse';
import { startSmtp } from '../fakes/servers';
import { insist, unwrap } from './insist';
import { type Limits, recordAgreement } from './shortContract';

const root = projectRoot();
const keys = Object.keys(controllers) as ControllerKey[];

type Answered = { seq: number; id: string; incidentId?: string };

export type Trial = Awaited<ReturnType<typeof startTrial>>;

type Setting = Limits & { env?: NodeJS.ProcessEnv; smtp?: SMTPServerOptions };

/** What outlives a restart. */
type Ground = { dataFolder: string; smtp: Awaited<ReturnType<typeof startSmtp>> };

/**
 * A real installation on a data folder of its own, whose three controllers have short contracts. The test writes to
 * the journal like an API process that dies right after each acknowledgement: nobody is told, nothing is projected.
 */
export async function openTrial({ smtp: answers = {}, ...setting }: Setting) {
  build();
  const trial = await startTrial(setting, {
    dataFolder: mkdtempSync(join(tmpdir(), 'vigie-trial-')),
    smtp: await startSmtp(answers),
  });
  for (const key of keys) await recordAgreement(trial.ctx, key, setting);
  return trial;
}

/** Starts again on the same data, with other variables. */
export async function reopenTrial(before: Trial, setting: Setting): Promise<Trial> {
  await before.leave();
  return startTrial(setting, before);
}

async function startTrial({ limitSeconds, env = {} }: Setting, { dataFolder, smtp }: Ground) {
  const environment = { VIGIE_DATA: dataFolder, SMTP_URL: smtp.url, MAIL_FROM: 'vigie@slime.example', ...env };
  const start = await startVigie(root, environment);
  const running = readRunning({ dataFolder });
  const config = requireServers(
    readConfig(
      {
        ...environment,
        MONGODB_URL: running?.mongoUrl,
        TEMPORAL_ADDRESS: running?.temporalAddress,
        SMTP_URL: running?.smtpUrl,
      },
      root,
    ),
  );
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, pino({ level: 'silent' }));
  const { orgId } = start.shown;
  const person = (await ports.projections.read(orgId, 'organisation', orgId))?.members[0];
  if (person === undefined) throw new Error('nobody is there');
  const ctx: Context = { orgId, actor: { kind: 'person', id: person.personId }, roles: person.roles, ports };

  const act = async (incidentId: string, command: IncidentCommand) =>
    insist(() => commandIncident({ ctx, input: { incidentId, key: randomUUID(), command } }));

  /** Signals and declares. @returns the incident */
  const declare = async (): Promise<string> => {
    const signal = signalAt(new Date().toISOString());
    const { id } = await insist(() => reportEvent({ ctx, input: { key: randomUUID(), signal } }));
    await act(id, { kind: 'triage.start', firstFacts: null });
    await act(id, {
      kind: 'incident.declare',
      incidentKind: 'intrusion',
      severity: 'high',
      harmed: 'both',
      leadId: person.personId,
      possibleCrime: 'unknown',
      basis: 'accès vu dans les journaux',
    });
    return id;
  };

  return {
    start,
    dataFolder,
    smtp,
    ctx,
    database,
    declare,
    /** Declares and suspects: the clock of each controller runs from now. @returns the incident */
    async suspect(): Promise<string> {
      const id = await declare();
      await act(id, { kind: 'breach.suspect', ...suspicionAt(new Date().toISOString()) });
      return id;
    },
    /** One request of the first person to the API, under a key of its own unless one is named. Null: nobody answered. */
    async ask(method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}) {
      const about = {
        authorization: `Bearer ${start.shown.token}`,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      };
      const url = `${start.shown.address}/api/v1/organisations/${orgId}${path}`;
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(url, { method, headers: about, ...sent }).catch(() => null);
      const text = await answer?.text().catch(() => null);
      if (answer === null || typeof text !== 'string') return null;
      return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: JSON.parse(text) as Answered };
    },
    /** The notices of an incident with what their clocks follow from, as the journal says now. */
    async cases(incidentId: string): Promise<FullCase[]> {
      const notices = await ports.projections.list(orgId, 'notice', { parentId: incidentId, limit: 100 });
      return Promise.all(notices.map(async (notice) => unwrap(await completeCase(ctx, notice))));
    },
    /** Waits until each controller was told, and says by how much in time (seconds; below 0 is late). */
    async untilTold(incidentId: string, within = limitSeconds + 60): Promise<number[]> {
      const deadline = performance.now() + within * 1_000;
      for (;;) {
        const cases = await this.cases(incidentId).catch(() => []); // the database may be away
        const spare = cases.flatMap(spareSeconds);
        if (spare.length === keys.length) return spare;
        if (performance.now() > deadline) throw new Error(`${spare.length} of ${keys.length} controllers were told`);
        await sleep(250);
      }
    },
    /** Mails to the controllers' contacts, by Message-ID. */
    mailsToContacts(): Map<string, string[]> {
      const byId = new Map<string, string[]>();
      for (const { raw, recipients } of smtp.mails) {
        if (!recipients.some((to) => keys.some((key) => to.endsWith(`@${controllers[key].domain}`)))) continue;
        const [, id] = /^Message-ID:\s*(<\S+>)/im.exec(raw) ?? [];
        if (id === undefined) throw new Error('a mail without Message-ID');
        byId.set(id, [...(byId.get(id) ?? []), raw]);
      }
      return byId;
    },
    async leave(): Promise<void> {
      await database.close();
      await start.interrupt();
    },
    async close(): Promise<void> {
      await this.leave();
      await smtp.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The suspicion of a breach that touches every controller, from this instant. */
export const suspicionAt = (t0: string) => ({
  t0,
  nature: ['confidentiality' as const],
  touched: keys.map((agreementId) => ({ agreementId, role: 'processor' as const })),
  ownProcessing: false,
  basis: 'le serveur tient des coordonnées',
});

/** A signal by a person who was alerted then. */
export function signalAt(alertedAt: string): Signal {
  const declarant = { name: null, email: 'declarant@slime.example', phone: null };
  return Signal.parse({ text: 'Intrusion sur un serveur partagé.', source: 'person', alertedAt, declarant });
}

/** How long before its limit a controller was told; nothing while it has not been. */
export function spareSeconds(noticeCase: FullCase): number[] {
  const due = dueOf(noticeCase);
  const { dischargedAt } = noticeCase.notice;
  if (due === null || dischargedAt === null) return [];
  return [(Date.parse(due.dueAt) - Date.parse(dischargedAt)) / 1_000];
}

/** Entries of one type in the journal of the trial. */
export async function entriesOf({ ctx }: Trial, type: string) {
  const { journal } = ctx.ports;
  const head = await journal.head(ctx.orgId);
  const found = [];
  for (let seq = 0; seq < head; seq += 200) {
    const window = await journal.readWindow(ctx.orgId, seq, 200);
    found.push(
      ...window.filter((entry) => entry.type === type).map((entry) => ({ ...entry, values: valuesOf(entry) })),
    );
  }
  return found;
}
