import { z } from 'zod';
import { readOrganisation } from '../../../application/organisation/readOrganisation';
import { anyMember } from '../../../application/policies/asker';
import { Identity } from '../../../domain/authority/identity';
import { Seat } from '../../../domain/authority/seat';
import { Language } from '../../../domain/letters/head';
import type { Ports } from '../../../application/ports/ports';
import { exchangeUrlOf } from '../../../domain/exchange/exchangeUrl';
import type { Organisation } from '../../../domain/organisation/fold';
import { mailsAreCaught } from '../../../domain/organisation/standing';
import { Instant } from '../../../domain/shared/instant';
import { defineRead } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';

const OrganisationView = z
  .strictObject({
    id: Id,
    revision: z.int().meta({ description: 'of its newest entry' }),
    name: z.string().meta({ description: 'as its notices say it' }),
    language: Language.meta({ description: 'language of the house' }),
    timeZone: z.string().meta({ description: 'IANA zone in which hours are shown, never reckoned' }),
    seat: Seat.nullable().meta({
      description: 'where it is established; null: nobody has said, and its country is that of its zone',
    }),
    identity: Identity.nullable().meta({
      description: 'what it says of itself in the authority’s form; null: nothing yet',
    }),
    createdAt: Instant,
    exchangeUrl: z
      .string()
      .meta({ description: 'address for exchange, to be given with its key to organisations of other installations' }),
    mailsAreCaught: z.boolean().meta({ description: 'true: nobody outside is told; no mail relay is set' }),
  })
  .meta({ id: 'Organisation', description: 'The tenant: it owns one journal, its people and its records' });

function present(
  organisation: Organisation,
  { relay, settings }: Pick<Ports, 'relay' | 'settings'>,
): z.infer<typeof OrganisationView> {
  const { id, revision, name, language, timeZone, seat, identity, createdAt } = organisation;
  return {
    id,
    revision,
    name,
    language,
    timeZone,
    seat,
    identity,
    createdAt,
    exchangeUrl: exchangeUrlOf(settings.publicUrl, id),
    mailsAreCaught: mailsAreCaught(organisation, relay?.fingerprint ?? null),
  };
}

export const organisationRoutes = [
  defineRead({
    path: '/api/v1/organisations/{orgId}',
    operationId: 'readOrganisation',
    summary: 'The organisation, as its entries say now',
    description: 'Its ETag is the newest decision about members: give it in If-Match to change roles.',
    tag: 'organisation',
    policy: anyMember,
    params: orgParams,
    status: 200,
    etag: true,
    response: OrganisationView,
    example: {
      response: {
        id: '0199e1f0-0000-7000-8000-000000000001',
        revision: 3,
        name: 'Slime SAS',
        language: 'fr',
        timeZone: 'Europe/Paris',
        seat: null,
        identity: { siren: '732829320', sector: 'J', staff: 40 },
        createdAt: '2026-03-27T09:00:00.000Z',
        exchangeUrl: 'https://vigie.example/exchange/0199e1f0-0000-7000-8000-000000000001',
        mailsAreCaught: true,
      },
    },
    async handler(ctx) {
      const read = await readOrganisation({ ctx });
      if (!read.ok) return read;
      return {
        ok: true,
        value: { body: present(read.value, ctx.ports), headers: { ETag: `"${read.value.decided}"` } },
      };
    },
  }),
];
