import { z } from 'zod';
import { readSubProcessorMap } from '../../../application/agreement/readSubProcessorMap';
import { mayReadAgreements } from '../../../application/policies/agreement';
import { defineRead } from '../../http/defineRoute';
import { Id, orgParams } from '../../http/fields';
import { tag } from './reads';

const text = (description: string) => z.string().meta({ description });

const Firm = z
  .strictObject({
    name: text('name of the sub-processor'),
    country: text('ISO 3166-1 alpha-2'),
    tier: z.int().min(2).meta({ description: 'the nearest that any contract says; 1 is ourselves' }),
    under: z.array(z.string().nullable()).meta({ description: 'by whom it is engaged; null: by us' }),
    contracts: z
      .array(
        z.strictObject({
          agreementId: Id,
          reference: text('the controller’s reference'),
          controller: text('name of the controller'),
          service: text('what it does'),
          authorisation: z
            .enum(['authorised', 'notListed', 'notSpecific', 'notPrior'])
            .meta({ description: 'whether that contract lets it process, and why not' }),
        }),
      )
      .meta({ description: 'contracts in force that name it' }),
  })
  .meta({ id: 'SubProcessor', description: 'Somebody who processes under us' });

export const subProcessorRoutes = [
  defineRead({
    path: '/api/v1/organisations/{orgId}/sub-processors',
    operationId: 'readSubProcessors',
    summary: 'Map of sub-processors',
    description: 'Everybody who processes under us, as the annexes in force say, nearest tier first (duty S3-16).',
    tag,
    policy: mayReadAgreements,
    params: orgParams,
    status: 200,
    response: z
      .strictObject({ items: z.array(Firm).meta({ description: 'nearest tier first, then by name' }) })
      .meta({ id: 'SubProcessorMap', description: 'Who processes under us' }),
    example: {
      response: {
        items: [
          {
            name: 'Hébergeur Fictif SAS',
            country: 'FR',
            tier: 2,
            under: [null],
            contracts: [
              {
                agreementId: '0199e1f0-0000-7000-8000-000000000020',
                reference: 'VAL-2026-01',
                controller: 'Val Témoin',
                service: 'hébergement',
                authorisation: 'authorised' as const,
              },
            ],
          },
        ],
      },
    },
    async handler(ctx) {
      const read = await readSubProcessorMap({ ctx });
      if (!read.ok) return read;
      const items = read.value.map(({ name, country, tier, under, contracts }) => ({
        name,
        country,
        tier,
        under: [...under],
        contracts: contracts.map((one) => ({ ...one })),
      }));
      return { ok: true, value: { body: { items } } };
    },
  }),
];
