import type { Mark } from '../incident/incident';
import type { CaseEvent } from './events';
import type { Regimes } from './regimes';

type RegimeEvent = Extract<CaseEvent, { type: `regime.${string}` }>;

export const isRegimeEvent = (event: CaseEvent): event is RegimeEvent => event.type.startsWith('regime.');

/** One more answer, or one more stage that was done; what was said before stays. */
export function changeRegimes({ answers, sent }: Regimes, event: RegimeEvent, mark: Mark): Regimes {
  switch (event.type) {
    case 'regime.concerned':
      return { answers: [...answers, { ...event.values, concerned: 'yes', ...mark }], sent };
    case 'regime.excluded': {
      const { regimes, reason } = event.values;
      const no = { concerned: 'no', reason, triggerAt: null, profileId: null, facts: {}, ...mark } as const;
      return { answers: [...answers, ...regimes.map((regime) => ({ regime, ...no }))], sent };
    }
    case 'regime.sent':
      return { answers, sent: [...sent, { ...event.values, ...mark }] };
  }
}
