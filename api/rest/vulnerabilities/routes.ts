import { z } from 'zod';
import { extendVulnerability } from '../../../application/vulnerability/extendVulnerability';
import { fixVulnerability } from '../../../application/vulnerability/fixVulnerability';
import { tellNow } from '../../../application/atOnce/tellNow';
import { proveVulnerability } from '../../../application/vulnerability/proveVulnerability';
import { listVulnerabilities, readVulnerability } from '../../../application/vulnerability/readVulnerabilities';
import { mayProveVulnerability, mayReadVulnerabilities } from '../../../application/policies/vulnerability';
import { Severity, Touched } from '../../../domain/incident/vocabulary';
import { Instant } from '../../../domain/shared/instant';
import { Extend, Fix, Prove } from '../../../domain/vulnerability/decide';
import type { Vulnerability } from '../../../domain/vulnerability/fold';
import { defineAddition, defineDecision, defineRead } from '../../http/defineRoute';
import { described } from '../../http/described';
import { Id, orgParams, pageOf, pageQuery } from '../../http/fields';
import { contactedRoute } from '../atOnce/contactedRoute';
import { presentTold, ToldView } from '../atOnce/toldView';
import { erasableWords } from '../erasableWords';
import { numberedSchema, presentNumbered } from '../written';

const listPath = '/api/v1/organisations/{orgId}/vulnerabilities';
const path = `${listPath}/{vulnerabilityId}`;
const params = orgParams.extend({ vulnerabilityId: Id.meta({ description: 'opaque id of the vulnerability' }) });
const tag = 'vulnerabilities';

const View = z
  .strictObject({
    id: Id,
    ref: z.string().meta({ description: '`VUL-…`' }),
    stage: z.enum(['VULN_TOLD', 'VULN_FIXED']).meta({ description: 'where it stands' }),
    revision: z.int().positive().meta({ description: 'of its newest entry' }),
    text: erasableWords('what was proved'),
    provenAt: Instant.meta({ description: 'when it was proved' }),
    severity: Severity.meta({ description: 'how grave it is' }),
    identifier: z.string().nullable().meta({ description: 'CVE number, if it has one' }),
    incidentId: z.string().nullable().meta({ description: 'incident it belongs to, if any' }),
    touched: z.array(Touched).meta({ description: 'agreements whose controllers are told' }),
    told: z.array(ToldView).meta({ description: 'controllers that were written to' }),
    systems: z.array(z.string()).nullable().meta({ description: 'systems concerned; null where erased' }),
    fixedAt: Instant.nullable().meta({ description: 'null while it is open' }),
    how: erasableWords('how it was fixed; null while it is open'),
  })
  .meta({ id: 'Vulnerability', description: 'A weakness that was proved, used by somebody or not' });

const Written = numberedSchema({ id: 'VulnerabilityWritten', ref: '`VUL-…`' });

const NewVulnerability = Prove.extend({}).meta({ id: 'NewVulnerability', description: 'A weakness that was proved' });
const NewFix = described('VulnerabilityFix', 'The weakness is gone', Fix.shape, {
  fixedAt: 'when it was fixed',
  how: 'how it was fixed',
});

const NewExtension = Extend.extend({}).meta({
  id: 'VulnerabilityExtension',
  description: 'Whose data it touches, too',
});

function present(vulnerability: Vulnerability): z.output<typeof View> {
  const { id, reference: ref, stage, revision, proven, fixed } = vulnerability;
  const { text, provenAt, severity, identifier, incidentId, touched, systems } = proven;
  const told = presentTold(vulnerability);
  const known = { text, provenAt, severity, identifier, incidentId, touched, told, systems };
  return { id, ref, stage, revision, ...known, fixedAt: fixed?.at ?? null, how: fixed?.how ?? null };
}

const writtenExample = { id: '0199e1f0-0000-7000-8000-000000000060', ref: 'VUL-2026-41', seq: 41, revision: 1 };
const example: z.output<typeof View> = {
  id: writtenExample.id,
  ref: 'VUL-2026-41',
  stage: 'VULN_TOLD',
  revision: 1,
  text: 'Accès sans mot de passe au partage des enquêtes.',
  provenAt: '2026-05-13T08:00:00.000Z',
  severity: 'high',
  identifier: null,
  incidentId: null,
  touched: [],
  told: [],
  systems: ['NAS-2'],
  fixedAt: null,
  how: null,
};

