import type { z } from 'zod';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import type { Decision } from '../../../domain/controllerCase/decision';
import { scalesOf } from '../../../domain/risk/scales';
import type { DecisionView, ScoreView } from './riskViews';

/** Names each field, as all presenters do. */
export function presentScore(scored: ControllerCase['scores'][number]): z.output<typeof ScoreView> {
  const { seq, byId, at, score, findings, severity, proposal } = scored;
  return { seq, byId, at, score, findings, severity, scales: scalesOf[severity.level], proposal };
}

export function presentDecision(decision: Decision): z.output<typeof DecisionView> {
  const { seq, byId, at, risk, mandate, noAdviceReason, againstAdviceReason } = decision;
  const { facts, safeguards, likelyImpact, divergenceReason, bridge, inWords } = decision;
  const said = { facts, safeguards, likelyImpact, divergenceReason };
  const { toldAnew = null, notAnewReason = null } = decision;
  const beside = { mandate, noAdviceReason, againstAdviceReason, toldAnew, notAnewReason };
  return { seq, byId, at, risk, ...beside, ...said, bridge, inWords };
}
