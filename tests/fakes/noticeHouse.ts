import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendEvent } from '../../application/entries/appendEvent';
import { openImplied } from '../../application/notice/openImplied';
import { loadCase } from '../../application/notice/readCase';
import { reachMilestone } from '../../application/notice/reachMilestone';
import type { Projections } from '../../application/ports/projections';
import type { SendResult } from '../../application/ports/mailer';
import type { Context, Ports } from '../../application/ports/ports';
import { Annex1 } from '../../domain/agreement/annex1';
import { decideRecord } from '../../domain/agreement/decide';
import type { IncidentEvent } from '../../domain/incident/events';
import type { Json } from '../../domain/shared/jcs';
import { nextMilestone } from '../../domain/notice/nextMilestone';
import type { Role } from '../../domain/shared/roles';
import { createMemoryPacks } from './memoryPacks';
import { createMemoryDocuments } from './memoryDocuments';
import { createMemoryJournal } from './memoryJournal';
import { createMemoryLinks } from './memoryLinks';
import { createMemoryRecipients } from './memoryRecipients';
import { readCsv } from '../../adapters/csv/readCsv';
import { writeXlsx } from '../../adapters/xlsx/writeXlsx';
import { createMemorySecrets, noCarriers } from './memoryCarriers';
import { createMemoryMailer } from './memoryMailer';
import { createMemoryKeptForms, createMemorySessions, createMemoryTokens } from './memoryPeople';
import { createMemoryProjections } from './memoryProjections';
import { createMemoryProofs } from './memoryProofs';
import { plainTexts } from './plainTexts';

const fixture = Annex1.parse(JSON.parse(readFileSync(join(__dirname, '../../fixtures/agreement-slime.json'), 'utf8')));

/** Three controllers with scopes and terms of their own: none may ever read of another. */
export const controllers = {
  val: {
    name: "Communauté d'agglomération du Val Témoin",
    domain: 'val-temoin.example',
    hours: 24,
    service: 'Enquête SLIME',
  },
  aube: {
    name: 'Syndicat mixte de l’Aube-Modèle',
    domain: 'aube-modele.example',
    hours: 12,
    service: 'Enquête mobilité',
  },
  orme: { name: 'Département de l’Orme', domain: 'orme.example', hours: 48, service: 'Enquête habitat' },
};
export type ControllerKey = keyof typeof controllers;

export function annexOf(key: ControllerKey): Annex1 {
  const { name, domain, hours, service } = controllers[key];
  const own = <T extends { email?: string | undefined }>(one: T): T => ({
    ...one,
    email: one.email?.replace(/@.*/, `@${domain}`),
  });
  const { controller, processing, terms } = fixture;
  return {
    ...fixture,
    reference: `${key.toUpperCase()}-2026-01`,
    controller: { ...controller, name, dpo: own(controller.dpo), noticeContacts: controller.noticeContacts.map(own) },
    processing: { ...processing, service },
    terms: { ...terms, breachNotice: { ...terms.breachNotice, hours } },
  };
}

/** Names of contacts that agree to get the texts of exercises. */
function withOptIn(document: Annex1, names: readonly string[]): Annex1 {
  const noticeContacts = document.controller.noticeContacts.map((one) => ({
    ...one,
    ...(names.includes(one.name) && { acceptsExercises: true }),
  }));
  return { ...document, controller: { ...document.controller, noticeContacts } };
}

export type House = Awaited<ReturnType<typeof createNoticeHouse>>;

