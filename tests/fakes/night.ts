import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordAgreement } from '../../application/agreement/recordAgreement';
import { approveRequest } from '../../application/incident/approveRequest';
import { commandIncident } from '../../application/incident/commandIncident';
import { reportEvent } from '../../application/incident/reportEvent';
import { noteNotice } from '../../application/notice/noteNotice';
import { openImplied } from '../../application/notice/openImplied';
import { reachMilestone } from '../../application/notice/reachMilestone';
import { loadCase } from '../../application/notice/readCase';
import { sendVersion } from '../../application/notice/sendVersion';
import { addMember } from '../../application/people/addMember';
import { issueToken } from '../../application/people/issueToken';
import { createOrganisation } from '../../application/organisation/createOrganisation';
import type { Context, Ports } from '../../application/ports/ports';
import { Annex1 } from '../../domain/agreement/annex1';
import type { IncidentCommand } from '../../domain/incident/commands';
import type { NotingCommand, SendingCommand } from '../../domain/notice/commands';
import { nextMilestone } from '../../domain/notice/nextMilestone';
import type { Items } from '../../domain/notice/items';
import type { Result } from '../../domain/shared/errors';
import type { Role } from '../../domain/shared/roles';
import { createTexts } from '../../templates/createTexts';
import { createMemoryPacks } from './memoryPacks';
import { createMemoryDocuments } from './memoryDocuments';
import { createMemoryJournal } from './memoryJournal';
import { createMemoryMailbox } from './memoryMailbox';
import { createMemoryLinks } from './memoryLinks';
import { createMemoryRecipients } from './memoryRecipients';
import { readCsv } from '../../adapters/csv/readCsv';
import { writeXlsx } from '../../adapters/xlsx/writeXlsx';
import { createMemorySecrets, noCarriers } from './memoryCarriers';
import { createMemoryMailer } from './memoryMailer';
import { createMemoryPeople, createMemoryKeptForms, createMemorySessions, createMemoryTokens } from './memoryPeople';
import { createMemoryProjections } from './memoryProjections';
import { createMemoryProofs } from './memoryProofs';

const fixture = Annex1.parse(JSON.parse(readFileSync(join(__dirname, '../../fixtures/agreement-slime.json'), 'utf8')));

/** Saturday 28 March 2026, 03:12 in Paris: the night before the clocks change. */
export const NIGHT = '2026-03-28T02:12:00.000Z';

const aube: Annex1 = {
  ...fixture,
  reference: 'AUBE-2025-03',
  controller: {
    ...fixture.controller,
    name: 'Syndicat mixte de l’Aube-Modèle',
    siren: '300000007',
    dpo: { name: 'Robin Exemple', email: 'dpo@aube-modele.example', phone: '+33 1 99 00 00 31' },
    noticeContacts: [
      {
        order: 1,
        name: 'Robin Exemple',
        role: 'dpo',
        email: 'dpo@aube-modele.example',
        phone: '+33 1 99 00 00 31',
        channels: ['email', 'phone'],
      },
      {
        order: 2,
        name: 'Astreinte de l’Aube-Modèle',
        role: 'on-call',
        email: 'astreinte@aube-modele.example',
        phone: '+33 1 99 00 00 32',
        channels: ['email', 'phone'],
      },
    ],
  },
};

const staff = [
  { id: 'ines', name: 'Inès Témoin', phone: '+33 1 99 00 00 20', roles: ['O'] },
  { id: 'paul', name: 'Paul Modèle', phone: '+33 1 99 00 00 12', roles: ['IM'] },
  { id: 'sacha', name: 'Sacha Gabarit', phone: '+33 1 99 00 00 11', roles: ['DPO'] },
  { id: 'alix', name: 'Alix Modèle', phone: '+33 1 99 00 00 13', roles: ['DIR'] },
] as const;
export type StaffName = (typeof staff)[number]['id'];

const contact: Items['b'] = [
  {
    name: 'Sacha Gabarit',
    role: 'déléguée à la protection des données',
    email: 'dpo@ecoute-enquetes.example',
    phone: '+33 1 99 00 00 11',
    always: true,
  },
];

/**
 * A processor's night on memory fakes, told through the real use cases: a stolen laptop that touches two controllers, one
 * told and silent, one not told yet; a file server encrypted, an item promised and late; a signal that nobody has read.
 */
