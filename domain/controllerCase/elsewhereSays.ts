import type { BreachRecord } from '../authority/breachRecord';
import type { RegimeId } from '../regime/vocabulary';
import type { ControllerCase } from './case';
import { answerTo, screeningOf } from '../regime/asked';
import { askedOf } from './regimes';

/** Regimes by which an authority that is none of data protection is told. */
const OF_AUTHORITIES: readonly RegimeId[] = [
  'nis2',
  'dora',
  'eidas',
  'eprivacy',
  'healthIncident',
  'ukTelecom',
  'craVulnerability',
  'craIncident',
  'aiAct',
  'vitalOperator',
  'psd2',
];

/**
 * Whether an authority of another law was told, and the police (section 14 of the form). "No" is said only once somebody has
 * answered for every regime; which authority it was, a person names.
 */
export function elsewhereSays(one: ControllerCase): Pick<BreachRecord, 'otherAuthority' | 'police'> {
  const { regimes } = one;
  const isTold = regimes.sent.some(({ regime }) => OF_AUTHORITIES.includes(regime));
  const isConcerned = OF_AUTHORITIES.some((id) => answerTo(regimes, id)?.concerned === 'yes');
  const isScreened = screeningOf(askedOf(one)).unanswered.length === 0;
  return {
    ...(isTold && { otherAuthority: 'yes' }),
    ...(!isTold && isScreened && !isConcerned && { otherAuthority: 'no' }),
    ...(regimes.sent.some(({ stage }) => stage === 'complaint') && { police: 'yes' }),
  };
}
