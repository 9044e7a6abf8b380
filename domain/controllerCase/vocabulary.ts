import { z } from 'zod';
import { FilingType as AnyFilingType } from '../authority/vocabulary';

/** Who told the controller, or that it found out by itself. */
export const CaseOrigin = z.enum(['processor', 'own', 'thirdParty', 'authority']);
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** What the controller was told: a version of a processor's notice, or what came in its place. */
export const TellingKind = z.enum(['suspicion', 'notice', 'supplement', 'withdrawal', 'report']);
export type TellingKind = z.infer<typeof TellingKind>;

/** What the persons are told: each by a message of its own, or all of them by a public notice. */
export const PersonsText = z.enum(['message', 'publicNotice']);
export type PersonsText = z.infer<typeof PersonsText>;

/** What is filed with an authority; that it is taken back is an entry of its own. */
export const FilingType = AnyFilingType.exclude(['withdrawal']);
export type FilingType = z.infer<typeof FilingType>;
