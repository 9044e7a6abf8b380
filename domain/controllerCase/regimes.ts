import { paceOf } from '../deadline/pace';
import { propose } from '../approval/propose';
import type { Mark } from '../incident/incident';
import type { Elsewhere } from '../incident/regimes';
import type { Asked } from '../regime/asked';
import type { RegimeCommand } from '../regime/commands';
import { withComplaint } from '../regime/complaint';
import { decideRegime } from '../regime/decide';
import { done, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { AroundCase } from './decide';
import type { CaseEvent } from './events';
import { placeOf } from './place';
import { quorumIn } from './quorum';

/**
 * What is asked of a case about other laws: those that were law when it was first known. Where its cause was said to be an
 * attack, the complaint's hours run since then, at the earliest at which it can have been known here (docs/adr/0053).
 */
export const askedOf = ({
  regimes,
  attack,
  clock,
  opened,
}: Pick<ControllerCase, 'regimes' | 'attack' | 'clock' | 'opened'>): Asked => ({
  regimes: withComplaint(regimes, attack && { ...attack, knownAt: clock.t0 }),
  since: clock.t0,
  pace: paceOf(opened),
});

/**
 * The entry that says it: systems were attacked, or somebody outside meant harm and nothing is said to be lost or stolen
 * (penal code 323-1 to 323-3-1). What the incident that a case follows says is asked there, where an attack has its own instant.
 */
export function attackIn({ followed, record, said }: ControllerCase, mark: Mark): Mark | null {
  const { causes, origins } = followed === null ? record : said;
  const isOtherwise = origins?.some((origin) => origin !== 'other') ?? false;
  const isHarmMeant = causes?.includes('external-malicious') ?? false;
  return origins?.includes('hacking-or-malware') || (isHarmMeant && !isOtherwise) ? mark : null;
}

/** The same for the incident whose own processing it is of: what was answered here is asked here alone. */
export const elsewhereIn = (one: ControllerCase): Elsewhere => ({
  id: one.id,
  reference: one.reference,
  asked: askedOf(one),
});

/** An answer counts at once, unless it puts off a limit that runs: that takes the DPO and management (invariant 4). */
export function decideRegimeOf(one: ControllerCase, command: RegimeCommand, around: AroundCase): Result<CaseEvent> {
  const decided = decideRegime(askedOf(one), command, { now: around.now, place: placeOf(one.opened) });
  if (!decided.ok) return decided;
  switch (decided.value.type) {
    case 'regime.concerned': {
      const { place: _place, reason, ...values } = decided.value.values; // a case knows its place
      if (!decided.value.isAsked) return done({ type: 'regime.concerned', values: { ...values, reason } });
      const proposal = { command: 'regime.concern', ...values } as const;
      return propose(one, { proposal, reason: reason ?? '' }, around, quorumIn(one));
    }
    case 'regime.excluded': {
      const { values, isAsked } = decided.value;
      if (!isAsked) return done({ type: 'regime.excluded', values });
      const proposal = { command: 'regime.exclude', regimes: values.regimes } as const;
      return propose(one, { proposal, reason: values.reason ?? '' }, around, quorumIn(one));
    }
    case 'regime.sent':
      return done({ type: 'regime.sent', values: decided.value.values });
  }
}
