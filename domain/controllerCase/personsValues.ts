import { z } from 'zod';
import { InformedBy } from '../authority/vocabulary';
import { Language } from '../letters/head';
import { Exemption34 } from '../risk/qualify';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';
import { PersonsText } from './vocabulary';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Id = z.string().min(1).max(200);

export const PersonsRequired = z.strictObject({ reason: erasable(StoredText) });
export const PersonsExempted = z.strictObject({
  ground: Exemption34,
  proof: erasable(StoredText),
  publicNotice: erasable(StoredText).meta({ description: 'ground c: what is published instead' }),
  publishedAt: Instant.optional().meta({ description: 'ground c: since when it is public elsewhere than here' }),
  publishedProof: erasable(StoredText).optional().meta({ description: 'what proves that it is public there' }),
});
export const PersonsHeld = z.strictObject({
  reference: StoredLine.meta({ description: 'reference of the request' }),
  until: Instant.nullable(),
  reason: erasable(StoredText),
});
export const PersonsResumed = z.strictObject({ reason: erasable(StoredText) });
export const PersonsOrdered = z.strictObject({
  authorityId: Id,
  orderedAt: Instant,
  reference: StoredLine,
  holdStays: z.literal(true).optional().meta({ description: 'on hold: the order is noted; older entries lifted it' }),
});
/** The authority took its order back, or found a condition of Art 34(3) met; `state`: where the region stands since, behind a hold. */
export const PersonsLifted = z.strictObject({
  authorityId: Id,
  liftedAt: Instant,
  ground: Exemption34.nullable().meta({ description: 'condition that it found met; null: it took its order back' }),
  reference: StoredLine,
  state: z.enum(['UNDECIDED', 'NOT_REQUIRED', 'REQUIRED', 'DRAFTED', 'EXEMPT', 'SENDING', 'TOLD']),
});
/** A text as it is told, word for word: the hash is that of the stored bytes, and is never erased. */
export const FrozenText = z.strictObject({ text: PersonsText, language: Language, documentId: Sha256 });
export type FrozenText = z.infer<typeof FrozenText>;

/** Entries of the first versions hold neither measures nor frozen texts. */
export const PersonsDrafted = z.strictObject({
  fr: erasable(StoredText).meta({ description: 'what happened, in French' }),
  en: erasable(StoredText).meta({ description: 'what happened, in English' }),
  measuresFr: erasable(StoredText).optional(),
  measuresEn: erasable(StoredText).optional(),
  texts: z.array(FrozenText).optional(),
});
/** The public notice of the newest draft is public from here on; `version` counts what was published of a case from 1. */
export const PersonsPublished = z.strictObject({
  version: z.int().positive(),
  draft: z.int().positive().meta({ description: 'entry of the texts that are public' }),
  texts: z.array(FrozenText).min(1),
});
/** Nothing of the case is public any more; the entries say what was. */
export const PersonsUnpublished = z.strictObject({ version: z.int().positive(), reason: erasable(StoredText) });
/** A list was accepted, and its mails leave from here on. Counts and a hash: who is on it, the journal never says. */
export const PersonsSending = z.strictObject({
  listId: Id,
  fileHash: Sha256,
  count: z.int().positive(),
  bad: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  toldBefore: z.int().nonnegative().optional().meta({ description: 'rows left out, told by an earlier list' }),
  concerned: z.int().nonnegative().nullable(),
  draft: z.int().positive().optional().meta({ description: 'entry of the message that leaves; none in older entries' }),
  letters: z.int().nonnegative().optional().meta({ description: 'rows whom only a letter reaches' }),
  repeatReason: erasable(StoredText)
    .optional()
    .meta({ description: 'why nobody is told twice, though addresses of earlier lists are erased' }),
});

const refusedOf = { listId: Id, refused: z.int().nonnegative(), unknown: z.int().nonnegative() };
const lost = z.int().nonnegative().meta({ description: 'of whom nothing is known: their addresses were gone' });

const toldTo = {
  toldAt: Instant,
  means: InformedBy,
  told: z.int().nonnegative(),
  concerned: z.int().nonnegative().nullable(),
  bounced: z.int().nonnegative(),
  again: z.int().nonnegative().optional().meta({ description: 'how many of them had been told before; absent: none' }),
};
const proof = erasable(StoredText).meta({
  erasable: true,
  description: 'what proves it: deposit slip, numbers, or why none left',
});

/** Somebody was told. With `listId`, as letters of a list once were said: all at once, and none of the others was posted. */
export const PersonsTold = z.strictObject({
  ...toldTo,
  sent: z
    .strictObject({ ...refusedOf, lost: lost.optional() })
    .optional()
    .meta({ description: 'of a list whose mails have all left; where a person says that somebody was told, none' }),
  listId: Id.optional().meta({ description: 'whose letters they were' }),
  proof: proof.optional(),
});

/** Letters of a list were posted, as often as some are: the others wait. */
export const LettersPosted = z.strictObject({
  ...toldTo,
  listId: Id.meta({ description: 'whose letters they were; told 0: none of those left will be posted' }),
  proof,
});

/** Letters of an accepted list were printed: how many, in which files. Whom they are for, the journal never says. */
export const PersonsPrinted = z.strictObject({
  listId: Id,
  letters: z.int().positive(),
  draft: z.int().positive().meta({ description: 'entry of the message that they say' }),
  files: z.array(Sha256).min(1).meta({ description: 'SHA-256 of each PDF, in order' }),
});

/** Mails of lists came back after the last had left: how many in all, by now. Whose, the journal never says. */
export const PersonsBounced = z.strictObject({
  lists: z.array(z.strictObject({ listId: Id, bounced: z.int().positive() })).min(1),
});
export type PersonsBounced = z.infer<typeof PersonsBounced>;

/** A list ended, and not one mail of it was taken by the relay: nobody may be called told. */
export const PersonsUnreached = z.strictObject({ ...refusedOf, lost });
