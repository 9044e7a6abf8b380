import { z } from 'zod';
import { type Exchanged } from '../../domain/exchange/exchanged';
import { ExchangeWhy } from '../../domain/exchange/why';
import { Instant } from '../../domain/shared/instant';

/** Where something stands that goes to another installation. */
export const ExchangedView = z
  .strictObject({
    state: z.enum(['waiting', 'taken', 'refused']).meta({ description: 'whether it is there' }),
    why: ExchangeWhy.nullable().meta({ description: 'why it was not taken at the last attempt' }),
    receivedAt: Instant.nullable().meta({
      description: 'when the other installation took it, as it states and signed',
    }),
    takenAt: Instant.nullable().meta({ description: 'when its receipt was here, by our clock' }),
    attempts: z.int().nonnegative().meta({ description: 'how often it was tried' }),
  })
  .nullable()
  .meta({ description: 'to the other side’s own installation; null: it does not go there' });

export const presentExchanged = (found: Exchanged | null): z.output<typeof ExchangedView> => found && { ...found };
