import { z } from 'zod';
import { compareVersions, listAgreements, readAgreement } from '../../../application/agreement/readAgreement';
import { mayReadAgreements } from '../../../application/policies/agreement';
import type { Json } from '../../../domain/shared/jcs';
import { defineRead } from '../../http/defineRoute';
import { Id, orgParams, pageOf, pageQuery } from '../../http/fields';
import { documentExample, rowExample } from './example';
import { AgreementRow, AgreementView, presentAgreement, presentRow } from './views';

export const agreementsPath = '/api/v1/organisations/{orgId}/agreements';
export const agreementPath = `${agreementsPath}/{agreementId}`;
export const agreementParams = orgParams.extend({
  agreementId: Id.meta({ description: 'opaque id of the agreement' }),
});
export const tag = 'agreements';

const number = (description: string) => z.coerce.number().int().min(1).max(100_000).meta({ description });

const Differences = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'RFC 6901, into the document' }),
          before: z.json().nullable().meta({ description: 'null where the place was missing' }),
          after: z.json().nullable().meta({ description: 'null where the place is missing' }),
        }),
      )
      .meta({ description: 'in the order of the document' }),
  })
  .meta({ id: 'Differences', description: 'What one version changes of another' });

const { language, timeZone, calendar, terms } = documentExample;
const versionExample = {
  version: 1,
  state: 'SIGNED' as const,
  from: '2026-01-14T23:00:00.000Z',
  to: '2027-12-31T23:00:00.000Z',
  documentHash: '0'.repeat(64),
  document: documentExample,
  terms,
  language,
  timeZone,
  calendar,
  signatures: [],
};

const contactExample = {
  contactId: 'c1',
  channel: 'email' as const,
  state: 'works' as const,
  testedAt: '2026-03-27T09:00:00.000Z',
  succeededAt: '2026-03-27T09:12:00.000Z',
  dueAt: '2026-09-23T09:12:00.000Z',
  why: null,
};

export const agreementReads = [
  defineRead({
    path: agreementsPath,
    operationId: 'listAgreements',
    summary: 'Agreements',
    description: 'Newest first, page by page.',
    tag,
    policy: mayReadAgreements,
    params: orgParams,
    query: pageQuery,
    status: 200,
    response: pageOf('AgreementPage', AgreementRow),
    example: { response: { items: [rowExample], next: null } },
    async handler(ctx, { query: { after, limit } }) {
      const listed = await listAgreements({ ctx, input: { limit, ...(after && { after }) } });
      if (!listed.ok) return listed;
      const items = listed.value.map(presentRow);
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineRead({
    path: agreementPath,
    operationId: 'readAgreement',
    summary: 'One agreement with all its versions',
    description: 'Each version with the time for which it is in force; a breach is judged by that of its t0.',
    tag,
    policy: mayReadAgreements,
    params: agreementParams,
    status: 200,
    etag: true,
    response: AgreementView,
    example: {
      response: {
        ...rowExample,
        versions: [versionExample],
        webhookSecrets: [],
        contacts: [contactExample],
        inside: null,
        outside: null,
      },
    },
    async handler(ctx, { params: { agreementId } }) {
      const read = await readAgreement({ ctx, input: { agreementId } });
      if (!read.ok) return read;
      const headers = { ETag: `"${read.value.agreement.decided}"` };
      return { ok: true, value: { body: presentAgreement(read.value), headers } };
    },
  }),

  defineRead({
    path: `${agreementPath}/differences`,
    operationId: 'compareAgreementVersions',
    summary: 'What one version changes of another',
    description: 'Place by place; signatures are left out.',
    tag,
    policy: mayReadAgreements,
    params: agreementParams,
    query: z.strictObject({ from: number('version before'), to: number('version after') }),
    status: 200,
    response: Differences,
    example: { response: { items: [{ pointer: '/terms/breachNotice/hours', before: 48, after: 24 }] } },
    async handler(ctx, { params: { agreementId }, query: { from, to } }) {
      const compared = await compareVersions({ ctx, input: { agreementId, from, to } });
      if (!compared.ok) return compared;
      const items = compared.value.map(({ pointer, before, after }) => {
        return { pointer, before: plainJson(before), after: plainJson(after) };
      });
      return { ok: true, value: { body: { items } } };
    },
  }),
];

/** Out of the domain's read-only shape. */
const plainJson = (value: Json | undefined): z.output<ReturnType<typeof z.json>> =>
  value === undefined ? null : JSON.parse(JSON.stringify(value));
