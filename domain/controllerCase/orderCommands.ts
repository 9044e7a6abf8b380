import { z } from 'zod';
import { Exemption34 } from '../risk/qualify';
import { Instant } from '../shared/instant';
import { Line } from '../shared/words';
import { AuthorityId, kind } from './commandParts';

/** What an authority decides of telling the persons (GDPR Art 34(4)). */
export const orderCommands = [
  z.strictObject({
    ...kind('persons.order'),
    authorityId: AuthorityId,
    orderedAt: Instant,
    reference: Line.meta({ description: 'reference of the order' }),
  }),
  z.strictObject({
    ...kind('persons.lift'),
    authorityId: AuthorityId,
    liftedAt: Instant.meta({ description: 'when it decided so' }),
    ground: Exemption34.nullable().default(null).meta({
      description: 'condition of Art 34(3) that it finds met; null: it takes its order back',
    }),
    reference: Line.meta({ description: 'reference of its decision' }),
  }),
] as const;