export async function createNight() {
  const clock = { now: new Date('2026-03-27T07:00:00.000Z') };
  const now = () => clock.now;
  const journal = createMemoryJournal(now);
  const { mailer, mails } = createMemoryMailer();
  const projections = createMemoryProjections(journal);
  const membersOf = async (orgId: string) => (await projections.read(orgId, 'organisation', orgId))?.members ?? [];
  const proofs = createMemoryProofs(journal);
  const ports: Ports = {
    journal,
    projections,
    checkpoints: { newestHash: async () => '4be81c0795d2f3aa60c17be418a9d05f7c3322e1b64f0a9de2715c8803fd46b9' },
    proofs,
    documents: createMemoryDocuments(),
    people: createMemoryPeople(membersOf),
    tokens: createMemoryTokens(),
    sessions: createMemorySessions(),
    keptForms: createMemoryKeptForms(),
    links: createMemoryLinks(),
    recipients: createMemoryRecipients(),
    readCsv,
    writeXlsx,
    keptPacks: createMemoryPacks(now),
    webhookSecrets: createMemorySecrets(),
    carriers: noCarriers(),
    mailer,
    relay: null,
    texts: createTexts(
      async (paper) => Buffer.from(`%PDF-1.7 ${paper}`, 'utf8'),
      () => undefined,
    ),
    settings: { publicUrl: 'http://127.0.0.1', mailDomain: 'ecoute-enquetes.example' },
    now,
    newId: randomUUID,
    newNonce: () => randomBytes(32).toString('hex'),
  };
  const orgId = 'o1';
  const engine: Context = { orgId, actor: { kind: 'system', id: 'engine' }, roles: [], ports };
  taken(
    await createOrganisation({
      ctx: engine,
      input: { key: 'org', name: 'Écoute & Enquêtes SCOP', language: 'fr', timeZone: 'Europe/Paris' },
    }),
  );
  const people = new Map<StaffName, { ctx: Context; token: string }>();
  for (const { id, name, phone, roles } of staff) {
    const own: Role[] = [...roles];
    const email = `${id}@ecoute-enquetes.example`;
    const added = await addMember({
      ctx: engine,
      input: { key: id, roles: own, name: { name, email, phone, language: 'fr' } },
    });
    const { personId } = taken(added);
    const holder = { kind: 'person' as const, id: personId };
    const input = { key: `${id}-token`, holder, roles: own, expiresAt: '2027-03-27T00:00:00.000Z' };
    const token = taken(await issueToken({ ctx: engine, input })).secret ?? '';
    people.set(id, { ctx: { orgId, actor: holder, roles: own, ports }, token });
  }
  const as = (id: StaffName): Context => {
    const found = people.get(id);
    if (found === undefined) throw new Error(id);
    return found.ctx;
  };
  const at = (instant: string) => void (clock.now = new Date(instant));
  const command = async (who: StaffName, incidentId: string, asked: IncidentCommand) => {
    const written = taken(
      await commandIncident({ ctx: as(who), input: { incidentId, key: randomUUID(), command: asked } }),
    );
    await openImplied({ ctx: engine, input: { incidentId } });
    return written;
  };
  const note = async (who: StaffName, noticeId: string, asked: NotingCommand) =>
    taken(await noteNotice({ ctx: as(who), input: { noticeId, key: randomUUID(), command: asked } }));
  const send = async (who: StaffName, noticeId: string, asked: SendingCommand) =>
    taken(await sendVersion({ ctx: as(who), input: { noticeId, key: randomUUID(), command: asked } }));
  const noticeOf = async (incidentId: string, agreementId: string) => {
    const found = await projections.list(orgId, 'notice', { parentId: incidentId, limit: 10 });
    const notice = found.find(({ opened }) => opened.agreementId === agreementId);
    if (notice === undefined) throw new Error(`no notice of ${incidentId} under ${agreementId}`);
    return notice.id;
  };
  /** What the engine would do until an instant, milestone after milestone. */
  const settle = async (noticeId: string, until: string) => {
    for (let steps = 0; steps < 100; steps += 1) {
      const read = taken(await loadCase(engine, noticeId));
      const milestone = nextMilestone(read, clock.now);
      if (milestone === null || milestone.atMs > Date.parse(until)) break;
      clock.now = new Date(Math.max(clock.now.getTime(), milestone.atMs));
      taken(await reachMilestone({ ctx: engine, input: { noticeId, milestone } }));
    }
    clock.now = new Date(Math.max(clock.now.getTime(), Date.parse(until)));
  };
  const approve = async (who: StaffName, incidentId: string, requestId: string) =>
    taken(await approveRequest({ ctx: as(who), input: { incidentId, key: randomUUID(), requestId } }));
  const report = async (who: StaffName, text: string, alertedAt: string, looksLike: 'theft' | 'intrusion' | 'event') =>
    taken(
      await reportEvent({
        ctx: as(who),
        input: {
          key: randomUUID(),
          signal: {
            text,
            source: 'person',
            alertedAt,
            declarant: { name: 'Claude Enquête', email: null, phone: '+33 1 99 00 00 21' },
            looksLike,
            channel: 'phone',
            detectedAt: null,
            systems: [],
            language: 'fr',
            exercise: false,
          },
        },
      }),
    ).id;

  const record = async (document: Annex1) =>
    taken(await recordAgreement({ ctx: as('alix'), input: { key: document.reference, document } })).id;
  const agreements = { val: await record(fixture), aube: await record(aube) };
  const mailbox = createMemoryMailbox(mails, now);
  return {
    ports,
    orgId,
    clock,
    engine,
    people,
    as,
    at,
    command,
    note,
    send,
    noticeOf,
    settle,
    approve,
    report,
    agreements,
    contact,
    mailbox,
    mails,
    signNow: () => proofs.signNow(orgId),
  };
}
export type Night = Awaited<ReturnType<typeof createNight>>;

export function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
