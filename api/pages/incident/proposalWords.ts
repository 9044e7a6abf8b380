import type { Proposal } from '../../../domain/incident/breachValues';
import type { Word } from '../../../templates/pages/words/word';

/** What two persons decide together, in words; a command without words does not compile. */
export const proposalWords: Readonly<Record<Proposal['command'], Word>> = {
  'event.dismiss': 'proposal.eventDismiss',
  'aware.correct': 'proposal.awareCorrect',
  'clock.release': 'proposal.clockRelease',
  'breach.ruleOut': 'proposal.breachRuleOut',
  'regime.concern': 'caseAsk.regimeConcern',
  'regime.exclude': 'caseAsk.regimeExclude',
  'law.move': 'caseAsk.law',
};
