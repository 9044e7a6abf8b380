import { z } from 'zod';
import type { Assessment } from './assessment';
import type { Risk } from './scales';

/** The three ways in which a breach harms somebody: GDPR Art. 4(12), one for each nature. */
export type Way = 'confidentiality' | 'integrity' | 'availability';

/** Why a proposal is what it is. Codes are added, never taken away or given another meaning: entries hold them. */
export const RiskReason = z.enum([
  'scoreLow',
  'scoreMedium',
  'scoreHigh',
  'scoreVeryHigh',
  'noOutflow',
  'unintelligible',
  'trustedRecipients',
  'originalKept',
  'restoredInHours',
  'everyWayClosed',
  'outflowNotExcluded',
  'takenOnPurpose',
  'unknownHands',
  'alteredAndMisused',
  'outageFelt',
  'lostForGood',
  'essentialService',
  'identityTheft',
  'specialPersons',
  'outageUnknown',
  'identityTheftUnknown',
  'specialPersonsUnknown',
]);
export type RiskReason = z.infer<typeof RiskReason>;

type Rule = { code: RiskReason; source: string; holds: (assessment: Assessment) => boolean };

/** A safeguard closes one way: nothing more is to be feared by it. Where all three are closed, a risk is unlikely. */
export const safeguards: readonly (Rule & { closes: Way })[] = [
  {
    code: 'noOutflow',
    closes: 'confidentiality',
    source: 'EDPB Guidelines 01/2021, case 01: logs prove that nothing left',
    holds: ({ findings }) => findings.outflow === 'excluded',
  },
  {
    code: 'unintelligible',
    closes: 'confidentiality',
    source: 'GDPR Art. 34(3)(a); EDPB Guidelines 01/2021, cases 06 and 10',
    // Of an intruder who may have read what running systems read, nobody can say that it left encrypted.
    holds: ({ score, findings }) => score.unintelligible && !(isMalicious(score) && findings.outflow === 'notExcluded'),
  },
  {
    code: 'trustedRecipients',
    closes: 'confidentiality',
    source: 'EDPB Guidelines 01/2021, case 09; 9/2022, on trusted recipients',
    holds: ({ score, findings }) =>
      findings.outflow === 'happened' && findings.recipients === 'boundAndReturned' && !isMalicious(score),
  },
  {
    code: 'originalKept',
    closes: 'integrity',
    source: 'ENISA 2013, integrity: altered, no wrong use found, original kept',
    holds: ({ score }) => score.circumstances.integrity === 'noWrongUse',
  },
  {
    code: 'restoredInHours',
    closes: 'availability',
    source: 'EDPB Guidelines 01/2021, case 01: restored in hours, without consequence',
    holds: ({ score, findings }) =>
      findings.outage === 'hoursWithoutConsequence' && score.circumstances.availability !== 'lost',
  },
];

/** A way that the breach does not take needs no safeguard. */
const untouched: Readonly<Record<Way, (assessment: Assessment) => boolean>> = {
  confidentiality: () => false, // "nothing left" is a finding, with its proof
  integrity: ({ score }) => score.circumstances.integrity === 'untouched',
  availability: ({ score, findings }) =>
    findings.outage === 'none' && ['untouched', 'easilyRecovered'].includes(score.circumstances.availability),
};

export const isClosed = (way: Way, assessment: Assessment): boolean =>
  untouched[way](assessment) || safeguards.some(({ closes, holds }) => closes === way && holds(assessment));

/** What makes a breach worse than its score says. `where: 'risk'`: it makes no risk of its own, and a risk a high one. */
export const aggravations: readonly (Rule & { atLeast: Risk; where: 'always' | 'risk' })[] = [
  {
    code: 'outflowNotExcluded',
    atLeast: 'risk',
    where: 'always',
    source: 'EDPB Guidelines 01/2021, case 01 without its logs; CNIL: in doubt, notify',
    holds: (assessment) => assessment.findings.outflow === 'notExcluded' && isOpen('confidentiality', assessment),
  },
  {
    code: 'takenOnPurpose',
    atLeast: 'risk',
    where: 'always',
    source: 'EDPB Guidelines 01/2021, case 08: who takes data means to use them',
    holds: (assessment) =>
      assessment.findings.outflow === 'happened' &&
      isMalicious(assessment.score) &&
      isOpen('confidentiality', assessment),
  },
  {
    code: 'unknownHands',
    atLeast: 'risk',
    where: 'always',
    source: 'EDPB Guidelines 9/2022, on who has the data; 01/2021, case 11',
    holds: (assessment) => isInUnknownHands(assessment) && isOpen('confidentiality', assessment),
  },
  {
    code: 'alteredAndMisused',
    atLeast: 'risk',
    where: 'always',
    source: 'EDPB Guidelines 01/2021, cases 17 and 18',
    holds: ({ score }) => ['recoverable', 'notRecoverable'].includes(score.circumstances.integrity),
  },
  {
    code: 'outageFelt',
    atLeast: 'risk',
    where: 'always',
    source: 'EDPB Guidelines 01/2021, case 02: no proper backup, orders delayed',
    holds: ({ findings }) => findings.outage === 'felt',
  },
  {
    code: 'lostForGood',
    atLeast: 'risk',
    where: 'always',
    source: 'EDPB Guidelines 01/2021, cases 04 and 12: no copy',
    holds: ({ score }) => score.circumstances.availability === 'lost',
  },
  {
    code: 'essentialService',
    atLeast: 'high',
    where: 'always',
    source: 'EDPB Guidelines 01/2021, case 03: operations postponed',
    holds: ({ findings }) => findings.outage === 'essentialService',
  },
  {
    code: 'identityTheft',
    atLeast: 'high',
    where: 'always',
    source: 'GDPR recital 85; EDPB Guidelines 01/2021, cases 11 and 14',
    holds: (assessment) =>
      assessment.findings.identityTheft === 'yes' &&
      isOpen('confidentiality', assessment) &&
      (isMalicious(assessment.score) || isInUnknownHands(assessment)),
  },
  {
    code: 'specialPersons',
    atLeast: 'high',
    where: 'risk',
    source: 'GDPR recital 75; EDPB Guidelines 9/2022, on vulnerable persons',
    holds: ({ findings }) => findings.specialPersons === 'yes',
  },
];

const isOpen = (way: Way, assessment: Assessment): boolean => !isClosed(way, assessment);

const isMalicious = ({ circumstances }: Assessment['score']): boolean => circumstances.malicious === 'intentional';

/** Lost, sent or published: nobody knows who has them. A few known persons who got a letter by mistake are no such hands. */
const isInUnknownHands = ({ score, findings }: Assessment): boolean =>
  findings.outflow === 'happened' && score.circumstances.confidentiality !== 'knownRecipients';
