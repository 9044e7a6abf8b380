import { z } from 'zod';
import { SensitiveCategory } from '../incident/vocabulary';
import type { Issue } from '../shared/errors';
import { EnisaInput } from './enisa';
import { RiskFindings } from './findings';

/** Everything that a proposal rests on. */
export const Assessment = z.strictObject({
  score: EnisaInput.meta({ description: 'what the ENISA score is made of' }),
  findings: RiskFindings.meta({ description: 'what the score does not ask' }),
});
export type Assessment = z.infer<typeof Assessment>;

/** Two answers that cannot both be true. Asked where they come in, never of what is recorded. */
type Contradiction = Issue & { holds: (assessment: Assessment) => boolean };

const contradictions: readonly Contradiction[] = [
  {
    pointer: '/findings/outflow',
    message: 'the score counts recipients: data did leave',
    holds: ({ score, findings }) => findings.outflow === 'excluded' && hasRecipients(score),
  },
  {
    pointer: '/findings/recipients',
    message: 'nothing left, so nobody got anything',
    holds: ({ findings }) => findings.outflow === 'excluded' && findings.recipients !== 'none',
  },
  {
    pointer: '/findings/recipients',
    message: 'data came into other hands: say whose',
    holds: ({ findings }) => findings.outflow === 'happened' && findings.recipients === 'none',
  },
  {
    pointer: '/findings/recipients',
    message: 'the score counts recipients that nobody knows: not each of them is bound to secrecy',
    holds: ({ score, findings }) =>
      findings.recipients === 'boundAndReturned' && score.circumstances.confidentiality === 'unknownRecipients',
  },
  {
    pointer: '/score/circumstances/confidentiality',
    message: 'data came into other hands: confidentiality is touched',
    holds: ({ score, findings }) =>
      findings.outflow === 'happened' && score.circumstances.confidentiality === 'untouched',
  },
  {
    pointer: '/findings/outage',
    message: 'the score counts data that took effort to recover or are lost: say what the persons felt',
    holds: ({ score, findings }) =>
      findings.outage === 'none' && ['withEffort', 'lost'].includes(score.circumstances.availability),
  },
  {
    pointer: '/score/circumstances/availability',
    message: 'persons felt that data could not be used: availability is touched',
    holds: ({ score, findings }) =>
      ['felt', 'essentialService'].includes(findings.outage) && score.circumstances.availability === 'untouched',
  },
];

/** Every answer that another one belies, and special categories of data classed as if they were none. */
export function assessmentIssues(assessment: Assessment): Issue[] {
  const belied = contradictions.filter(({ holds }) => holds(assessment));
  return [...misclassed(assessment.score), ...belied.map(({ pointer, message }) => ({ pointer, message }))];
}

const hasRecipients = ({ circumstances }: EnisaInput): boolean =>
  circumstances.confidentiality === 'knownRecipients' || circumstances.confidentiality === 'unknownRecipients';

const misclassed = ({ data }: EnisaInput): Issue[] =>
  data.flatMap(({ type, class: dataClass }, index) =>
    SensitiveCategory.safeParse(type).success && dataClass !== 'sensitive'
      ? [
          {
            pointer: `/score/data/${index}/class`,
            message: 'a special category (GDPR Art. 9) is sensitive: take from it by the adjustment if it says little',
          },
        ]
      : [],
  );
