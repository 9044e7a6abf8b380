import type { Incident } from './incident';
import type { Stage } from './transitions';

/** Event, incident and breach are kept apart by definition (duty S3-09); a vulnerability is a subject of its own. */
export type Word = 'event' | 'incident' | 'breach';

const events: readonly Stage[] = ['EVENT_NEW', 'TRIAGE', 'EVENT_CLOSED'];

/** What it is called now: no incident before it is declared, no breach before one is suspected. A closed one keeps its word. */
export function wordOf({ stage, clock }: Pick<Incident, 'stage' | 'clock'>): Word {
  if (events.includes(stage)) return 'event';
  return clock.status === 'provisional' || clock.status === 'confirmed' ? 'breach' : 'incident';
}
