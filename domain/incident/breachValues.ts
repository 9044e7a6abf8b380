import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import { erasable } from '../shared/erasable';
import { StoredLine, StoredText } from '../shared/stored';
import { Instant } from '../shared/instant';
import { PlaceOfActs, RegimeConcerned, RegimesExcluded } from '../regime/answer';
import { RegimeId } from '../regime/vocabulary';
import { Role } from '../shared/roles';
import { Touched } from './vocabulary';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Values of the entries that move a breach's clock. Instants and nature are never erasable (domain rules 3.3). */
export const Suspected = z.strictObject({
  t0: Instant.meta({ description: 'earliest plausible instant: the provisional clock runs from here' }),
  nature: z.array(Nature).meta({ description: 'what may be lost; empty while nobody can say' }),
  touched: z.array(Touched).max(200),
  ownProcessing: z.boolean().meta({ description: 'data that the organisation controls itself are touched' }),
  basis: erasable(StoredText),
});
export type Suspected = z.infer<typeof Suspected>;

/** More controllers turn out to be touched, or an earlier t0 is plausible: never fewer, never later. */
export const Extended = z.strictObject({
  t0: Instant.nullable(),
  touched: z.array(Touched).max(200),
  ownProcessing: z.boolean(),
  basis: erasable(StoredText),
});

/** An awareness later than what already runs asks for a second person in the same entry. */
export const Release = z.strictObject({
  requestId: z.string().min(1),
  requestHash: Sha256,
  expiresAt: Instant,
  roles: z.array(Role),
});
export type Release = z.infer<typeof Release>;

export const AwareSet = z.strictObject({
  awareAt: Instant,
  detectedAt: Instant.meta({ description: 'detection of the violation itself' }),
  nature: z.array(Nature).min(1),
  touched: z.array(Touched).max(200),
  ownProcessing: z.boolean(),
  why: erasable(StoredText),
  gapReason: erasable(StoredText),
  release: Release.nullable(),
});
export type AwareSet = z.infer<typeof AwareSet>;

/** The corrected facts, whole: what they replace is in the entries before. */
export const Correction = z.strictObject({ awareAt: Instant, detectedAt: Instant, nature: z.array(Nature).min(1) });
export type Correction = z.infer<typeof Correction>;

export const AwareCorrected = Correction.extend({
  reason: erasable(StoredText),
  breakGlassReason: erasable(StoredText),
});

const EvidenceRefs = z.array(StoredLine).min(1).max(50);

export const RuledOut = z.strictObject({ evidenceRefs: EvidenceRefs, reason: erasable(StoredText) });

/** Where acts are due is kept with the answer: an incident has no place of its own. */
export const RegimeConcernedHere = RegimeConcerned.extend({ place: PlaceOfActs });

/** What two persons may decide together: the command without its free text. */
export const Proposal = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('event.dismiss'), personalDataOnSystem: z.literal(true) }),
  z.strictObject({ command: z.literal('aware.correct'), ...Correction.shape }),
  z.strictObject({ command: z.literal('clock.release'), awareAt: Instant }),
  z.strictObject({ command: z.literal('breach.ruleOut'), evidenceRefs: EvidenceRefs }),
  RegimeConcernedHere.omit({ reason: true }).extend({ command: z.literal('regime.concern') }),
  RegimesExcluded.omit({ reason: true }).extend({ command: z.literal('regime.exclude') }),
  z.strictObject({ command: z.literal('law.move'), regime: RegimeId, profileId: StoredLine }),
]);
export type Proposal = z.infer<typeof Proposal>;
