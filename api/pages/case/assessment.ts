import { type ControllerCase, currentScore } from '../../../domain/controllerCase/case';
import type { Language } from '../../../domain/letters/head';
import type { Assessment } from '../../../domain/risk/assessment';
import type { EnisaScore } from '../../../domain/risk/enisa';
import type { Proposal } from '../../../domain/risk/proposeRisk';
import { scalesOf } from '../../../domain/risk/scales';
import { saWord } from '../../../templates/authorityValue';
import type { AssessmentPanel, Line } from '../../../templates/pages/parts/assessment';
import { phrase, type Said, type Word } from '../../../templates/pages/words/word';
import type { Name } from '../../../application/ports/people';
import { nameOf } from '../frame';
import { dataVocabulary } from './dataTypes';

type Shown = { names: ReadonlyMap<string, Name>; language: Language; canScore: boolean };

/** The newest score, both scales and what is proposed, with its reasons: before anybody decides. */
export function assessmentPanel(one: ControllerCase, { names, language, canScore }: Shown): AssessmentPanel {
  const score = one.scores.at(-1) ?? null;
  const isCurrent = currentScore(one) !== null;
  const text: Said = { key: score === null ? 'assessment.first' : 'assessment.overtaken' };
  return {
    newest: score && {
      risk: { key: `risk.${score.proposal.risk}` },
      doubt: score.proposal.doubt,
      reasons: reasonLines(score.proposal),
      level: {
        key: 'assessment.level',
        values: { level: phrase(language, { key: `riskLevel.${score.severity.level}` }) },
      },
      sum: sumOf(score.severity),
      scales: scaleLines(score.severity),
      answers: answerLines(score, language),
      by: nameOf(names, { id: score.byId }),
      at: score.at,
    },
    first: isCurrent || !canScore ? null : { text, href: `/cases/${one.id}/score`, act: { key: 'caseAsk.score' } },
  };
}

const reasonLines = ({ reasons }: Proposal): Line[] =>
  reasons.map((reason) => ({ label: { key: `riskReason.${reason}` }, text: { key: `riskReasonIs.${reason}` } }));

/** Quarters as a person reads them: 4.75. */
export const sumOf = ({ dpc, ei, cb, se }: Pick<EnisaScore, 'dpc' | 'ei' | 'cb' | 'se'>): Said => ({
  key: 'assessment.sum',
  values: { dpc, ei: ei / 4, cb: cb / 4, se: se / 4 },
});

function scaleLines({ level, flags }: EnisaScore): Line[] {
  const { gravity, severity } = scalesOf[level];
  const flag = (name: 'moreThan100Persons' | 'unintelligible'): Line => ({
    label: { key: `riskFlag.${name}` },
    text: { key: flags[name] === null ? 'yesno.unknown' : flags[name] ? 'yesno.yes' : 'yesno.no' },
  });
  return [
    { label: { key: 'assessment.gravity' }, text: { key: `riskGravity.${gravity}` } },
    { label: { key: 'assessment.edpb' }, text: { key: `riskSeverity.${severity}` } },
    flag('moreThan100Persons'),
    flag('unintelligible'),
  ];
}

/** What was answered, so that a decision can be read with what it rests on. */
export function answerLines({ score, findings }: Assessment, language: Language): Line[] {
  const line = (label: Word, text: Word): Line => ({ label: { key: label }, text: { key: text } });
  const { confidentiality, integrity, availability, malicious } = score.circumstances;
  return [
    ...score.data.map(({ type, class: dataClass, adjustment }): Line => {
      const cell = `riskCell.${dataClass}.${adjustment}` as Word;
      return { label: saWord(language, dataVocabulary(type), type), text: { key: cell } };
    }),
    line('assessment.ease', `riskEase.${score.ease}`),
    { label: { key: 'assessment.persons' }, text: personsText(score.persons) },
    line('riskLine.confidentiality', `riskConfidentiality.${confidentiality}`),
    line('riskLine.integrity', `riskIntegrity.${integrity}`),
    line('riskLine.availability', `riskAvailability.${availability}`),
    line('riskLine.malicious', `riskMalicious.${malicious}`),
    line('riskAsk.outflow', `riskOutflow.${findings.outflow}`),
    line('riskAsk.recipients', `riskRecipients.${findings.recipients}`),
    line('riskAsk.outage', `riskOutage.${findings.outage}`),
    line('riskAsk.identityTheft', `yesno.${findings.identityTheft}`),
    line('riskAsk.specialPersons', `yesno.${findings.specialPersons}`),
  ];
}

const personsText = (persons: Assessment['score']['persons']): Said =>
  persons === null ? { key: 'yesno.unknown' } : { key: 'assessment.about', values: { n: persons.approx } };
