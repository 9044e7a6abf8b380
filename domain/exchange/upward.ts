import { z } from 'zod';
import { MOST_CHAINS, MOST_TIERS, SealedItems } from '../incident/subNoticeValues';
import { Language } from '../letters/head';
import { Email } from '../party/email';
import { Line } from '../shared/words';

const Chain = z.array(Line).max(MOST_TIERS - 1);

/**
 * What a version says for who processes above us (domain rules 7.5), typed, so that it goes on as it is: from whom we have
 * it ourselves, as far as where it happened, and items a to e. A controller has it in its letter, and leaves it.
 */
export const Upward = z
  .strictObject({
    chain: Chain.meta({ description: 'from whom the sender has it itself, as far as where it happened' }),
    chains: z.array(Chain).max(MOST_CHAINS).exactOptional().meta({
      description:
        'every chain by which the sender has it, that of `chain` among them, an empty one for its own words; absent: `chain` says all',
    }),
    contact: z
      .strictObject({
        name: Line.meta({ description: 'who is to be asked' }),
        email: Email.nullable().meta({ description: 'its address' }),
        phone: Line.nullable().meta({ description: 'its telephone' }),
      })
      .nullable()
      .meta({ description: 'whom to ask; null: not said' }),
    items: SealedItems.meta({ description: 'items a to e, as far as they are known' }),
    language: Language.meta({ description: 'language of the words' }),
  })
  .meta({ id: 'ExchangeUpward', description: 'What who processes above the sender passes on' });
export type Upward = z.infer<typeof Upward>;
