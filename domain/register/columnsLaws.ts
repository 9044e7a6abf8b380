import { instant, term, terms, text } from '../authority/formField';
import { askedOf } from '../incident/regimes';
import { LAWS_ASKED_IN } from '../incident/transitions';
import { answerTo, type Regimes } from '../regime/asked';
import { type Cell, lines, NOT_APPLICABLE, said } from './cell';
import type { Column, CaseRow } from './column';
import type { HouseIncident } from './incidentPart';

/** Cells of what was answered and sent; an incident of which no law was asked yet, or ever, cannot say them. */
const ofLaws = (read: (regimes: Regimes) => Cell) => ({
  house: ({ incident }: HouseIncident): Cell => {
    const { regimes } = askedOf(incident);
    const isAsked = [...LAWS_ASKED_IN, 'CLOSED'].includes(incident.stage) || regimes.answers.length > 0;
    return isAsked ? read(regimes) : NOT_APPLICABLE;
  },
  ofCase: ({ one }: CaseRow): Cell => read(one.regimes),
});

/** Other laws that apply, what was sent under them, those that do not apply and why; and whether the police were told. */
export const columnsLaws: readonly Column[] = [
  {
    key: 'regimes',
    ...ofLaws((regimes) => [
      ...lines(
        newestAnswers(regimes)
          .filter(({ concerned }) => concerned === 'yes')
          .map(({ regime }) => [term('regime', regime)]),
      ),
      ...lines(
        regimes.sent.map(({ regime, stage, sentAt, receipt }) => [
          term('regime', regime),
          term('regimeStage', stage),
          instant(sentAt),
          text(receipt),
        ]),
      ),
    ]),
  },
  {
    key: 'regimesExcluded',
    ...ofLaws((regimes) => {
      const excluded = newestAnswers(regimes).filter(({ concerned }) => concerned === 'no');
      const reasons = [...new Set(excluded.map(({ reason }) => reason))];
      const those = (why: string | null) => excluded.filter(({ reason }) => reason === why).map(({ regime }) => regime);
      return lines(reasons.map((reason) => [terms('regime', those(reason)), text(reason)]));
    }),
  },
  {
    key: 'police',
    ...ofLaws(({ sent }) => (sent.some(({ stage }) => stage === 'complaint') ? said(term('yesNo', 'yes')) : [])),
    ofCase: ({ one }) => said(terms('yesNo', one.record.police ? [one.record.police] : null)),
  },
];

/** Of each regime that was answered, the answer that counts. */
const newestAnswers = (regimes: Regimes) =>
  regimes.answers.filter((answer) => answerTo(regimes, answer.regime) === answer);
