import type { Entry } from '../../domain/journal/entry';
import type { Organisation } from '../../domain/organisation/fold';
import { DAY_MS } from '../../domain/shared/instant';
import type { Context } from '../ports/ports';

const MOST_ALARMS = 5;

/** What alarms of the last 24 hours were about, newest first: the entries that they point at. */
export async function readAlarms({ orgId, ports }: Context, { alarmed }: Organisation): Promise<Entry[]> {
  const newest = alarmed.slice(-MOST_ALARMS).toReversed();
  const windows = await Promise.all(newest.map((seq) => ports.journal.readWindow(orgId, seq - 1, 1)));
  const since = ports.now().getTime() - DAY_MS;
  return windows.flat().filter(({ recordedAt }) => Date.parse(recordedAt) > since);
}
