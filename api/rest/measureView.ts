import { z } from 'zod';
import type { Consulted } from '../../domain/consultation/measure';
import { Instant } from '../../domain/shared/instant';
import { ExchangedView } from './exchangedView';
import { erasableWords } from './erasableWords';

/** A protective measure that is decided together, as either side recorded it. */
export const measureView = {
  id: z.string().meta({ description: 'to answer it by' }),
  state: z
    .enum(['PROPOSED', 'AGREED', 'OBJECTED', 'CHANGED', 'TAKEN_URGENTLY'])
    .meta({ description: 'TAKEN_URGENTLY: no answer could be awaited' }),
  what: erasableWords('what is to be done'),
  proposedAt: Instant.nullable().meta({ description: 'null: taken without having been proposed' }),
  dueAt: Instant.nullable().meta({ description: 'until when the controller’s word is awaited; null where it is not' }),
  verdict: z
    .strictObject({
      at: Instant.meta({ description: 'when' }),
      text: erasableWords('why it objects, or to what it changes it; null also where it agrees'),
      name: erasableWords('who said so'),
      function: erasableWords('as what'),
    })
    .nullable()
    .meta({ description: 'the controller’s word; null while it is awaited' }),
  taken: z
    .strictObject({
      at: Instant.meta({ description: 'when' }),
      reason: erasableWords('why no answer could be awaited'),
    })
    .nullable()
    .meta({ description: 'null: it was not taken urgently' }),
};

export const NoticeMeasureView = z.strictObject({
  ...measureView,
  declaredId: z.string().nullable().meta({ description: 'measure of the incident that it is; null: none' }),
  urgentHours: z.int().nullable().meta({ description: 'hours to answer; null: the working days of the contract' }),
  via: z.enum(['link', 'call', 'account', 'exchange']).nullable().meta({ description: 'how the answer came' }),
  exchange: ExchangedView,
});

/** Names each field: what the domain gains is not published by accident. */
export const presentMeasure = ({ id, state, what, proposedAt, verdict, taken }: Consulted, dueAt: string | null) => ({
  id,
  state,
  what,
  proposedAt,
  dueAt,
  verdict: verdict && { at: verdict.at, text: verdict.text, name: verdict.name, function: verdict.function },
  taken: taken && { at: taken.at, reason: taken.reason },
});
