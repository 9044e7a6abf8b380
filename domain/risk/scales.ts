import { z } from 'zod';

/** Level of the ENISA severity. */
export const SeverityLevel = z.enum(['low', 'medium', 'high', 'veryHigh']);
export type SeverityLevel = z.infer<typeof SeverityLevel>;

/** Gravity for the persons, as the CNIL's form asks for it: négligeable, limité, important, maximal. */
export const Gravity = z.enum(['negligible', 'limited', 'important', 'maximal']);
export type Gravity = z.infer<typeof Gravity>;

/** Severity in the EDPB's common template. */
export const EdpbSeverity = z.enum(['minor', 'moderate', 'severe']);
export type EdpbSeverity = z.infer<typeof EdpbSeverity>;

/** How likely the harm is, by how easily its source brings it about (scale of the CNIL's PIA tool). */
export const Likelihood = z.enum(['negligible', 'limited', 'important', 'maximal']);
export type Likelihood = z.infer<typeof Likelihood>;

/** Risk to the rights and freedoms of the persons: what Articles 33 and 34 of the GDPR ask. */
export const Risk = z.enum(['unlikely', 'risk', 'high']);
export type Risk = z.infer<typeof Risk>;

export type Scales = { gravity: Gravity; severity: EdpbSeverity; risk: Risk };

/** One level on the scales of the others; the risk is proposed, never decided, by it (domain rules 4.2). */
export const scalesOf: Readonly<Record<SeverityLevel, Scales>> = {
  low: { gravity: 'negligible', severity: 'minor', risk: 'unlikely' },
  medium: { gravity: 'limited', severity: 'moderate', risk: 'risk' },
  high: { gravity: 'important', severity: 'severe', risk: 'high' },
  veryHigh: { gravity: 'maximal', severity: 'severe', risk: 'high' },
};

/** @param seQuarters severity in quarters: below 8 low, below 12 medium, below 16 high (domain rules 4.1) */
export function levelOf(seQuarters: number): SeverityLevel {
  if (seQuarters < 8) return 'low';
  if (seQuarters < 12) return 'medium';
  return seQuarters < 16 ? 'high' : 'veryHigh';
}

const order: Record<Risk, number> = { unlikely: 0, risk: 1, high: 2 };

export const higherRisk = (first: Risk, second: Risk): Risk => (order[first] < order[second] ? second : first);
