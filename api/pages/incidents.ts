import { z } from 'zod';
import { listIncidents, type ListIncidents } from '../../application/incident/listIncidents';
import { listNow } from '../../application/overview/listNow';
import { mayCommand, mayReadIncidents } from '../../application/policies/incident';
import { mayReadTransfers } from '../../application/policies/transfer';
import type { Vulnerability } from '../../domain/vulnerability/fold';
import type { Incident } from '../../domain/incident/incident';
import { type IncidentLine, incidentsPage } from '../../templates/pages/incidents';
import type { Said } from '../../templates/pages/words/word';
import { definePage } from '../http/definePage';
import { Id, OrgId } from '../http/fields';
import { enterHouse, shownAs } from './frame';
import type { PageHouse } from './house';
import { referenceOf, titleOf } from './rowWords';

const Stage = z.enum(['all', 'event', 'incident', 'breach', 'vulnerability']);
type Stage = z.infer<typeof Stage>;
const PAGE = 25;

const tabs = [
  { stage: 'all', label: 'incidents.all' },
  { stage: 'event', label: 'incidents.events' },
  { stage: 'incident', label: 'incidents.incidents' },
  { stage: 'breach', label: 'incidents.breaches' },
  { stage: 'vulnerability', label: 'incidents.vulnerabilities' },
] as const;

/** The list, with the four words kept apart (duty S3-09). Filters live in the URL. */
export const incidentsPageOf = (house: PageHouse) =>
  definePage({
    path: '/o/{orgId}/incidents',
    audience: 'member',
    policy: mayReadIncidents,
    params: z.object({ orgId: OrgId }),
    query: z.object({ stage: Stage.default('all'), q: z.string().max(200).default(''), after: Id.optional() }),
    async render(visit) {
      const { stage, q, after } = visit.query;
      const inside = await enterHouse(house, visit, 'incidents', `/incidents${queryOf({ stage, q, after })}`);
      if (!inside.ok) return inside;
      const { ctx, frame } = inside.value;
      const burning = await listNow({ ctx });
      if (!burning.ok) return burning;
      const found = await lines(ctx, { stage, q, after });
      if (!found.ok) return found;
      const clockOf = (id: string) =>
        burning.value.rows.find(({ incidentId, clock }) => incidentId === id && clock.doneAt === null)?.clock ?? null;
      const last = found.value.at(PAGE - 1);
      return shownAs(
        incidentsPage(frame, {
          tabs: tabs.map((tab) => ({
            href: `/incidents${queryOf({ stage: tab.stage, q: '', after: undefined })}`,
            label: { key: tab.label },
            current: tab.stage === stage,
          })),
          query: q,
          stage,
          lines: found.value.slice(0, PAGE).map((line) => ({ ...line, clock: line.clock ?? clockOf(line.id) })),
          older: found.value.length > PAGE && last ? `/incidents${queryOf({ stage, q, after: last.id })}` : null,
          subNotice: mayCommand(ctx, 'subNotice.receive'),
          transfers: mayReadTransfers(ctx),
          filtered: stage !== 'all' || q !== '',
        }),
      );
    },
  });

type Line = IncidentLine & { id: string };
type Asked = { stage: Stage; q: string; after: string | undefined };

async function lines(ctx: Parameters<typeof listIncidents>[0]['ctx'], { stage, q, after }: Asked) {
  const from = after === undefined ? {} : { after };
  if (stage === 'vulnerability') {
    const found = await ctx.ports.projections.list(ctx.orgId, 'vulnerability', { ...from, limit: PAGE + 1 });
    return { ok: true as const, value: found.map(vulnerabilityLine) };
  }
  const input: ListIncidents = { ...(stage !== 'all' && { word: stage }), ...from, limit: PAGE + 1 };
  const found = await listIncidents({ ctx, input });
  if (!found.ok) return found;
  const wanted = q.trim().toLowerCase();
  const matching = found.value.filter(
    (incident) =>
      wanted === '' ||
      `${referenceOf(incident)} ${incident.reference.signal} ${incident.report.text ?? ''}`
        .toLowerCase()
        .includes(wanted),
  );
  return { ok: true as const, value: matching.map(incidentLine) };
}

function incidentLine(incident: Incident): Line {
  return {
    id: incident.id,
    href: `/incidents/${incident.id}`,
    reference: referenceOf(incident),
    title: titleOf(incident),
    stage: stageWords(incident),
    stageTone: tones[incident.stage],
    at: incident.report.alertedAt,
    day: incident.report.alertedDay ?? null,
    clock: null,
    controllers: incident.touched.length,
  };
}

export const stageWords = ({ stage }: Pick<Incident, 'stage'>): Said => ({ key: `stage.${stage}` });

const tones: Record<Incident['stage'], IncidentLine['stageTone']> = {
  EVENT_NEW: 'run',
  TRIAGE: 'run',
  EVENT_CLOSED: 'done',
  INCIDENT: 'near',
  BREACH_SUSPECTED: 'near',
  BREACH: 'late',
  CLOSED: 'done',
};

function vulnerabilityLine({ id, reference, recordedAt, stage }: Vulnerability): Line {
  return {
    id,
    href: `/vulnerabilities/${id}`,
    reference,
    title: { key: 'stage.vulnerability' },
    stage: { key: `stage.${stage}` },
    stageTone: stage === 'VULN_FIXED' ? 'done' : 'near',
    at: recordedAt,
    day: null,
    clock: null,
    controllers: 0,
  };
}

function queryOf({ stage, q, after }: Asked): string {
  const pairs = new URLSearchParams({
    ...(stage !== 'all' && { stage }),
    ...(q !== '' && { q }),
    ...(after !== undefined && { after }),
  });
  return pairs.size === 0 ? '' : `?${pairs.toString()}`;
}
