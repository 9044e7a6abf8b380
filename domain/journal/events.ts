import { z } from 'zod';
import { erasable } from '../shared/erasable';
import type { Json } from '../shared/jcs';
import { Role } from '../shared/roles';
import { StoredText } from '../shared/stored';
import type { Entry } from './entry';

/** Why a value may go: retention ended; the person asked; the controller instructs; it should never have been written. */
export const ErasureGround = z.enum(['retentionEnded', 'personAsked', 'controllerInstructed', 'neverLawful']);
export type ErasureGround = z.infer<typeof ErasureGround>;

/** Points at the entry that it corrects and changes nothing of it. It moves no state: clocks have commands of their own. */
const corrected = z.object({
  type: z.literal('entry.corrected'),
  values: z.strictObject({
    target: z.int().positive().meta({ description: 'seq of the entry that is corrected' }),
    corrections: erasable(z.record(z.string(), z.custom<Json>())).meta({
      erasable: true,
      description: 'right value by field name',
    }),
    reason: erasable(z.string()),
  }),
});

/** Written before any value goes, so that a value missing without it is tampering. */
const erased = z.object({
  type: z.literal('field.erased'),
  values: z.strictObject({
    target: z.int().positive().meta({ description: 'seq of the entry that loses values' }),
    names: z.array(z.string().min(1)).min(1),
    ground: ErasureGround,
  }),
});

/** How a journal contradicts what was signed before. */
export const RefusalReason = z.enum([
  'journalShorter',
  'journalDiffers',
  'markDiffers',
  'markUnreadable',
  'marksMissing',
  'otherKey',
  'entryDamaged',
  'entryMissing',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** The signer stopped: two persons must decide. `found`: where the journal ended then, or the entry that is damaged or not there. */
const refusedToSign = z.object({
  type: z.literal('journal.refused'),
  values: z.strictObject({
    reason: RefusalReason,
    marked: z.int().nonnegative().meta({ description: 'size that was signed before' }),
    found: z.int().nonnegative(),
  }),
});

/** One person's yes to going on with the journal as it stands. The voice that completes two persons is the decision. */
const accepted = z.object({
  type: z.literal('journal.accepted'),
  values: z.strictObject({
    refused: z.int().positive().meta({ description: 'seq of the refusal that is accepted' }),
    roles: z.array(Role).meta({ description: 'roles of the person at that time' }),
    because: erasable(StoredText),
  }),
});

/** Stands where an entry was removed from the database, once two persons accepted that: numbers have no gaps. */
const lost = z.object({
  type: z.literal('entry.lost'),
  values: z.strictObject({
    decidedBy: z.int().positive().meta({ description: 'entry by which two persons accepted that it is gone' }),
  }),
});

/** A backup was put back. `head`: the seq that the restored journal ended at; `marked`: what had been signed. */
const restored = z.object({
  type: z.literal('journal.restored'),
  values: z.strictObject({ head: z.int().nonnegative(), marked: z.int().nonnegative() }),
});

/** The watchdog's tick came late: the machine slept, was stopped, or its clock was moved on. */
const slept = z.object({
  type: z.literal('system.slept'),
  values: z.strictObject({ gapMs: z.int().meta({ description: 'how late, milliseconds' }) }),
});

/** The host's clock and the database's differ by more than two seconds. */
const clockOff = z.object({
  type: z.literal('system.clockOff'),
  values: z.strictObject({ offsetMs: z.int().meta({ description: 'database minus host, milliseconds' }) }),
});

/** What a journal can say of the machine that it is written on. */
export const HostEvent = z.discriminatedUnion('type', [slept, clockOff]);
export type HostEvent = z.infer<typeof HostEvent>;

/** A copy left the house. `fileHash` is the hash that its seal signs, or of the PDF: the copy can be found again. */
const givenOut = z.object({
  type: z.literal('extract.given'),
  values: z.strictObject({
    partyId: z.string().nullable().meta({ description: 'whom the extract is for; null: the whole journal' }),
    subjects: z.array(z.string()).meta({ description: 'notices in the extract' }),
    fileHash: z.string(),
    size: z.int().nonnegative().meta({ description: 'size of the checkpoint that it rests on' }),
  }),
});

/** Entry types that the journal itself writes, on whatever subject they concern. Folds count them and read no more. */
export const JournalEvent = z.discriminatedUnion('type', [
  corrected,
  erased,
  refusedToSign,
  accepted,
  lost,
  restored,
  slept,
  clockOff,
  givenOut,
]);
export type JournalEvent = z.infer<typeof JournalEvent>;

export const isJournalEvent = ({ type }: Pick<Entry, 'type'>): boolean =>
  JournalEvent.options.some((option) => option.shape.type.value === type);

const Erasure = z.object({ target: z.int(), names: z.array(z.string()) });

/**
 * What a `field.erased` entry takes from which entry; null for any other entry, and for one whose own words were taken
 * away in the database: what it took is missing without a word then, as a journal's check says.
 */
export function erasureOf(entry: Entry): { target: number; names: string[] } | null {
  if (entry.type !== 'field.erased') return null;
  const { target, names } = entry.fields;
  return Erasure.safeParse({ target: target?.value, names: names?.value }).data ?? null;
}
