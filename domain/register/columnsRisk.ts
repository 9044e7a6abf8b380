import { instant, type Reading, term, text } from '../authority/formField';
import { type ControllerCase, currentScore, decisionOf } from '../controllerCase/case';
import { lines, NOT_APPLICABLE, said } from './cell';
import type { CaseRow, Column } from './column';

const quarters = (value: number | undefined): Reading =>
  value === undefined ? null : { state: 'given', values: [{ as: 'quarters', quarters: value }] };

/** The score that the newest decision rests on; before any decision, the newest. */
const scoreOf = (one: ControllerCase) =>
  decisionOf(one)?.bridge?.severity ?? currentScore(one)?.severity ?? one.scores.at(-1)?.severity;

const ofDecision =
  (read: (decision: NonNullable<ReturnType<typeof decisionOf>>, row: CaseRow) => Reading) => (row: CaseRow) => {
    const decision = decisionOf(row.one);
    return decision === null ? [] : said(read(decision, row));
  };

const ofCaseAlone = { house: null } as const;

/** How grave it is, and what somebody decided of it: a controller's matter. */
export const columnsRisk: readonly Column[] = [
  { key: 'dpc', ...ofCaseAlone, ofCase: ({ one }) => said(quarters(mult(scoreOf(one)?.dpc))) },
  { key: 'ei', ...ofCaseAlone, ofCase: ({ one }) => said(quarters(scoreOf(one)?.ei)) },
  { key: 'cb', ...ofCaseAlone, ofCase: ({ one }) => said(quarters(scoreOf(one)?.cb)) },
  { key: 'se', ...ofCaseAlone, ofCase: ({ one }) => said(quarters(scoreOf(one)?.se)) },
  { key: 'level', ...ofCaseAlone, ofCase: ({ one }) => said(term('riskLevel', scoreOf(one)?.level)) },
  { key: 'gravity', ...ofCaseAlone, ofCase: ({ one }) => said(term('gravity', one.record.gravity)) },
  { key: 'risk', ...ofCaseAlone, ofCase: ofDecision(({ risk }) => term('risk', risk)) },
  {
    key: 'legalBridge',
    ...ofCaseAlone,
    ofCase: ({ one }) => {
      const decision = decisionOf(one);
      return decision === null
        ? []
        : lines([[text(decision.facts)], [text(decision.safeguards)], [text(decision.likelyImpact)]].filter(isSaid));
    },
  },
  {
    key: 'decidedBy',
    ...ofCaseAlone,
    ofCase: ofDecision(({ byId }, { personName }) => text(personName(byId))),
  },
  { key: 'decidedAt', ...ofCaseAlone, ofCase: ofDecision(({ at }) => instant(at)) },
  {
    key: 'authorityDecision',
    ...ofCaseAlone,
    ofCase: ofDecision(
      ({ bridge, inWords }) => term('riskConclusion33', bridge?.conclusion33) ?? text(inWords?.conclusion33),
    ),
  },
  {
    key: 'personsDecision',
    ...ofCaseAlone,
    ofCase: ofDecision(
      ({ bridge, inWords }) => term('riskConclusion34', bridge?.conclusion34) ?? text(inWords?.conclusion34),
    ),
  },
  { key: 'divergence', ...ofCaseAlone, ofCase: ({ one }) => divergence(one) },
  {
    key: 'notABreach',
    house: ({ incident }) =>
      incident.ruledOut === null
        ? NOT_APPLICABLE
        : lines([[text(incident.ruledOut.reason), text(incident.ruledOut.evidenceRefs.join(', '))]]),
    ofCase: ({ one }) =>
      one.ruledOut === null
        ? NOT_APPLICABLE
        : lines([[text(one.ruledOut.reason), text(one.ruledOut.evidenceRefs.join(', '))]]),
  },
];

/** A whole number, in quarters. */
const mult = (whole: number | undefined): number | undefined => (whole === undefined ? undefined : whole * 4);

const isSaid = (row: readonly Reading[]): boolean => row.some((reading) => reading !== null);

/** Why it was decided otherwise than proposed or advised; nothing where it was not. */
function divergence(one: ControllerCase) {
  const decision = decisionOf(one);
  if (decision === null) return [];
  const reasons = [decision.divergenceReason, decision.againstAdviceReason].flatMap((reason) => reason ?? []);
  return reasons.length === 0 ? NOT_APPLICABLE : lines(reasons.map((reason) => [text(reason)]));
}
