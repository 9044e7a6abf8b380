import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import { Deliverable } from '../delivery/events';
import { Reached } from '../delivery/reached';
import { erasable } from '../shared/erasable';
import { StoredLine, StoredText } from '../shared/stored';
import { Instant } from '../shared/instant';
import { Role } from '../shared/roles';
import { StageName } from '../regime/vocabulary';
import {
  BreachCause,
  BreachOrigin,
  Consequence,
  Count,
  DataCategory,
  PersonCategory,
  PossibleHarm,
  SensitiveCategory,
} from './vocabulary';

/** Values of the entries that say what is known and what is done. They are additions: nobody is refused for them. */
export const Measure = z.strictObject({
  measureId: z.string().min(1),
  kind: z.enum(['contain', 'eradicate', 'recover', 'protectPersons', 'other']),
  status: z.enum(['taken', 'proposed']),
  at: Instant,
  agreementId: z.string().nullable().meta({ description: 'null: concerns every controller touched' }),
  what: erasable(StoredText),
  owner: erasable(StoredLine),
  recoveredData: erasable(StoredText),
});
export type Measure = z.infer<typeof Measure>;

/**
 * What is known, in words that a protective notice may carry. A field left out is not changed.
 * With an `agreementId` it is that controller's part, which no other controller ever sees (invariant 8).
 */
export const FactsRecorded = z.strictObject({
  agreementId: z.string().nullable(),
  cause: BreachCause.optional(),
  origin: BreachOrigin.optional(),
  natureAdded: z.array(Nature).optional().meta({ description: 'only ever adds: taking away is a correction' }),
  data: z.array(DataCategory).optional(),
  sensitive: z.array(SensitiveCategory).optional(),
  personCategories: z.array(PersonCategory).optional(),
  persons: Count.optional(),
  records: Count.optional(),
  ongoing: z.boolean().nullable().optional(),
  malicious: z.boolean().nullable().optional(),
  attackKnownAt: Instant.nullable().optional(),
  beganAt: Instant.nullable().optional(),
  endedAt: Instant.nullable().optional(),
  consequences: z.array(Consequence).optional(),
  harms: z.array(PossibleHarm).optional(),
  description: erasable(StoredText).optional(),
  consequencesText: erasable(StoredText).optional(),
  systems: erasable(z.array(StoredLine).max(100)).optional(),
});
export type FactsRecorded = z.infer<typeof FactsRecorded>;

/** `counsel` notes are a class that no extract holds. */
export const Note = z.strictObject({
  noteId: z.string().min(1),
  class: z.enum(['general', 'counsel']),
  text: erasable(StoredText),
});
export type Note = z.infer<typeof Note>;

/** The steps of following an incident up; each is told once (domain rules 7.1, duty S4-02). */
export const FollowUpStep = z.enum([
  'receipt',
  'alert',
  'triage4h',
  'triage8h',
  'investigation12h',
  'investigation24h',
  'investigation48h',
  'breakGlassReview',
  'subNotice',
  'whom25',
  'whom50',
  'whom75',
  'whom90',
  'whom100',
]);
export type FollowUpStep = z.infer<typeof FollowUpStep>;

/** Somebody is told, by frozen deliverables. `about` tells apart what can happen more than once (its entry's seq). */
export const PeopleTold = z.strictObject({
  step: FollowUpStep,
  about: z.int().positive(),
  roles: z.array(Role),
  reached: Reached,
  deliverables: z.array(Deliverable),
});
export type PeopleTold = z.infer<typeof PeopleTold>;

/** Somebody was told of a stage of another law. `step`: percent of its time; hours since it began where it has no limit. */
export const RegimeReminded = z.strictObject({
  ladder: StageName,
  about: z.int().positive().meta({ description: 'entry since which its clock runs' }),
  step: z.number().nonnegative(),
  roles: z.array(Role),
  reached: Reached,
  deliverables: z.array(Deliverable),
});
export type RegimeReminded = z.infer<typeof RegimeReminded>;
