import { tieAgreement } from '../../application/agreement/tieAgreement';
import { PARIS } from './places';
import { appendEvent } from '../../application/entries/appendEvent';
import { commandIncident } from '../../application/incident/commandIncident';
import { nextOf } from '../../application/incident/limitOf';
import { receiveMessage } from '../../application/exchange/receiveMessage';
import { reachMilestone as reachIncident } from '../../application/incident/reachMilestone';
import { reportEvent } from '../../application/incident/reportEvent';
import { openImplied } from '../../application/notice/openImplied';
import { loadCase } from '../../application/notice/readCase';
import { reachMilestone as reachNotice } from '../../application/notice/reachMilestone';
import { sendVersion } from '../../application/notice/sendVersion';
import { admitParty } from '../../application/party/admitParty';
import { recordParty } from '../../application/party/recordParty';
import { ENGINE } from '../../application/policies/asker';
import type { Context, Ports } from '../../application/ports/ports';
import type { Annex1 } from '../../domain/agreement/annex1';
import { decideRecord } from '../../domain/agreement/decide';
import { exchangeUrlOf } from '../../domain/exchange/exchangeUrl';
import type { SendingCommand } from '../../domain/notice/commands';
import { nextMilestone as nextOfNotice } from '../../domain/notice/nextMilestone';
import type { Opens } from '../../domain/party/events';
import { plain } from '../../domain/shared/plain';
import { commands } from './incidentHouse';
import { annexOf, createNoticeHouse, type House } from './noticeHouse';
import { items } from './noticeStory';
import { must } from './realHouse';
import { T0 } from './threeControllers';

/** Three organisations of one installation: who processes for us, we, and the controller of our agreement `val`. */
export const SUB = 's1';
export const UPPER = 'o1';
export const CONTROLLER = 'val-temoin';

/** As the annexes of two controllers of ours list it; the third lists nobody. */
export const SUB_NAME = "Cabinet d'études rang 2";
const UPPER_NAME = 'Écoute & Enquêtes SCOP';

/** The sub-processor's own contract with us: we stand where it names its client. */
export function subAnnex(): Annex1 {
  const { controller, processor, ...rest } = annexOf('val');
  return {
    ...rest,
    reference: 'RANG-2',
    controller: { ...controller, name: UPPER_NAME, siren: processor.siren },
    processor: { ...processor, name: SUB_NAME },
    subProcessors: [],
  };
}

export type ChainHouse = Awaited<ReturnType<typeof createChainHouse>>;

type Chain = {
  /** What the sub-processor's notices open. */
  opens?: Opens | null;
  /** As its party is recorded. */
  name?: string;
  /** Organisations whose notices go by sealed messages to an installation of another, with no tie within this one. */
  sealed?: readonly string[];
};

export async function createChainHouse({ startAt = T0, ...chain }: Chain & { startAt?: string } = {}) {
  const house = await createNoticeHouse(startAt, {}, [], (document, key) =>
    key === 'orme' ? { ...document, subProcessors: [] } : document,
  );
  return joinChain(house, chain);
}

/** What is posted to an organisation's address for exchange is received there, as its door does. */
function carryMessages(ports: Ports): void {
  const exchange: Ports['carriers']['exchange'] = async ({ url, bytes }) => {
    const orgId = url.split('/').at(-1) ?? '';
    const received = await receiveMessage(ports, { orgId, text: bytes.toString('utf8') });
    if (received.ok) return { status: 200, body: received.receipt };
    return { status: 422, body: `{"code":"exchange.${received.why}"}` };
  };
  ports.carriers = { ...ports.carriers, exchange };
}

