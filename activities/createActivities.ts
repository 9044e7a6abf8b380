import type { Ports } from '../application/ports/ports';
import { caseActivities } from './caseActivities';
import { exerciseActivities } from './exerciseActivities';
import { incidentActivities } from './incidentActivities';
import { noticeActivities } from './noticeActivities';

export type Activities = ReturnType<typeof createActivities>;

/**
 * What workflows ask of the world, thin over use cases. Each may run twice; the journal's keys make the second a no-op.
 */
export function createActivities(ports: Ports) {
  return {
    ...noticeActivities(ports),
    ...incidentActivities(ports),
    ...caseActivities(ports),
    ...exerciseActivities(ports),
  };
}
