import { z } from 'zod';
import { approveCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { listControllerCases, readCaseToFill } from '../../../application/controllerCase/readCases';
import { readKnownAt } from '../../../application/journal/readKnownAt';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import {
  mayApproveCase,
  mayOpenCase,
  mayReadCases,
  mayReceiveNotice,
} from '../../../application/policies/controllerCase';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { OpenCase } from '../../../domain/controllerCase/commands';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { orgParams, pageOf, pageQuery } from '../../http/fields';
import { Yes } from '../../http/yes';
import { knownQuery, untilOf } from '../known';
import { presentWritten } from '../written';
import { caseCommandRoutes } from './commandRoutes';
import { caseParams, casePath, casesPath, CaseWritten, tag, writtenExample } from './commands';
import { caseExample, rowExample } from './examples';
import { presentCase, presentCaseRow } from './present';
import { personsTextsRoute } from './personsTexts';
import { personsPaperRoutes } from './personsPaper';
import { recipientRoutes } from './recipients';
import { caseFileRoutes } from './files';
import { edpbRoutes } from './edpb';
import { sheetPdfRoute, sheetRoute } from './sheet';
import type { Asker } from '../../../application/policies/asker';
import { CaseRow, CaseView } from './views';

const listQuery = pageQuery.extend({
  open: z.enum(['true', 'false']).optional().meta({ description: 'true: only what still asks something of somebody' }),
});
const NewCase = OpenCase.extend({}).meta({ id: 'NewCase', description: 'What a controller was told, or found out' });
const Received = ReceiveNotice.extend({}).meta({ id: 'ReceivedNotice', description: 'A notice as it was received' });

const shown = (one: ControllerCase, at: Date, asker: Asker) => ({
  ok: true as const,
  value: { body: presentCase(one, at, asker), headers: { ETag: `"${one.decided}"` } },
});

export const caseRoutes = [
  defineRead({
    path: casesPath,
    operationId: 'listCases',
    summary: 'Cases of this controller',
    description: 'Breaches of its data, from whichever processor. Newest first, page by page.',
    tag,
    policy: mayReadCases,
    params: orgParams,
    query: listQuery,
    status: 200,
    response: pageOf('CasePage', CaseRow),
    example: { response: { items: [rowExample], next: null } },
    async handler(ctx, { query: { open, after, limit } }) {
      const input = { limit, ...(open && { open: open === 'true' }), ...(after && { after }) };
      const listed = await listControllerCases({ ctx, input });
      if (!listed.ok) return listed;
      const items = listed.value.map((one) => presentCaseRow(one, ctx.ports.now()));
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineAddition({
    path: casesPath,
    operationId: 'openCase',
    summary: 'Open a case',
    description: 'The 72 hours run from what was received, unless it was known earlier (GDPR Art 33(1)).',
    tag,
    policy: mayOpenCase,
    params: orgParams,
    body: NewCase,
    status: 201,
    response: CaseWritten,
    example: {
      body: {
        origin: 'processor',
        receivedAt: rowExample.receivedAt,
        reference: 'AV-arcadia',
        from: 'Prestataire d’enquêtes',
        text: 'Un classeur a été envoyé à un tiers.',
        certain: true,
      },
      response: { ...writtenExample, revision: 1, seq: 21 },
    },
    async handler(ctx, { body, key }) {
      return presentWritten(await openCase({ ctx, input: { key, opening: body } }));
    },
  }),

  defineAddition({
    path: `${casesPath}/received`,
    operationId: 'receiveNotice',
    summary: 'Take in a notice with its signed envelope',
    description:
      'The first version opens a case, a later one is added to it; the same version again, under whatever key, is the same case. Under one key only the same request is a repeat. The seal is checked against the key of the recorded party.',
    tag,
    policy: mayReceiveNotice,
    params: orgParams,
    body: Received,
    status: 201,
    response: CaseWritten,
    example: {
      body: {
        envelope: '{"checkpointHash":null, …}\n{"seal":"…"}\n',
        receivedAt: rowExample.receivedAt,
        text: 'Un classeur a été envoyé à un tiers.',
      },
      response: { ...writtenExample, revision: 1, seq: 21 },
    },
    async handler(ctx, { body, key }) {
      return presentWritten(await receiveNotice({ ctx, input: { key, ...body } }));
    },
  }),

  defineRead({
    path: casePath,
    operationId: 'readCase',
    summary: 'One case, now or as it was known once',
    description:
      'With `knownAt` or `knownEntry`, only what was recorded until then is read, by who may read the journal.',
    tag,
    policy: mayReadCases,
    params: caseParams,
    query: knownQuery,
    status: 200,
    etag: true,
    response: CaseView,
    example: { response: caseExample },
    async handler(ctx, { params: { caseId: id }, query }) {
      const until = untilOf(query);
      if (until === null) {
        const read = await readCaseToFill({ ctx, input: { caseId: id } });
        return read.ok ? shown(read.value, ctx.ports.now(), ctx) : read;
      }
      const known = await readKnownAt({ ctx, input: { subject: { kind: 'controllerCase', id }, ...until } });
      return known.ok ? shown(known.value.state, new Date(known.value.at), ctx) : known;
    },
  }),

  sheetRoute,
  sheetPdfRoute,
  ...edpbRoutes,
  personsTextsRoute,
  ...recipientRoutes,
  ...personsPaperRoutes,
  ...caseFileRoutes,

  ...caseCommandRoutes,

  defineAddition({
    path: `${casePath}/approvals`,
    operationId: 'approveCase',
    summary: 'Approve what another person asked',
    description: 'Persons are compared, never tokens. The last yes that is needed is the effect.',
    tag,
    policy: mayApproveCase,
    params: caseParams,
    body: Yes,
    status: 200,
    response: CaseWritten,
    example: { body: { requestId: '0199e1f0-0000-7000-8000-000000000030' }, response: writtenExample },
    async handler(ctx, { params: { caseId }, body, key }) {
      return presentWritten(await approveCase({ ctx, input: { caseId, key, ...body } }));
    },
  }),
];
