import type { Place } from '../deadline/longPeriods';
import type { Mark } from '../incident/incident';
import type { Answered, Given, Regimes } from './asked';
import type { RegimesExcluded, StageSent } from './answer';
import type { z } from 'zod';

/** An answer that a regime applies, as it was given or as two persons made it count. */
export type Concerned = Omit<Answered, 'concerned' | 'place'> & { place: Place };

type RegimeEvent =
  | { type: 'regime.concerned'; values: Concerned }
  | { type: 'regime.excluded'; values: z.infer<typeof RegimesExcluded> }
  | { type: 'regime.sent'; values: StageSent };

export const isRegimeEvent = <E extends { type: string }>(
  event: E,
): event is Extract<E, { type: RegimeEvent['type'] }> =>
  event.type === 'regime.concerned' || event.type === 'regime.excluded' || event.type === 'regime.sent';

/** One more answer, or one more stage that was done; what was said before stays. */
export function changeRegimes({ answers, sent }: Regimes, event: RegimeEvent, mark: Mark): Regimes {
  switch (event.type) {
    case 'regime.concerned':
      return { answers: [...answers, { ...event.values, concerned: 'yes', ...mark }], sent };
    case 'regime.excluded': {
      const { regimes, reason } = event.values;
      const no = {
        concerned: 'no',
        reason,
        triggerAt: null,
        profileId: null,
        place: null,
        facts: {},
        ...mark,
      } as const;
      return { answers: [...answers, ...regimes.map((regime): Given => ({ regime, ...no }))], sent };
    }
    case 'regime.sent':
      return { answers, sent: [...sent, { ...event.values, ...mark }] };
  }
}
