import { z } from 'zod';
import { Instant } from '../shared/instant';
import { TextAnswer } from './answer';
import { Addressee, CheckpointHash, Contact, Head, Link, Words } from './head';
import { Items } from './items';

const versioned = Head.extend({ version: z.int().positive() });

/** Facts of the clock as they are told to the controller. */
const Timeline = z.strictObject({
  alertedAt: Instant.nullable().meta({ description: 'first alert' }),
  detectedAt: Instant.nullable().meta({ description: 'detection of the violation itself' }),
  awareAt: Instant.nullable().meta({ description: 'null: only suspected, or not yet confirmed by ourselves' }),
  toldCertain: z.boolean().meta({ description: 'a sub-processor is certain, our own awareness is not yet confirmed' }),
});

const Deadline = z.strictObject({
  t0: Instant,
  dueAt: Instant,
  hours: z.number().positive().meta({ description: 'hours that the agreement gives' }),
  provisional: z.boolean().meta({ description: 't0 is still to be confirmed' }),
  lateReason: Words.nullable().meta({ description: 'asked for once `dueAt` has passed' }),
});

const SubProcessor = z.strictObject({
  name: Words,
  country: Words,
  service: Words,
  authorised: z.boolean(),
  touched: z.enum(['yes', 'no', 'unknown']),
});

/** What a sub-processor told us of this controller's data. `also`: what of it the items do not hold word for word. */
const ToldBySub = z.strictObject({
  chain: z.array(Words).min(1).meta({ description: 'who told us, then who told them' }),
  alsoFrom: z.array(z.array(Words)).exactOptional().meta({ description: 'further chains by which it came' }),
  tier: z.int().min(2).meta({ description: 'where it happened; 1 is ourselves' }),
  receivedAt: Instant,
  reference: Words.nullable(),
  certain: z.boolean(),
  also: z.array(z.strictObject({ item: z.enum(['a', 'b', 'c', 'd', 'e']), text: Words })),
});

const Annex = z.strictObject({
  name: Words,
  encrypted: z.boolean(),
  keyChannel: Words.nullable().meta({ description: 'separate channel by which the key comes' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Everything of wording A (domain rules section 8). What is "to follow" (g) is read off the items. */
export const NoticeLetter = z.strictObject({
  head: versioned,
  addressee: Addressee,
  stage: z.enum(['initial', 'complete']),
  protective: z.boolean().meta({ description: 'left by itself before the limit; says so' }),
  timeline: Timeline,
  deadline: Deadline,
  items: Items,
  subProcessors: z.array(SubProcessor),
  toldBySubs: z.array(ToldBySub),
  evidence: TextAnswer,
  complaint: TextAnswer,
  authorityDueAt: Instant.meta({
    description: 'Art. 33(1): strict hours of the law profile after the presumed receipt, i.e. the sending',
  }),
  authorityHours: z.number().positive(),
  acknowledge: z.strictObject({ link: Link, expected: z.boolean() }),
  annexes: z.array(Annex),
  checkpoint: CheckpointHash,
});
export type NoticeLetter = z.infer<typeof NoticeLetter>;

/** Wording B: the notice as it now stands, and what it said before. The difference is computed, never written by hand. */
export const SupplementLetter = NoticeLetter.extend({
  previous: z.strictObject({
    version: z.int().positive(),
    sentAt: Instant.nullable(),
    ackedAt: Instant.nullable(),
    items: Items,
    timeline: Timeline,
  }),
  clockChange: z
    .enum(['confirmed', 'corrected', 'natureChanged'])
    .nullable()
    .meta({ description: 'what became of a provisional clock, null if nothing' }),
});
export type SupplementLetter = z.infer<typeof SupplementLetter>;

/** Wording F: it was no breach after all (or no longer concerns this controller). */
export const WithdrawalLetter = z.strictObject({
  head: versioned,
  addressee: Addressee,
  versions: z
    .array(z.strictObject({ version: z.int().positive(), sentAt: Instant.nullable(), ackedAt: Instant.nullable() }))
    .min(1),
  ruledOutAt: Instant,
  finding: Words.nullable().meta({ description: 'null: the reasoning stays inside, it may name others' }),
  proof: z.array(Words).meta({ description: 'what may be named to this controller' }),
  evidenceCount: z.int().nonnegative().meta({ description: 'items of evidence kept with the incident' }),
  contacts: z.array(Contact).min(1),
  acknowledge: z.strictObject({ link: Link, expected: z.boolean() }),
  checkpoint: CheckpointHash,
});
export type WithdrawalLetter = z.infer<typeof WithdrawalLetter>;

/** What a notice says beside items a to e; null `due` for a version that had no limit. */
export type BesideItems = Pick<
  NoticeLetter,
  'timeline' | 'items' | 'subProcessors' | 'toldBySubs' | 'evidence' | 'complaint'
> & { writtenAt: string; due: { hours: number; dueAt: string } | null };
