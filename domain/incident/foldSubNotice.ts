import type { BreachClock } from '../deadline/breachClock';
import { addNature, bringForward, suspect } from './clock';
import { moveClock, touch } from './foldBreach';
import type { Incident, Mark } from './incident';
import type { SubNoticeReceived } from './subNoticeValues';

/**
 * Told with certainty, the provisional clock runs from the receipt at once, whatever the stage, and a person confirms it
 * (domain rules 3.3, 7.5). A suspicion of theirs is only kept: no clock of a breach runs from it.
 */
export function receiveSubNotice(incident: Incident, values: SubNoticeReceived, mark: Mark): Partial<Incident> {
  const subNotices = [...incident.subNotices, { ...values, ...mark, acknowledged: null }];
  if (!values.certain) return { subNotices };
  return {
    subNotices,
    ...moveClock(incident, heard(incident.clock, values, mark.at), 'subNotice.received', mark),
    ...touch(incident, values),
    ...(incident.stage === 'INCIDENT' && { stage: 'BREACH_SUSPECTED' as const, ruledOut: null }),
  };
}

/** A breach that is confirmed stays so: an earlier receipt binds, a further nature adds. */
function heard(clock: BreachClock, { receivedAt, nature }: SubNoticeReceived, at: string): BreachClock {
  if (clock.status !== 'confirmed') return suspect(clock, { t0: receivedAt, nature }, at);
  const { provisionalT0 } = clock;
  const isEarlier = provisionalT0 === null || Date.parse(receivedAt) < Date.parse(provisionalT0);
  return addNature(isEarlier ? bringForward(clock, receivedAt, at) : clock, nature, at);
}
