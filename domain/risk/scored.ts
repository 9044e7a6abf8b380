import { z } from 'zod';
import { done, refused, type Result } from '../shared/errors';
import { Assessment, assessmentIssues } from './assessment';
import { EnisaScore, scoreOf } from './enisa';
import { Proposal, proposeRisk } from './proposeRisk';

/** An assessment as the journal keeps it, with what came of it then: rules may change, an entry does not. */
export const Scored = z.strictObject({
  ...Assessment.shape,
  severity: EnisaScore.meta({ description: 'the ENISA score, in quarters' }),
  proposal: Proposal.meta({ description: 'what is proposed to the person who decides' }),
});
export type Scored = z.infer<typeof Scored>;

/** The assessment with its score and proposal, or every answer that another one belies (domain rules 4.1, 4.2). */
export function scoredFrom({ score, findings }: Assessment): Result<Scored> {
  const issues = assessmentIssues({ score, findings });
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ score, findings, severity: scoreOf(score), proposal: proposeRisk({ score, findings }) });
}
