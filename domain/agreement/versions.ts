import { endOfLocalDay, startOfLocalDay } from '../deadline/localTime';
import type { Agreement, AgreementVersion } from './fold';

/** In force from `from` up to, not including, `to`: UTC instants. */
export type InForce = { version: AgreementVersion; from: string; to: string };

/**
 * Signed versions with the time for which each is in force, oldest first. Days count in the version's own zone. An amendment is
 * in force from the day that it says, but never before its last signature: no signature moves a limit that has begun to run.
 */
export function timelineOf({ versions }: Pick<Agreement, 'versions'>): InForce[] {
  const signed = versions
    .filter(({ state }) => state === 'SIGNED')
    .map((version) => ({ version, from: effectiveFrom(version) }))
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from) || a.version.version - b.version.version);
  return signed.map(({ version, from }, index) => {
    const end = endOfLocalDay(version.endsOn, version.timeZone);
    const next = signed[index + 1]?.from;
    return { version, from, to: next !== undefined && Date.parse(next) < Date.parse(end) ? next : end };
  });
}

function effectiveFrom({ inForceFrom, timeZone, signedAt }: AgreementVersion): string {
  const dayAt = startOfLocalDay(inForceFrom, timeZone);
  return signedAt !== null && Date.parse(signedAt) > Date.parse(dayAt) ? signedAt : dayAt;
}

/** The version in force at an instant; null before the first and after the last. */
export function versionAt(agreement: Pick<Agreement, 'versions'>, instant: string): AgreementVersion | null {
  const at = Date.parse(instant);
  const found = timelineOf(agreement).findLast(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
  return found?.version ?? null;
}

/**
 * The version by which a breach with this t0 is judged. Outside all of them the nearest one: an agreement that has ended, or
 * has yet to begin, does not leave a controller untold.
 */
export function versionGoverning({ versions }: Pick<Agreement, 'versions'>, t0: string): AgreementVersion {
  const at = Date.parse(t0);
  const timeline = timelineOf({ versions });
  const begun = timeline.findLast(({ from }) => Date.parse(from) <= at) ?? timeline[0];
  if (begun === undefined) throw new RangeError('an agreement has a signed version from its first entry on');
  return begun.version;
}

/** The amendment that waits for signatures. */
export const proposedVersion = ({ versions }: Pick<Agreement, 'versions'>): AgreementVersion | null =>
  versions.findLast(({ state }) => state === 'PROPOSED') ?? null;

/** The newest version that both sides have signed. */
export const newestSigned = ({ versions }: Pick<Agreement, 'versions'>): AgreementVersion | null =>
  versions.findLast(({ state }) => state === 'SIGNED') ?? null;

/** The newest version that both sides had signed by an instant (on paper: recorded by then); before any, the first. */
export function signedBy({ versions }: Pick<Agreement, 'versions'>, instant: string): AgreementVersion | null {
  const signed = versions.filter(({ state }) => state === 'SIGNED');
  const isBy = ({ signedAt, recordedAt }: AgreementVersion) =>
    Date.parse(signedAt ?? recordedAt) <= Date.parse(instant);
  return signed.findLast(isBy) ?? signed[0] ?? null;
}

/** Whether its last signed version has run out at an instant: nothing of it is asked for any more. */
export const hasEnded = (agreement: Pick<Agreement, 'versions'>, now: Date): boolean =>
  timelineOf(agreement).every(({ to }) => Date.parse(to) <= now.getTime());