const query = pageQuery.extend({ incidentId: Id.optional().meta({ description: 'only those of one incident' }) });

export const vulnerabilityRoutes = [
  defineRead({
    path: listPath,
    operationId: 'listVulnerabilities',
    summary: 'Vulnerabilities',
    description: 'A list of their own, apart from events, incidents and breaches (duty S3-09). Newest first.',
    tag,
    policy: mayReadVulnerabilities,
    params: orgParams,
    query,
    status: 200,
    response: pageOf('VulnerabilityPage', View),
    example: { response: { items: [example], next: null } },
    async handler(ctx, { query: { incidentId, after, limit } }) {
      const input = { limit, ...(incidentId && { incidentId }), ...(after && { after }) };
      const listed = await listVulnerabilities({ ctx, input });
      if (!listed.ok) return listed;
      const items = listed.value.map(present);
      const next = items.length === limit ? (items.at(-1)?.id ?? null) : null;
      return { ok: true, value: { body: { items, next } } };
    },
  }),

  defineAddition({
    path: listPath,
    operationId: 'proveVulnerability',
    summary: 'Record a vulnerability',
    description:
      'It has its number at once; the contacts of the controllers that it touches are written to at once (duties S3-09, S3-10).',
    tag,
    policy: mayProveVulnerability,
    params: orgParams,
    body: NewVulnerability,
    status: 201,
    response: Written,
    example: {
      body: { text: String(example.text), provenAt: example.provenAt, severity: 'high' },
      response: writtenExample,
    },
    async handler(ctx, { body, key }) {
      const written = await proveVulnerability({ ctx, input: { key, proven: body } });
      if (written.ok) await tellNow(ctx);
      return presentNumbered(written);
    },
  }),

  defineRead({
    path,
    operationId: 'readVulnerability',
    summary: 'One vulnerability',
    description: 'As its entries say now.',
    tag,
    policy: mayReadVulnerabilities,
    params,
    status: 200,
    etag: true,
    response: View,
    example: { response: example },
    async handler(ctx, { params: { vulnerabilityId } }) {
      const read = await readVulnerability({ ctx, input: { vulnerabilityId } });
      if (!read.ok) return read;
      return { ok: true, value: { body: present(read.value), headers: { ETag: `"${read.value.decided}"` } } };
    },
  }),

  defineDecision({
    path: `${path}/extension`,
    operationId: 'extendVulnerability',
    summary: 'Record whose data it touches, too',
    description: 'Further controllers: they are written to at once (duty S3-10).',
    tag,
    policy: mayProveVulnerability,
    params,
    body: NewExtension,
    status: 200,
    response: Written,
    example: { body: { touched: [{ agreementId: 'agr-7f367af8', role: 'processor' }] }, response: writtenExample },
    async handler(ctx, { params: { vulnerabilityId }, body, key, decided }) {
      const written = await extendVulnerability({ ctx, input: { vulnerabilityId, key, extend: body, decided } });
      if (written.ok) await tellNow(ctx);
      return presentNumbered(written);
    },
  }),

  defineDecision({
    path: `${path}/fix`,
    operationId: 'fixVulnerability',
    summary: 'Record that it is fixed',
    description: 'When, and how.',
    tag,
    policy: mayProveVulnerability,
    params,
    body: NewFix,
    status: 200,
    response: Written,
    example: { body: { fixedAt: '2026-05-13T10:00:00.000Z', how: 'Mot de passe posé.' }, response: writtenExample },
    async handler(ctx, { params: { vulnerabilityId }, body, key, decided }) {
      return presentNumbered(await fixVulnerability({ ctx, input: { vulnerabilityId, key, fix: body, decided } }));
    },
  }),

  contactedRoute('vulnerability', 'vulnerabilities', 'noteVulnerabilityContact'),
];
