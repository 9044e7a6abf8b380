import { z } from 'zod';
import type { Assessment } from './assessment';
import { scoreOf } from './enisa';
import type { RiskFindings } from './findings';
import { aggravations, isClosed, RiskReason, safeguards } from './riskRules';
import { higherRisk, Risk, scalesOf, type SeverityLevel } from './scales';

/** What is proposed to the person who decides, as it was then: rules may change, an entry does not. */
export const Proposal = z.strictObject({
  risk: Risk.meta({ description: 'risk to the persons that is proposed' }),
  doubt: z.boolean().meta({ description: 'something is not known that could make it higher' }),
  reasons: z
    .array(RiskReason)
    .meta({ description: 'why, as codes: the score, what protects, what aggravates, what is not known' }),
});
export type Proposal = z.infer<typeof Proposal>;

const ofLevel: Record<SeverityLevel, RiskReason> = {
  low: 'scoreLow',
  medium: 'scoreMedium',
  high: 'scoreHigh',
  veryHigh: 'scoreVeryHigh',
};

/** Answers that may be unknown, each with the worst that it could turn out to be. */
const unknowns = [
  { code: 'outageUnknown', question: 'outage', worst: 'essentialService' },
  { code: 'identityTheftUnknown', question: 'identityTheft', worst: 'yes' },
  { code: 'specialPersonsUnknown', question: 'specialPersons', worst: 'yes' },
] as const satisfies readonly { code: RiskReason; question: keyof RiskFindings; worst: string }[];

/**
 * Proposes a risk: that of the score's level, unlikely where every way of harm is closed, then raised by what aggravates.
 * An unknown is a doubt where knowing it could raise the risk. A named person decides, and may differ with a reason.
 *
 * @see domain rules 1.3, 1.4 and 4.2
 */
export function proposeRisk(assessment: Assessment): Proposal {
  const { risk, reasons } = known(assessment);
  const doubts = unknowns.filter(({ question, worst }) => {
    const { score, findings } = assessment;
    return (
      findings[question] === 'unknown' && known({ score, findings: { ...findings, [question]: worst } }).risk !== risk
    );
  });
  return { risk, doubt: doubts.length > 0, reasons: [...reasons, ...doubts.map(({ code }) => code)] };
}

function known(assessment: Assessment): { risk: Risk; reasons: RiskReason[] } {
  const { level } = scoreOf(assessment.score);
  const protecting = safeguards.filter(({ holds }) => holds(assessment));
  const isAllClosed = (['confidentiality', 'integrity', 'availability'] as const).every((way) =>
    isClosed(way, assessment),
  );
  const reasons: RiskReason[] = [ofLevel[level], ...protecting.map(({ code }) => code)];
  if (isAllClosed) return { risk: 'unlikely', reasons: [...reasons, 'everyWayClosed'] };
  let risk = scalesOf[level].risk;
  for (const { code, atLeast, where, holds } of aggravations) {
    if (!holds(assessment) || (where === 'risk' && risk === 'unlikely')) continue;
    risk = higherRisk(risk, atLeast);
    reasons.push(code);
  }
  return { risk, reasons };
}