/** One organisation on memory fakes, whose time is what `clock.now` says. */
export async function createNoticeHouse(
  startAt: string,
  answers: Record<string, SendResult[]> = {},
  optedIn: readonly string[] = [],
  revise: (document: Annex1, key: ControllerKey) => Annex1 = (document) => document,
) {
  const clock = { now: new Date(startAt) };
  const now = () => clock.now;
  const journal = createMemoryJournal(now);
  const { mailer, mails } = createMemoryMailer(answers);
  const person = (id: string, roles: Role[], phone: string | null = null) => ({
    id,
    name: id,
    email: `${id}@slime.example`,
    phone,
    language: 'fr' as const,
    roles,
  });
  const staff = [
    person('ines', ['O'], '+33 1 99 00 00 21'),
    person('paul', ['IM']),
    person('sacha', ['DPO']),
    person('alix', ['DIR'], '+33 1 99 00 00 24'),
  ];
  const proofs = createMemoryProofs(journal);
  const ports: Ports = {
    journal,
    projections: createMemoryProjections(journal) as Projections,
    checkpoints: { newestHash: async () => 'c'.repeat(64) },
    proofs,
    documents: createMemoryDocuments(),
    people: {
      names: async () => new Map(),
      withRoles: async (_orgId, roles) => staff.filter((one) => one.roles.some((role) => roles.includes(role))),
      find: async (_orgId, id) => staff.find((one) => one.id === id) ?? null,
      put: async () => undefined,
      forget: async () => undefined,
    },
    tokens: createMemoryTokens(),
    sessions: createMemorySessions(),
    keptForms: createMemoryKeptForms(),
    links: createMemoryLinks(),
    recipients: createMemoryRecipients(),
    readCsv,
    writeXlsx,
    keptPacks: createMemoryPacks(),
    webhookSecrets: createMemorySecrets(),
    carriers: noCarriers(),
    mailer,
    relay: null,
    texts: plainTexts,
    settings: { publicUrl: 'https://vigie.example', mailDomain: 'slime.example' },
    now,
    newId: randomUUID,
    newNonce: () => randomBytes(32).toString('hex'),
  };
  const as = (id: string, roles: Role[]): Context => ({ orgId: 'o1', actor: { kind: 'person', id }, roles, ports });
  const engine: Context = { orgId: 'o1', actor: { kind: 'system', id: 'engine' }, roles: [], ports };

  /** Writes an event as it stands: what led to it is other tests' matter. */
  const write = async (kind: 'agreement' | 'incident', id: string, event: { type: string; values: object }) => {
    const before = await journal.readSubject('o1', { kind, id }, 0);
    const { type, values } = event;
    const written = await appendEvent(as('paul', ['IM']), {
      subject: { kind, id },
      key: randomUUID(),
      event: { type, values: values as Record<string, Json> },
      standing: { kind: 'decision', revision: before.length + 1 },
    });
    if (!written.ok) throw new Error(written.error.code);
    return written.value.entry;
  };

  for (const key of Object.keys(controllers) as ControllerKey[]) {
    const document = revise(withOptIn(annexOf(key), optedIn), key);
    const recorded = decideRecord(document, `party-${key}`);
    if (!recorded.ok) throw new Error(recorded.error.code);
    await write('agreement', key, recorded.value);
  }

  const report = (id: string, alertedAt: string, exercise = false, pace?: number) =>
    write('incident', id, {
      type: 'event.reported',
      values: {
        source: 'person',
        channel: 'form',
        kind: 'intrusion',
        alertedAt,
        detectedAt: alertedAt,
        language: 'fr',
        exercise,
        ...(pace !== undefined && { drill: { exerciseId: 'x1', pace } }),
        text: 'Intrusion chez Val Témoin, Aube-Modèle et Orme.',
        declarantName: 'R',
        declarantEmail: 'r@slime.example',
        declarantPhone: null,
        systems: [],
      },
    } satisfies { type: 'event.reported'; values: object } as unknown as IncidentEvent);

  const notices = async () => ports.projections.list('o1', 'notice', { limit: 100 });
  const noticeOf = async (agreementId: ControllerKey) => {
    const found = (await notices()).find(({ opened }) => opened.agreementId === agreementId);
    if (found === undefined) throw new Error(`no notice under ${agreementId}`);
    return found;
  };

  return {
    ports,
    clock,
    mails,
    journal,
    signNow: () => proofs.signNow('o1'),
    engine,
    as,
    write,
    report,
    noticeOf,
    /** The relay's part, by hand. */
    open: (incidentId: string) => openImplied({ ctx: engine, input: { incidentId } }),
    /** Does what is due at this instant, milestone after milestone, as the workflow would. */
    async settle(noticeId: string, until: string): Promise<string[]> {
      const story: string[] = [];
      for (let steps = 0; steps < 200; steps += 1) {
        const read = await loadCase(engine, noticeId);
        if (!read.ok) throw new Error(read.error.code);
        const milestone = nextMilestone(read.value, clock.now);
        if (milestone === null || milestone.atMs > Date.parse(until)) break;
        clock.now = new Date(Math.max(clock.now.getTime(), milestone.atMs));
        const reached = await reachMilestone({ ctx: engine, input: { noticeId, milestone } });
        if (!reached.ok) throw new Error(reached.error.code);
        const detail = 'step' in milestone ? ` ${milestone.ladder} ${milestone.step}` : '';
        story.push(`${clock.now.toISOString().slice(5, 16)} ${milestone.kind}${detail}`);
      }
      clock.now = new Date(Math.max(clock.now.getTime(), Date.parse(until)));
      return story;
    },
  };
}