/** Founds the two others around a house, and ties the three: each names the next by its key. */
export async function joinChain<H extends House>(house: H, { opens = null, name = SUB_NAME, sealed = [] }: Chain = {}) {
  const { ports } = house;
  if (sealed.length > 0) carryMessages(ports);
  const as = (orgId: string): Context => ({ ...house.as('sacha', ['O', 'IM', 'DPO', 'DIR']), orgId });
  const engine = (orgId: string): Context => ({ orgId, actor: ENGINE, roles: [], ports });
  const keyOf = (orgId: string) => ports.proofs.notary.verifierKey(orgId);
  const recorded = must(decideRecord(subAnnex(), 'party-upper'));
  must(
    await appendEvent(as(SUB), {
      subject: { kind: 'agreement', id: 'rang2' },
      key: 'rang2',
      event: { type: recorded.type, values: plain(recorded.values) },
      standing: { kind: 'decision', revision: 1 },
    }),
  );

  /** Who is told records who tells, and lets it in; who tells ties its agreement. */
  async function consent(from: string, to: string, agreementId: string, role: 'processor' | 'subProcessor') {
    const called = from === SUB ? name : UPPER_NAME;
    const record = { role, name: called, key: await keyOf(from) };
    const { id: partyId } = must(await recordParty({ ctx: as(to), input: { key: 'party', record } }));
    const urlOf = (orgId: string) => (sealed.includes(from) ? exchangeUrlOf('https://vigie.example', orgId) : null);
    const admit = {
      admitted: true,
      opens: role === 'processor' ? null : opens,
      exchangeUrl: urlOf(from),
      reason: 'convention',
    };
    must(await admitParty({ ctx: as(to), input: { partyId, key: 'admit', admit } }));
    const tie = { key: await keyOf(to), exchangeUrl: urlOf(to), reason: 'comparée au téléphone' };
    must(await tieAgreement({ ctx: as(from), input: { agreementId, key: 'tie', tie } }));
  }
  await consent(SUB, UPPER, 'rang2', 'subProcessor');
  await consent(UPPER, CONTROLLER, 'val', 'processor');

  const noticesOf = (orgId: string) => ports.projections.list(orgId, 'notice', { limit: 20 });
  const incidentsOf = (orgId: string) => ports.projections.list(orgId, 'incident', { limit: 20 });
  const noticeUnder = async (orgId: string, agreementId: string) => {
    const found = (await noticesOf(orgId)).find(({ opened }) => opened.agreementId === agreementId);
    if (found === undefined) throw new Error(`no notice of ${orgId} under ${agreementId}`);
    return found;
  };
  return {
    ...house,
    asOf: as,
    engineOf: engine,
    noticesOf,
    incidentsOf,
    noticeUnder,
    casesOf: (orgId: string) => ports.projections.list(orgId, 'controllerCase', { limit: 20 }),
    typesOf: (orgId: string) => house.journal.entries.filter((one) => one.orgId === orgId).map(({ type }) => type),
    /** The sub-processor finds a breach out, certain at this instant, or only suspects it. @returns id of its notice to us */
    async subLearns(at: string, isCertain = true): Promise<string> {
      house.clock.now = new Date(Math.max(house.clock.now.getTime(), Date.parse(at)));
      const ctx = as(SUB);
      const declarant = { name: 'Veille', email: 'veille@rang2.example', phone: null };
      const signal = { text: 'Copie vue.', source: 'person', alertedAt: at, declarant, looksLike: 'incident' } as const;
      const rest = { channel: 'form', detectedAt: at, systems: [], language: 'fr', exercise: false } as const;
      const { id } = must(
        await reportEvent({ ctx, input: { key: 'seen', signal: { ...signal, ...rest, systems: [] } } }),
      );
      const touched = [{ agreementId: 'rang2', role: 'processor' as const }];
      const known = { nature: ['confidentiality' as const], touched };
      const learned = isCertain
        ? { ...commands['aware.set'], ...known, awareAt: at, detectedAt: at }
        : { ...commands['breach.suspect'], ...known };
      for (const command of [commands['triage.start'], { ...commands['incident.declare'], leadId: 'paul' }, learned]) {
        must(await commandIncident({ ctx, input: { incidentId: id, key: command.kind, command } }));
      }
      must(await openImplied({ ctx: engine(SUB), input: { incidentId: id } }));
      return (await noticeUnder(SUB, 'rang2')).id;
    },
    send: (
      orgId: string,
      noticeId: string,
      command: SendingCommand = { kind: 'send', items },
      key: string = command.kind,
    ) => sendVersion({ ctx: as(orgId), input: { noticeId, key, command } }),
    /** Does what is due of a notice at the instant of the clock, as the engine does. */
    async settleOf(orgId: string, noticeId: string): Promise<void> {
      for (let steps = 0; steps < 200; steps += 1) {
        const milestone = nextOfNotice(must(await loadCase(engine(orgId), noticeId)), house.clock.now);
        if (milestone === null || milestone.atMs > house.clock.now.getTime()) return;
        must(await reachNotice({ ctx: engine(orgId), input: { noticeId, milestone } }));
      }
    },
    async settleIncident(orgId: string, incidentId: string): Promise<void> {
      for (let steps = 0; steps < 50; steps += 1) {
        const incident = await ports.projections.read(orgId, 'incident', incidentId);
        const milestone = incident && (await nextOf(engine(orgId), incident, house.clock.now, PARIS));
        if (milestone === null || milestone.atMs > house.clock.now.getTime()) return;
        must(await reachIncident({ ctx: engine(orgId), input: { incidentId, milestone } }));
      }
    },
  };
}
