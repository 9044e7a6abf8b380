import { outOfOrder, outOfReach } from '../incident/chronology';
import { profileAt } from '../law/profile';
import { type Jurisdiction, PROFILES } from '../law/profiles';
import type { Issue } from '../shared/errors';
import type { RegimeAnswer } from './answer';
import { regimeOf } from './catalogue';
import type { FactKey, InstantFact } from './facts';
import { isLawUnder } from './inForce';

/** A policy that gives more working days than this is a slip. */
const LONGEST_POLICY_DAYS = 366;

const PAST_FACTS = [
  'classifiedAt',
  'recoveredAt',
  'handledAt',
  'requestedAt',
  'fixAvailableAt',
] as const satisfies readonly InstantFact[];

/** What is wrong with an answer that somebody enters: every fault, each at its field. */
export const answerFaults = (answer: RegimeAnswer, now: Date): Issue[] => [
  ...missing(answer),
  ...foreignFacts(answer),
  ...untimely(answer, now),
  ...notYetLaw(answer),
  ...strangeProfile(answer),
  ...tooShort(answer),
];

function missing({ concerned, triggerAt, reason }: RegimeAnswer): Issue[] {
  if (concerned === 'yes' && triggerAt === null) {
    return [{ pointer: '/triggerAt', message: 'say from when its limits count' }];
  }
  const isReasoned = reason !== null && /\S/.test(reason);
  return concerned === 'no' && !isReasoned ? [{ pointer: '/reason', message: 'say why it does not apply' }] : [];
}

function foreignFacts({ regime, facts }: RegimeAnswer): Issue[] {
  const own = regimeOf(regime).facts;
  return (Object.keys(facts) as FactKey[])
    .filter((key) => !own.includes(key))
    .map((key) => ({ pointer: `/facts/${key}`, message: `is no fact of ${regime}` }));
}

/** Nothing has happened before what the limits count from, nor after now; a limit that a person sets may be ahead. */
function untimely({ triggerAt, facts }: RegimeAnswer, now: Date): Issue[] {
  const trigger = { pointer: '/triggerAt', at: triggerAt };
  const happened = PAST_FACTS.flatMap((key) => {
    const fact = { pointer: `/facts/${key}`, at: facts[key] ?? null };
    return outOfOrder([{ ...trigger, recorded: true }, fact], now);
  });
  const set = facts.dueAt === undefined ? [] : outOfReach({ pointer: '/facts/dueAt', at: facts.dueAt }, now);
  return [...outOfOrder([trigger], now), ...happened, ...set];
}

function notYetLaw({ regime, concerned, triggerAt }: RegimeAnswer): Issue[] {
  if (concerned !== 'yes' || triggerAt === null) return [];
  const profile = profileAt(lawOf(regime), triggerAt);
  if (profile !== null && isLawUnder(regimeOf(regime), profile)) return [];
  return [{ pointer: '/triggerAt', message: `${regime} was not yet law then` }];
}

function strangeProfile({ regime, profileId }: RegimeAnswer): Issue[] {
  if (
    profileId === null ||
    PROFILES.some(({ id, jurisdiction }) => id === profileId && jurisdiction === lawOf(regime))
  ) {
    return [];
  }
  return [{ pointer: '/profileId', message: `is no law profile of ${regime}` }];
}

const lawOf = (regime: RegimeAnswer['regime']): Jurisdiction => regimeOf(regime).law;

/** No policy may give less than the law's working days (rule P8). */
function tooShort({ triggerAt, facts }: RegimeAnswer): Issue[] {
  const days = facts.policyWorkingDays;
  if (days === undefined) return [];
  const pointer = '/facts/policyWorkingDays';
  if (days > LONGEST_POLICY_DAYS) return [{ pointer, message: `at most ${LONGEST_POLICY_DAYS}` }];
  const profile = triggerAt === null ? null : profileAt('FR', triggerAt);
  const least = profile?.limits[facts.theft === 'yes' ? 'insurance.theftNotice' : 'insurance.notice']?.length ?? 1;
  return days < least ? [{ pointer, message: `never fewer than ${least}` }] : [];
}
