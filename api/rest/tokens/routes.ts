import { z } from 'zod';
import { issueToken } from '../../../application/people/issueToken';
import { listTokens } from '../../../application/people/listTokens';
import { revokeToken } from '../../../application/people/revokeToken';
import { mayIssueToken, mayReadTokens } from '../../../application/policies/organisation';
import type { Token } from '../../../domain/organisation/fold';
import { Instant } from '../../../domain/shared/instant';
import { Role } from '../../../domain/shared/roles';
import { defineAddition, defineRead } from '../../http/defineRoute';
import { Id, orgParams, Written } from '../../http/fields';
import { Roles } from '../members/shapes';

const path = '/api/v1/organisations/{orgId}/tokens';
const tag = 'tokens';
const tokenParams = orgParams.extend({ tokenId: Id.meta({ description: 'opaque id of the token' }) });

const Holder = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('person').meta({ description: 'acts are that person’s, whichever token is used' }),
      id: Id.meta({ description: 'a member' }),
    }),
    z.strictObject({
      kind: z.literal('tool').meta({ description: 'a machine: it signals and reads, it never approves' }),
      id: Id.meta({ description: 'name of the machine, e.g. `siem-1`' }),
    }),
  ])
  .meta({ id: 'TokenHolder', description: 'Who the token speaks for' });

const TokenView = z
  .strictObject({
    tokenId: Id,
    holder: Holder,
    roles: z.array(Role).meta({ description: 'at most these; never more than the membership gives' }),
    issuedAt: Instant.meta({ description: 'instant of issue' }),
    issuedBy: z.string().meta({ description: 'opaque id of who issued it' }),
    expiresAt: Instant.meta({ description: 'opens nothing from then on' }),
    revokedAt: Instant.nullable().meta({ description: 'null unless it was revoked' }),
  })
  .meta({ id: 'Token', description: 'A token without its secret' });

const Tokens = z
  .strictObject({ items: z.array(TokenView).meta({ description: 'in order of issue' }) })
  .meta({ id: 'Tokens', description: 'Every token that was issued' });

const NewToken = z
  .strictObject({
    holder: Holder,
    roles: Roles,
    expiresAt: Instant.meta({ description: 'at most 400 days from now' }),
  })
  .meta({ id: 'NewToken', description: 'A token to issue: an entry, and every director is told' });

const IssuedToken = Written.extend({
  tokenId: Id,
  secret: z
    .string()
    .nullable()
    .meta({ description: 'shown this once; null in the answer to a repeat: revoke it then, and issue another' }),
}).meta({ id: 'IssuedToken', description: 'The new token' });

const Revocation = z.strictObject({}).meta({ id: 'Revocation', description: 'Nothing to say' });

function present({ tokenId, holder, roles, issuedAt, issuedBy, expiresAt, revokedAt }: Token) {
  return { tokenId, holder, roles, issuedAt, issuedBy, expiresAt, revokedAt };
}

const example = {
  tokenId: '0199e1f0-0000-7000-8000-000000000003',
  holder: { kind: 'tool' as const, id: 'siem-1' },
  roles: ['O' as const],
  issuedAt: '2026-03-27T09:00:00.000Z',
  issuedBy: '0199e1f0-0000-7000-8000-000000000002',
  expiresAt: '2026-09-27T09:00:00.000Z',
  revokedAt: null,
};

export const tokenRoutes = [
  defineRead({
    path,
    operationId: 'listTokens',
    summary: 'Tokens, without their secrets',
    description: 'Also those that have expired or were revoked.',
    tag,
    policy: mayReadTokens,
    params: orgParams,
    status: 200,
    response: Tokens,
    example: { response: { items: [example] } },
    async handler(ctx) {
      const listed = await listTokens({ ctx });
      return listed.ok ? { ok: true, value: { body: { items: listed.value.map(present) } } } : listed;
    },
  }),

  defineAddition({
    path,
    operationId: 'issueToken',
    summary: 'Issue a token',
    description: 'Its secret is answered once and stored hashed. Issuing is an entry of the journal and an alarm.',
    tag,
    policy: mayIssueToken,
    params: orgParams,
    body: NewToken,
    status: 201,
    response: IssuedToken,
    example: {
      body: { holder: example.holder, roles: ['O'], expiresAt: example.expiresAt },
      response: { seq: 7, tokenId: example.tokenId, secret: `vgt_${'0123456789abcdef'.repeat(4)}` },
    },
    async handler(ctx, { body, key }) {
      const issued = await issueToken({ ctx, input: { key, ...body } });
      return issued.ok ? { ok: true, value: { body: issued.value } } : issued;
    },
  }),

  defineAddition({
    path: `${path}/{tokenId}/revocation`,
    operationId: 'revokeToken',
    summary: 'Revoke a token',
    description: 'It opens nothing from this entry on, in any process or session.',
    tag,
    policy: mayIssueToken,
    params: tokenParams,
    body: Revocation,
    status: 200,
    response: Written,
    example: { body: {}, response: { seq: 8 } },
    async handler(ctx, { params: { tokenId }, key }) {
      const revoked = await revokeToken({ ctx, input: { key, tokenId } });
      return revoked.ok ? { ok: true, value: { body: revoked.value } } : revoked;
    },
  }),
];
