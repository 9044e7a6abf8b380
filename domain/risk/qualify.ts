import { z } from 'zod';
import type { Nature } from '../deadline/breachClock';
import { YesNoUnknown } from './findings';
import type { Risk } from './scales';

/** What happened to personal data (GDPR Art. 4(12)). A loss of access that passes counts (G2). */
export const Effect = z.enum(['destruction', 'loss', 'temporaryLoss', 'alteration', 'disclosure', 'access']);
export type Effect = z.infer<typeof Effect>;

export const BreachFacts = z.strictObject({
  personalData: YesNoUnknown.meta({ description: 'whether personal data are concerned' }),
  securityFailure: YesNoUnknown.meta({ description: 'whether security failed; planned maintenance is no failure' }),
  effects: z
    .array(Effect)
    .nullable()
    .meta({ description: 'what happened to the data; null: nobody can say yet; empty: nothing did' }),
});
export type BreachFacts = z.infer<typeof BreachFacts>;

/** Which part of the definition is missing. */
export const NotABreach = z.enum(['noPersonalData', 'noSecurityFailure', 'noEffect']);
export type NotABreach = z.infer<typeof NotABreach>;

export type Qualification =
  | { outcome: 'notABreach'; reasons: NotABreach[] }
  /** `doubt`: part of the definition is not established, and none is ruled out. */
  | { outcome: 'breach'; doubt: boolean; nature: Nature[] };

/** What is lost by each (Art. 4(12)): confidentiality, integrity or availability. */
export const natureOf: Record<Effect, Nature> = {
  destruction: 'availability',
  loss: 'availability',
  temporaryLoss: 'availability',
  alteration: 'integrity',
  disclosure: 'confidentiality',
  access: 'confidentiality',
};

const natures: readonly Nature[] = ['confidentiality', 'integrity', 'availability'];

/**
 * Whether what happened is a personal data breach. Only an established "no" rules it out: in doubt it is one.
 *
 * @see GDPR Art. 4(12); domain rules 1.1 (G1, G2) and 1.3
 */
export function qualify({ personalData, securityFailure, effects }: BreachFacts): Qualification {
  const reasons: NotABreach[] = [];
  if (personalData === 'no') reasons.push('noPersonalData');
  if (securityFailure === 'no') reasons.push('noSecurityFailure');
  if (effects?.length === 0) reasons.push('noEffect');
  if (reasons.length > 0) return { outcome: 'notABreach', reasons };
  const touched = new Set((effects ?? []).map((effect) => natureOf[effect]));
  return {
    outcome: 'breach',
    doubt: personalData === 'unknown' || securityFailure === 'unknown' || effects === null,
    nature: natures.filter((nature) => touched.has(nature)),
  };
}

/**
 * Why persons need not be told of a high risk, GDPR Art. 34(3): (a) whoever has the data cannot read them, (b) measures
 * taken since remove the high risk, (c) telling each would be out of proportion, and a public notice tells all.
 */
export const Exemption34 = z.enum(['a', 'b', 'c']);
export type Exemption34 = z.infer<typeof Exemption34>;

export type Duties = {
  /** Every breach is recorded, Art. 33(5). */
  record: true;
  /** To notify the supervisory authority, Art. 33(1). */
  authority: boolean;
  /** To tell each person, Art. 34(1). */
  persons: boolean;
  /** To tell them by a public notice instead, Art. 34(3)(c). */
  publicNotice: boolean;
};

/** What a decided risk obliges to. In doubt the authority is notified; an exemption exempts only from telling of a high risk. */
export function dutiesOf(decided: { risk: Risk; exemption34: Exemption34 | null; doubt: boolean }): Duties {
  const { risk, exemption34, doubt } = decided;
  return {
    record: true,
    authority: risk !== 'unlikely' || doubt,
    persons: risk === 'high' && exemption34 === null,
    publicNotice: risk === 'high' && exemption34 === 'c',
  };
}
