import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import type { SMTPServerOptions } from 'smtp-server';
import { appendEvent } from '../../application/entries/appendEvent';
import { commandIncident } from '../../application/incident/commandIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { completeCase, type FullCase } from '../../application/notice/readCase';
import type { Context } from '../../application/ports/ports';
import { documentHashOf } from '../../domain/agreement/annex1';
import { type IncidentCommand, Signal } from '../../domain/incident/commands';
import { valuesOf } from '../../domain/journal/entry';
import { dueOf } from '../../domain/notice/case';
import type { Result } from '../../domain/shared/errors';
import { plain } from '../../domain/shared/plain';
import { composePorts } from '../../runtime/compose/ports';
import { composeStores } from '../../runtime/compose/stores';
import { readConfig, requireServers } from '../../runtime/config';
import { projectRoot } from '../../runtime/root';
import { readRunning } from '../../runtime/running';
import { build, startVigie } from '../fakes/installation';
import { annexOf, type ControllerKey, controllers } from '../fakes/noticeHouse';
import { startSmtp } from '../fakes/servers';

const root = projectRoot();
const keys = Object.keys(controllers) as ControllerKey[];
const SECONDS_AN_HOUR = 3_600;

export type Trial = Awaited<ReturnType<typeof startTrial>>;

type Setting = { limitSeconds: number; marginSeconds: number; env?: NodeJS.ProcessEnv; smtp?: SMTPServerOptions };

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
    readConfig({ ...environment, MONGODB_URL: running?.mongoUrl, TEMPORAL_ADDRESS: running?.temporalAddress }, root),
  );
  const { stores, database } = await composeStores(config);
  const ports = composePorts(config, stores, pino({ level: 'silent' }));
  const { orgId } = start.shown;
  const person = (await ports.projections.read(orgId, 'organisation', orgId))?.members[0];
  if (person === undefined) throw new Error('nobody is there');
  const ctx: Context = { orgId, actor: { kind: 'person', id: person.personId }, roles: person.roles, ports };

  const act = async (incidentId: string, command: IncidentCommand) =>
    insist(() => commandIncident({ ctx, input: { incidentId, key: randomUUID(), command } }));

  return {
    start,
    dataFolder,
    smtp,
    ctx,
    database,
    /** Signals, declares and suspects: the clock of each controller runs from now. @returns the incident */
    async suspect(): Promise<string> {
      const now = () => new Date().toISOString();
      const key = randomUUID();
      const { id } = await insist(() => reportEvent({ ctx, input: { key, signal: signalAt(now()) } }));
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
      const touched = keys.map((agreementId) => ({ agreementId, role: 'processor' as const }));
      await act(id, {
        kind: 'breach.suspect',
        t0: now(),
        nature: ['confidentiality'],
        touched,
        ownProcessing: false,
        basis: 'le serveur tient des coordonnées',
      });
      return id;
    },
    note: (incidentId: string, text: string, key = randomUUID()) =>
      insist(() =>
        commandIncident({ ctx, input: { incidentId, key, command: { kind: 'note.add', class: 'general', text } } }),
      ),
    /** Signals by HTTP, as a client does: again under the same key until the API says that it is recorded. @returns its seq */
    async signalByApi(): Promise<number> {
      const headers = {
        authorization: `Bearer ${start.shown.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      };
      const body = JSON.stringify(signalAt(new Date().toISOString()));
      const url = `${start.shown.address}/api/v1/organisations/${orgId}/signals`;
      for (;;) {
        const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
        if (answer?.ok) return Number(((await answer.json()) as { seq: number }).seq);
        if (answer !== null && answer.status < 500) throw new Error(`refused: ${answer.status}`);
        await sleep(100);
      }
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

function signalAt(alertedAt: string): Signal {
  const declarant = { name: null, email: 'declarant@slime.example', phone: null };
  return Signal.parse({ text: 'Intrusion sur un serveur partagé.', source: 'person', alertedAt, declarant });
}

type Limits = { limitSeconds: number; marginSeconds: number };

async function recordAgreement(ctx: Context, key: ControllerKey, { limitSeconds, marginSeconds }: Limits) {
  const annex = annexOf(key);
  const terms = {
    ...annex.terms,
    breachNotice: { ...annex.terms.breachNotice, hours: limitSeconds / SECONDS_AN_HOUR },
    protectiveNotice: { enabled: true, marginMinutes: marginSeconds / 60 },
  };
  const document = { ...annex, inForceFrom: '2020-01-01', endsOn: '2999-12-31', terms };
  const { reference, version, inForceFrom, endsOn, language, timeZone, calendar } = document;
  const values = {
    partyId: `party-${key}`,
    reference,
    version,
    inForceFrom,
    endsOn,
    terms,
    language,
    timeZone,
    calendar,
  };
  const event = {
    type: 'agreement.recorded',
    values: plain({ ...values, documentHash: documentHashOf(document), document }),
  };
  unwrap(
    await appendEvent(ctx, {
      subject: { kind: 'agreement', id: key },
      key: randomUUID(),
      event,
      standing: { kind: 'decision', revision: 1 },
    }),
  );
}

/** How long before its limit a controller was told; nothing while it has not been. */
function spareSeconds(noticeCase: FullCase): number[] {
  const due = dueOf(noticeCase);
  const { dischargedAt } = noticeCase.notice;
  if (due === null || dischargedAt === null) return [];
  return [(Date.parse(due.dueAt) - Date.parse(dischargedAt)) / 1_000];
}

/** As a client does: while the database is away, again under the same key, until it is acknowledged or refused. */
async function insist<T>(ask: () => Promise<Result<T>>): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return unwrap(await ask());
    } catch (error) {
      if (error instanceof Refusal || performance.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

class Refusal extends Error {}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(JSON.stringify(result.error));
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
