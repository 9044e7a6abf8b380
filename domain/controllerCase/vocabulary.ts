import { z } from 'zod';
import { FilingType as AnyFilingType } from '../authority/vocabulary';

/** Who told the controller, or that it found out by itself. */
export const CaseOrigin = z.enum(['processor', 'own', 'thirdParty', 'authority']);
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** What the controller was told: a version of a processor's notice, or what came in its place. */
export const TellingKind = z.enum(['suspicion', 'notice', 'supplement', 'withdrawal', 'report']);
export type TellingKind = z.infer<typeof TellingKind>;

/** The risk to the persons (GDPR Arts 33(1), 34(1)). */
export const Risk = z.enum(['unlikely', 'risk', 'high']);
export type Risk = z.infer<typeof Risk>;

/** What is filed with an authority; that it is taken back is an entry of its own. */
export const FilingType = AnyFilingType.exclude(['withdrawal']);
export type FilingType = z.infer<typeof FilingType>;

/** GDPR Art 34(3): a the data are unintelligible, b later measures remove the high risk, c disproportionate effort. */
export const ExemptionGround = z.enum(['a', 'b', 'c']);
export type ExemptionGround = z.infer<typeof ExemptionGround>;
