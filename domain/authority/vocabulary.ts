import { z } from 'zod';

/**
 * Closed vocabularies of a notification to an authority, beside those of an incident; labels in French (as published) and
 * English live with the templates under `sa.` (domain rules 2.2 to 2.4).
 */

/** What the authority's form calls the type of notification. A withdrawal tells that it was no breach after all (E10). */
export const FilingType = z.enum(['complete', 'initial', 'complementary', 'withdrawal']);
export type FilingType = z.infer<typeof FilingType>;

/** Sections of the French and European nomenclatures of activities. */
export const Sector = z.enum([
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
  'T',
  'U',
  'unknown',
]);
export type Sector = z.infer<typeof Sector>;

export const Civility = z.enum(['madam', 'sir']);
export type Civility = z.infer<typeof Civility>;

export const BodyRole = z.enum(['processor', 'jointController', 'other']);
export type BodyRole = z.infer<typeof BodyRole>;

export const Certainty = z.enum(['established', 'supposed']);
export type Certainty = z.infer<typeof Certainty>;

/** How the breach was found (EDPB template). */
export const FoundBy = z.enum(['controller', 'processor', 'dataSubject', 'thirdParty', 'press', 'other']);
export type FoundBy = z.infer<typeof FoundBy>;

/** What the loss of confidentiality may lead to; then of integrity, then of availability. */
export const AfterConfidentiality = z.enum(['spreadBeyondNeed', 'mayBeLinked', 'mayServeOtherEnds', 'other']);
export type AfterConfidentiality = z.infer<typeof AfterConfidentiality>;

export const AfterIntegrity = z.enum(['usedThoughInvalid', 'turnedToAnotherUse', 'other']);
export type AfterIntegrity = z.infer<typeof AfterIntegrity>;

export const AfterAvailability = z.enum(['serviceLost', 'serviceDisturbed', 'other']);
export type AfterAvailability = z.infer<typeof AfterAvailability>;

export const MeasureState = z.enum(['done', 'ongoing', 'planned']);
export type MeasureState = z.infer<typeof MeasureState>;

export const PersonsInformed = z.enum(['informed', 'willBe', 'willNotBe', 'notDetermined']);
export type PersonsInformed = z.infer<typeof PersonsInformed>;

export const InformedBy = z.enum(['email', 'sms', 'letter', 'account', 'phone', 'inPerson', 'publicNotice', 'other']);
export type InformedBy = z.infer<typeof InformedBy>;

/** Why persons are not told: no high risk (Art. 34(1)), or one of the grounds of Art. 34(3). */
export const NotInformedGround = z.enum([
  'noHighRisk',
  'unintelligibleData',
  'laterMeasures',
  'disproportionateEffort',
]);
export type NotInformedGround = z.infer<typeof NotInformedGround>;

/** `unknown` says "not known at this stage". */
export const YesNo = z.enum(['yes', 'no', 'unknown']);
export type YesNo = z.infer<typeof YesNo>;

/** What became of data whose confidentiality was lost (EDPB template). */
export const Exfiltration = z.enum(['exfiltrated', 'likely', 'notExfiltrated', 'cannotAssess']);
export type Exfiltration = z.infer<typeof Exfiltration>;

/** Whether whoever has the data can read them (EDPB template). */
export const Unintelligible = z.enum(['yes', 'subvertible', 'no', 'cannotAssess']);
export type Unintelligible = z.infer<typeof Unintelligible>;

/** How data were altered (EDPB template; its three wordings were not read, these are ours). */
export const Alteration = z.enum(['noWrongUse', 'recoverable', 'notRecoverable']);
export type Alteration = z.infer<typeof Alteration>;

export const Unavailability = z.enum(['temporary', 'permanent', 'undetermined']);
export type Unavailability = z.infer<typeof Unavailability>;

/**
 * Reasons for delay are free text in law; these come before the text (rule E8). A series of similar breaches is the one that
 * the guidelines name as good.
 */
export const DelayReason = z.enum([
  'toldLateByProcessor',
  'seriesOfBreaches',
  'systemsDown',
  'complexScope',
  'policeRequest',
  'internalFailure',
  'other',
]);
export type DelayReason = z.infer<typeof DelayReason>;

/** Bands of persons in published statistics. The number is kept, the band derived. */
export const PersonsBand = z.enum(['0-5', '6-50', '51-300', '301-5000', 'over5000']);
export type PersonsBand = z.infer<typeof PersonsBand>;
