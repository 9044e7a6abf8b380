import { type AlarmCause, OrganisationEvent } from '../../domain/organisation/events';
import { readEvent } from '../../domain/shared/readEvent';
import type { Organisation } from '../../domain/organisation/fold';
import { DAY_MS } from '../../domain/shared/instant';
import type { Context } from '../ports/ports';

/** So far back in the organisation's own entries an alarm is looked for. */
const LOOK_BACK = 200;

/** Days for which an alarm is shown: a token is news for a day; what stops the house is not over because a day is. */
const SHOWN_DAYS: Record<AlarmCause, number> = {
  tokenIssued: 1,
  entryUnreadable: 7,
  signingRefused: 7,
  entryChanged: 7,
};

export type Alarm = { cause: AlarmCause; raisedAt: string; aboutSeq: number };

/** The alarms that are still news, newest first. */
export async function readAlarms({ orgId, ports }: Context, { revision }: Organisation): Promise<Alarm[]> {
  const subject = { kind: 'organisation' as const, id: orgId };
  const entries = await ports.journal.readSubject(orgId, subject, Math.max(0, revision - LOOK_BACK));
  const nowMs = ports.now().getTime();
  return entries.toReversed().flatMap((entry) => {
    if (entry.type !== 'alarm.raised') return [];
    const event = readEvent(OrganisationEvent, entry);
    if (event.type !== 'alarm.raised') return [];
    const { cause, aboutSeq } = event.values;
    const isNews = nowMs - Date.parse(entry.recordedAt) < SHOWN_DAYS[cause] * DAY_MS;
    return isNews ? [{ cause, aboutSeq, raisedAt: entry.recordedAt }] : [];
  });
}
