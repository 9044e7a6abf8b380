import type { Advice } from '../../../domain/controllerCase/case';
import { type Decision, isOneHand } from '../../../domain/controllerCase/decision';
import type { Language } from '../../../domain/letters/head';
import type { DecisionView } from '../../../templates/pages/case';
import type { Line } from '../../../templates/pages/parts/assessment';
import { phrase } from '../../../templates/pages/words/word';
import { type Inside, nameOf } from '../frame';
import { asWritten } from '../rowWords';
import { answerLines } from './assessment';

/** A decision on the risk with what it rested on then. */
export function decisionView(decision: Decision, advices: readonly Advice[], { frame, names }: Inside): DecisionView {
  const { seq, risk, byId, at, bridge, facts, safeguards, likelyImpact } = decision;
  return {
    seq,
    risk: { key: `risk.${risk}` },
    by: nameOf(names, { id: byId }),
    at,
    lines: [
      ...(bridge === null ? [] : rested(bridge, frame.language)),
      { label: { key: 'case.facts' }, text: asWritten(facts) },
      { label: { key: 'case.safeguards' }, text: asWritten(safeguards) },
      { label: { key: 'case.impact' }, text: asWritten(likelyImpact) },
      ...conclusions(decision),
      ...anew(decision),
      ...reasons(decision),
      ...(isOneHand(decision, advices) ? [ONE_HAND] : []),
    ],
    answers: bridge === null ? [] : answerLines(bridge, frame.language),
  };
}

const ONE_HAND: Line = { label: { key: 'case.sameHand' }, text: { key: 'case.sameHandText' } };

type Bridge = NonNullable<Decision['bridge']>;

function rested({ severity: { se, level }, proposal, likelihood }: Bridge, language: Language): Line[] {
  const values = { se: se / 4, level: phrase(language, { key: `riskLevel.${level}` }) };
  return [
    { label: { key: 'assessment.title' }, text: { key: 'assessment.short', values } },
    { label: { key: 'assessment.proposed' }, text: { key: `risk.${proposal.risk}` } },
    ...(likelihood === null
      ? []
      : [{ label: { key: 'caseAsk.likelihood' as const }, text: { key: `riskLikelihood.${likelihood}` as const } }]),
  ];
}

function conclusions({ bridge, inWords }: Decision): Line[] {
  const [authority, persons] = [{ key: 'case.authority' as const }, { key: 'case.persons' as const }];
  if (bridge === null) {
    return [
      { label: authority, text: asWritten(inWords?.conclusion33 ?? null) },
      { label: persons, text: asWritten(inWords?.conclusion34 ?? null) },
    ];
  }
  const { doubt, conclusion33, conclusion34, exemption34 } = bridge;
  return [
    ...(doubt ? [{ label: { key: 'caseAsk.doubt' as const }, text: { key: 'caseAsk.doubtYes' as const } }] : []),
    { label: authority, text: { key: `riskConclusion33.${conclusion33}` } },
    { label: persons, text: { key: `riskConclusion34.${conclusion34}` } },
    ...(exemption34 === null
      ? []
      : [{ label: { key: 'caseAsk.exemption' as const }, text: { key: `riskExemption.${exemption34}` as const } }]),
  ];
}

function anew({ toldAnew, notAnewReason = null }: Decision): Line[] {
  if (toldAnew === undefined) return [];
  const said = { label: { key: 'caseAsk.toldAnew' as const }, text: { key: `toldAnew.${toldAnew}` as const } };
  return [
    said,
    ...(notAnewReason === null ? [] : [{ label: { key: 'caseAsk.notAnew' as const }, text: notAnewReason }]),
  ];
}

function reasons({ divergenceReason, againstAdviceReason, noAdviceReason, mandate }: Decision): Line[] {
  const given = [
    ['caseAsk.divergence', divergenceReason],
    ['caseAsk.againstAdvice', againstAdviceReason],
    ['caseAsk.noAdvice', noAdviceReason],
    ['caseAsk.mandate', mandate],
  ] as const;
  return given.flatMap(([key, text]) => (text === null ? [] : [{ label: { key }, text }]));
}
