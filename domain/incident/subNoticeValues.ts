import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import { Exchanges } from '../delivery/events';
import { VersionKind } from '../notice/events';
import { ItemName } from '../notice/items';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredEmail, StoredLetter, StoredLine, StoredPhone, StoredText } from '../shared/stored';
import { FreeText } from '../shared/words';
import { Touched } from './vocabulary';

/** More tiers than any chain of processors has. */
export const MOST_TIERS = 8;

/** More sources than any notice has; those beyond are said in words. */
export const MOST_CHAINS = 20;

const Count = z.int().nonnegative().max(10_000_000_000).nullable();

/** Other chains of a notice; absent in entries of before. */
const Chains = z.array(z.array(StoredLine).min(1).max(MOST_TIERS)).exactOptional();

/** Items a to e as far as a sub-processor has said them, of texts that keep a rule. */
const itemsUnder = (text: z.ZodType<string>) => {
  const item = (description: string) => text.nullable().meta({ description });
  return {
    a: item('nature of the breach'),
    b: item('whom to ask at the sub-processor’s'),
    c: item('categories of persons and of records'),
    d: item('likely consequences'),
    e: item('measures taken or proposed'),
    persons: Count.meta({ description: 'approximate number of persons; null: not said' }),
    records: Count.meta({ description: 'approximate number of records; null: not said' }),
  };
};

const { a, b, c, d, e, persons, records } = itemsUnder(FreeText);

/** What of a sub-processor's notice may be passed on as it stands: it names no other controller (invariant 8). */
export const SubItems = z
  .strictObject({
    a: a.default(null).meta({ description: 'nature of the breach' }),
    b: b.default(null).meta({ description: 'whom to ask at the sub-processor’s' }),
    c: c.default(null).meta({ description: 'categories of persons and of records' }),
    d: d.default(null).meta({ description: 'likely consequences' }),
    e: e.default(null).meta({ description: 'measures taken or proposed' }),
    persons: persons.default(null).meta({ description: 'approximate number of persons; null: not said' }),
    records: records.default(null).meta({ description: 'approximate number of records; null: not said' }),
  })
  .meta({ id: 'SubItems', description: 'items a to e of a sub-processor’s notice, as far as it said them' });
export type SubItems = z.infer<typeof SubItems>;

/** Items as another installation says them: no field has a default, since the bytes are what was sealed. */
export const SealedItems = z.strictObject(itemsUnder(FreeText));

/** The signed notice that it came by, by which a later version of it, or the same again, is known. */
export const SubNoticeSeal = z.strictObject({
  origin: z.string().min(1).max(300).meta({ description: 'name of the sender’s key' }),
  noticeId: z.string().min(1).max(200).meta({ description: 'id that the sender gave the notice' }),
  version: z.int().positive().meta({ description: 'version of the notice' }),
  kind: VersionKind.meta({ description: 'kind of the version' }),
  envelopeHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256 of the signed envelope' }),
});
export type SubNoticeSeal = z.infer<typeof SubNoticeSeal>;

/**
 * We told the sub-processor that we have read a version of its signed notice. `via`: by Vigie within the installation, or to
 * another; by hand: by the link of the notice or by telephone.
 */
export const SubNoticeAcknowledged = z.strictObject({
  subNoticeId: z.string().min(1),
  via: z.enum(['account', 'exchange', 'hand']),
  name: erasable(StoredLine),
  function: erasable(StoredLine),
  deliverables: Exchanges,
});
export type SubNoticeAcknowledged = z.infer<typeof SubNoticeAcknowledged>;

/**
 * A sub-processor told us of a breach, or of a suspicion (domain rules 7.5). `chain`: who told us, then who told them, as
 * far as where it happened; tier 1 is ourselves, so that the origin's tier is one more than its length. `alsoFrom`: further
 * chains, where it is of several sources; `leftOut`: those that came back to us or on themselves.
 */
export const SubNoticeReceived = z.strictObject({
  subNoticeId: z.string().min(1),
  chain: z.array(StoredLine).min(1).max(MOST_TIERS),
  alsoFrom: Chains,
  leftOut: Chains,
  reference: StoredLine.nullable().meta({ description: 'theirs, where they gave one' }),
  receivedAt: Instant,
  certain: z.boolean().meta({ description: 'false: they only suspect, and no clock runs' }),
  nature: z.array(Nature),
  touched: z.array(Touched).max(200),
  ownProcessing: z.boolean(),
  toldBy: erasable(StoredLine),
  email: erasable(StoredEmail),
  phone: erasable(StoredPhone),
  text: erasable(StoredLetter),
  items: erasable(z.strictObject(itemsUnder(StoredText))),
  seal: SubNoticeSeal.nullable().default(null).meta({ description: 'null: keyed in by hand, and in older entries' }),
  held: z
    .array(ItemName)
    .default([])
    .meta({ description: 'items that came in by themselves and name a controller: they stay inside, in the text' }),
});
export type SubNoticeReceived = z.infer<typeof SubNoticeReceived>;
