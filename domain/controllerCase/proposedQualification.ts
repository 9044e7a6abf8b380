import type { BreachRecord } from '../authority/breachRecord';
import { type Counted, countOf } from '../authority/recordParts';
import type { Nature } from '../deadline/breachClock';
import type { YesNoUnknown } from '../risk/findings';
import { type BreachFacts, Effect, natureOf, type Qualification, qualify } from '../risk/qualify';
import type { Scored } from '../risk/scored';
import { type ControllerCase, currentScore, naturesOf } from './case';

/** What is proposed, and of which facts: whoever decides sees what is missing. */
export type ProposedQualification = Qualification & { facts: BreachFacts };

type Asked = Pick<ControllerCase, 'record' | 'nature' | 'scores' | 'told' | 'decisions' | 'grown'>;

/**
 * Whether the record says that it is a personal data breach. It only proposes: a named person decides (`qualify`,
 * `ruleOut`), and their reason stands in the journal.
 *
 * @see GDPR Art. 4(12); domain rules 1.3
 */
export function proposedQualification(one: Asked): ProposedQualification {
  const facts = breachFactsOf(one);
  return { ...qualify(facts), facts };
}

/** No field of a record says that security did not fail: that is for whoever rules the case out to prove. */
const breachFactsOf = (one: Asked): BreachFacts => ({
  personalData: personalDataIn(one.record),
  securityFailure: securityFailureIn(one.record),
  effects: effectsOf(one),
});

const isExactlyNone = (counted: Counted | null | undefined): boolean =>
  counted?.amount === 'exact' && counted.count === 0;

function personalDataIn({ data, sensitive, personCategories, persons, records }: BreachRecord): YesNoUnknown {
  const isNamed =
    data?.some((one) => one !== 'not-known') ||
    (sensitive?.length ?? 0) > 0 ||
    personCategories?.some((one) => one !== 'not-determined') ||
    (countOf(persons) ?? 0) > 0 ||
    (countOf(records) ?? 0) > 0;
  if (isNamed) return 'yes';
  return isExactlyNone(persons) && isExactlyNone(records) ? 'no' : 'unknown';
}

/** Each published origin but "other" is a failure of security, by whomever and whether meant or not. */
function securityFailureIn({ origins, causes, certainty }: BreachRecord): YesNoUnknown {
  if (certainty === 'supposed') return 'unknown';
  const isNamed =
    origins?.some((one) => one !== 'other') || causes?.some((one) => one !== 'other' && one !== 'unknown');
  return isNamed || certainty === 'established' ? 'yes' : 'unknown';
}

/** The least that the word says: nobody is read as having said more. */
const leastOf: Record<Nature, Effect> = {
  confidentiality: 'access',
  integrity: 'alteration',
  availability: 'temporaryLoss',
};

/** In the order of the vocabulary; null where nobody can say, empty where an assessment says that nothing happened. */
function effectsOf(one: Asked): Effect[] | null {
  const score = one.scores.at(-1);
  const finer = new Set([...recordEffects(one.record), ...(score ? scoredEffects(score) : [])]);
  const told = new Set([...finer].map((effect) => natureOf[effect]));
  const coarse = naturesOf(one).filter((nature) => !told.has(nature));
  const all = new Set([...finer, ...coarse.map((nature) => leastOf[nature])]);
  if (all.size > 0) return Effect.options.filter((effect) => all.has(effect));
  const current = currentScore(one);
  return current !== null && saysNothingHappened(current) && !mayHaveLeft(one.record) ? [] : null;
}

const recordEffects = ({ becameOfData, exfiltration, alteration, unavailability }: BreachRecord): Effect[] => [
  ...(becameOfData ?? []),
  ...(exfiltration === 'exfiltrated' ? (['disclosure'] as const) : []),
  ...(alteration ? (['alteration'] as const) : []),
  ...(unavailability ? ([unavailability === 'permanent' ? 'loss' : 'temporaryLoss'] as const) : []),
];

function scoredEffects({ score: { circumstances }, findings }: Scored): Effect[] {
  const { confidentiality, integrity, availability } = circumstances;
  const isSeen = confidentiality === 'knownRecipients' || confidentiality === 'unknownRecipients';
  const isOpen = confidentiality === 'exposed' || findings.outflow === 'happened';
  return [
    ...(isSeen ? (['disclosure'] as const) : isOpen ? (['access'] as const) : []),
    ...(integrity === 'untouched' ? [] : (['alteration'] as const)),
    ...(availability === 'untouched' && findings.outage !== 'hoursWithoutConsequence'
      ? []
      : ([availability === 'lost' ? 'loss' : 'temporaryLoss'] as const)),
  ];
}

/** Nothing was touched, and what nobody can say is not read as no. */
const saysNothingHappened = ({ findings }: Scored): boolean =>
  findings.outflow === 'excluded' && findings.outage === 'none';

const mayHaveLeft = ({ exfiltration }: BreachRecord): boolean =>
  exfiltration === 'likely' || exfiltration === 'cannotAssess';
