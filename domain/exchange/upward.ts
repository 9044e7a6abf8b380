import { z } from 'zod';
import { MOST_TIERS, SealedItems } from '../incident/subNoticeValues';
import { Language } from '../letters/head';
import { Email } from '../party/email';
import { Line } from '../shared/words';

/**
 * What a version says for who processes above us (domain rules 7.5), typed, so that it goes on as it is: from whom we have
 * it ourselves, as far as where it happened, and items a to e. A controller has it in its letter, and leaves it.
 */
export const Upward = z.strictObject({
  chain: z.array(Line).max(MOST_TIERS - 1),
  contact: z.strictObject({ name: Line, email: Email.nullable(), phone: Line.nullable() }).nullable(),
  items: SealedItems,
  language: Language,
});
export type Upward = z.infer<typeof Upward>;
