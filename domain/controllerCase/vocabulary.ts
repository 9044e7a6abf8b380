import { z } from 'zod';

/** Who told the controller, or that it found out by itself. */
export const CaseOrigin = z.enum(['processor', 'own', 'thirdParty', 'authority']);
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** What the controller was told: a version of a processor's notice, or what came in its place. */
export const TellingKind = z.enum(['suspicion', 'notice', 'supplement', 'withdrawal', 'report']);
export type TellingKind = z.infer<typeof TellingKind>;

/** The risk to the persons (GDPR Arts 33(1), 34(1)). */
export const Risk = z.enum(['unlikely', 'risk', 'high']);
export type Risk = z.infer<typeof Risk>;

/** Types of the authority's form (domain rules 2.1). */
export const FilingType = z.enum(['initial', 'complete', 'complementary']);
export type FilingType = z.infer<typeof FilingType>;

/** Why an authority is told after the 72 hours (rule E8); the words beside it say the facts. */
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

/** GDPR Art 34(3): a the data are unintelligible, b later measures remove the high risk, c disproportionate effort. */
export const ExemptionGround = z.enum(['a', 'b', 'c']);
export type ExemptionGround = z.infer<typeof ExemptionGround>;

/** How persons were told (rule E11: directly; a public notice alone is not enough). */
export const TellingMeans = z.enum(['email', 'sms', 'letter', 'account', 'publicNotice', 'other']);
export type TellingMeans = z.infer<typeof TellingMeans>;
