import type { LimitKey } from '../law/limits';
import { profileAt } from '../law/profile';
import type { LawProfile } from '../law/profiles';
import { regimes } from './catalogue';
import type { Regime, StageSpec } from './regime';

/** The lengths that a stage may be counted by. */
function limitsOf({ limit, orSooner }: StageSpec): LimitKey[] {
  const own = limit === null || limit === 'set' ? [] : [limit];
  return orSooner === undefined ? own : [...own, orSooner.limit];
}

/** Whether a profile gives a regime its lengths: if not, the regime was not yet law then. */
export const isLawUnder = ({ stages }: Regime, { limits }: LawProfile): boolean =>
  stages.flatMap(limitsOf).every((key) => limits[key] !== undefined);

/** The regimes that are law at an instant: of these a person is asked. */
export function regimesAt(at: string): Regime[] {
  return regimes.filter((regime) => {
    const profile = profileAt(regime.law, at);
    return profile !== null && isLawUnder(regime, profile);
  });
}
