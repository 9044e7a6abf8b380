import { z } from 'zod';
import { ToldAnew } from '../../../domain/controllerCase/toldAnew';
import { Conclusion33, Conclusion34 } from '../../../domain/risk/legalBridge';
import { Exemption34 } from '../../../domain/risk/qualify';
import { EdpbSeverity, Gravity, Likelihood, Risk } from '../../../domain/risk/scales';
import { Scored } from '../../../domain/risk/scored';
import { at, byId, seq, words } from './viewFields';

/** The assessment of an entry: what was answered, what came of it, and what was proposed then. */
export const ScoreView = z
  .strictObject({
    seq,
    byId,
    at: at('when'),
    ...Scored.shape,
    scales: z
      .strictObject({
        gravity: Gravity.meta({ description: 'gravity on the scale of the CNIL’s form' }),
        severity: EdpbSeverity.meta({ description: 'severity on the scale of the EDPB’s template' }),
        risk: Risk.meta({ description: 'risk that the level alone stands for' }),
      })
      .meta({ description: 'the level on the scales of the others' }),
  })
  .meta({ id: 'RiskScore', description: 'An assessment of the risk, with its score and proposal' });

const bridge = z.strictObject({
  scoreSeq: z.int().positive().meta({ description: 'entry of the assessment that it rests on' }),
  ...Scored.shape,
  doubt: z.boolean().meta({ description: 'whoever decided was in doubt: the authority is notified' }),
  likelihood: Likelihood.nullable().meta({ description: 'how likely the harm is; null: not judged' }),
  exemption34: Exemption34.nullable().meta({ description: 'ground of GDPR Art. 34(3); null: none' }),
  conclusion33: Conclusion33.meta({ description: 'whether the authority is notified' }),
  conclusion34: Conclusion34.meta({ description: 'whether the persons are told' }),
});

const inWords = z.strictObject({
  conclusion33: words('whether the authority is told, and why'),
  conclusion34: words('whether the persons are told, and why'),
});

export const DecisionView = z
  .strictObject({
    seq,
    byId,
    at: at('when'),
    risk: Risk.meta({ description: 'risk for the persons' }),
    mandate: words('by which a DPO decided'),
    noAdviceReason: words('why without advice'),
    againstAdviceReason: words('why it differs from the DPO’s advice'),
    toldAnew: ToldAnew.nullable().meta({
      description: 'who is told anew, where persons were told before more was known; null: nobody was asked',
    }),
    notAnewReason: words('why what they were told covers it'),
    facts: words('the facts'),
    safeguards: words('what protects the persons'),
    likelyImpact: words('what it is likely to mean for them'),
    divergenceReason: words('why it differs from what was proposed'),
    bridge: bridge
      .nullable()
      .meta({ description: 'from the score to the law, as known when it was decided; null: decided without a score' }),
    inWords: inWords
      .nullable()
      .meta({ description: 'conclusions in free words, of a decision without a score; else null' }),
  })
  .meta({ id: 'RiskDecided', description: 'A decision on the risk, with what it rested on' });
