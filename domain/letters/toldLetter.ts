import { z } from 'zod';
import { Counted } from '../authority/recordParts';
import { TellingKind } from '../controllerCase/vocabulary';
import { Instant } from '../shared/instant';
import { Words } from './head';

/** What a notice tells as terms of the authority's form: in no language yet, and never in anybody's own words. */
export const ToldTerms = z.enum(['natures', 'origins', 'causes', 'data', 'sensitive', 'personCategories']);
export type ToldTerms = z.infer<typeof ToldTerms>;

/** What a reader of the first mail has to know is still to come. */
export const ToldNeed = z.enum([
  'natures',
  'period',
  'origins',
  'data',
  'personCategories',
  'persons',
  'records',
  'consequencesText',
  'measuresAfter',
]);
export type ToldNeed = z.infer<typeof ToldNeed>;

/**
 * What somebody woken at night has to know of what a controller was told, to act by the mail alone (GDPR Art. 33(3)). Terms,
 * numbers and instants: what the notice describes in sentences may name persons, and is read on the case.
 */
export const ToldLetter = z.strictObject({
  kind: TellingKind,
  from: Words.nullable().meta({ description: 'who told; null: erased' }),
  reference: Words.nullable().meta({ description: 'reference that the sender gave it' }),
  version: z.int().positive().nullable(),
  receivedAt: Instant,
  contact: Words.nullable().meta({ description: 'whom to ask, as the notice says; null: it does not' }),
  onDay: z.iso.date().nullable().meta({ description: 'the one day of the breach, where it is known by day' }),
  beganAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  isOngoing: z.boolean(),
  terms: z.array(z.strictObject({ field: ToldTerms, terms: z.array(Words).min(1) })),
  counts: z.array(z.strictObject({ field: z.enum(['persons', 'records']), count: Counted })),
  missing: z.array(z.strictObject({ field: ToldNeed, knownBy: Instant.nullable() })),
});
export type ToldLetter = z.infer<typeof ToldLetter>;
