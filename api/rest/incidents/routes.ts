import { z } from 'zod';
import { approveRequest } from '../../../application/incident/approveRequest';
import { listIncidents } from '../../../application/incident/listIncidents';
import { readIncident } from '../../../application/incident/readIncident';
import { ownCaseOf } from '../../../application/controllerCase/openOwn';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { readKnownAt } from '../../../application/journal/readKnownAt';
import { mayApprove, mayReadIncidents } from '../../../application/policies/incident';
import type { Context } from '../../../application/ports/ports';
import type { Incident } from '../../../domain/incident/incident';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { orgParams, pageOf, pageQuery } from '../../http/fields';
import { Yes } from '../../http/yes';
import { knownQuery, untilOf } from '../known';
import { presentWritten } from '../written';
import { incidentCommandRoutes } from './commandRoutes';
import { incidentRegimeRoutes } from './regimeRoutes';
import { incidentParams, incidentPath, IncidentWritten, writtenExample } from './commands';
import { incidentExample, rowExample } from './examples';
import { presentIncident, presentRow } from './present';
import { newSubNoticeRoute } from './newSubNotice';
import { sealedSubNoticeRoute } from './sealedSubNotice';
import { IncidentRow, IncidentView, Word } from './views';

const listQuery = pageQuery.extend({
  word: Word.optional().meta({ description: 'only events, incidents or breaches' }),
  open: z.enum(['true', 'false']).optional().meta({ description: 'true: only what still asks something of somebody' }),
});

async function shown(ctx: Context, incident: Incident, at: Date) {
  const own = await ownCaseOf(ctx, incident);
  const headers = { ETag: `"${incident.decided}"` };
  return { ok: true as const, value: { body: presentIncident(incident, { own, at }, ctx), headers } };
}

export const incidentRoutes = [
  defineRead({
    path: '/api/v1/organisations/{orgId}/incidents',
    operationId: 'listIncidents',
    summary: 'Events, incidents and breaches',
    description: 'Newest first, page by page.',
    tag: 'incidents',
    policy: mayReadIncidents,
    params: orgParams,
    query: listQuery,
    status: 200,
    response: pageOf('IncidentPage', IncidentRow),
    example: { response: { items: [rowExample], next: null } },
    async handler(ctx, { query: { word, open, after, limit } }) {
      const input = { limit, ...(word && { word }), ...(open && { open: open === 'true' }), ...(after && { after }) };
      const listed = await listIncidents({ ctx, input });
      if (!listed.ok) return listed;
      const items = listed.value.map(presentRow);
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineRead({
    path: incidentPath,
    operationId: 'readIncident',
    summary: 'One incident, now or as it was known once',
    description:
      'With `knownAt` or `knownEntry`, only what was recorded until then is read, by who may read the journal.',
    tag: 'incidents',
    policy: mayReadIncidents,
    params: incidentParams,
    query: knownQuery,
    status: 200,
    etag: true,
    response: IncidentView,
    example: { response: incidentExample },
    async handler(ctx, { params: { incidentId }, query }) {
      const until = untilOf(query);
      if (until === null) {
        const read = await readIncident({ ctx, input: { incidentId } });
        return read.ok ? shown(ctx, read.value, ctx.ports.now()) : read;
      }
      const known = await readKnownAt({ ctx, input: { subject: { kind: 'incident', id: incidentId }, ...until } });
      return known.ok ? shown(ctx, known.value.state, new Date(known.value.at)) : known;
    },
  }),

  ...incidentCommandRoutes,
  ...incidentRegimeRoutes,

  newSubNoticeRoute,
  sealedSubNoticeRoute,

  defineAddition({
    path: `${incidentPath}/approvals`,
    operationId: 'approve',
    summary: 'Approve what another person asked',
    description:
      'Persons are compared, never tokens. The last yes that is needed is the effect. Four hours, then ask again.',
    tag: 'incidents',
    policy: mayApprove,
    params: incidentParams,
    body: Yes,
    status: 200,
    response: IncidentWritten,
    example: { body: { requestId: '0199e1f0-0000-7000-8000-000000000030' }, response: writtenExample },
    async handler(ctx, { params: { incidentId }, body, key }) {
      const written = await approveRequest({ ctx, input: { incidentId, key, ...body } });
      if (written.ok) await openImpliedNow(ctx, incidentId).catch(() => undefined);
      return presentWritten(written);
    },
  }),
];
