import { noteHost } from '../../application/organisation/noteHost';
import type { Cursors } from '../../application/ports/cursors';
import type { Context, Ports } from '../../application/ports/ports';
import type { HostEvent } from '../../domain/journal/events';
import { measureOffset, offsetToNote, sleptBy } from './hostClock';
import { GRACE_MS } from './catchUp';
import { openNewlyImplied } from './openImplied';
import { lateCases, remindLate } from './watchCases';
import { atMostEach, createSettleLate } from './settleLate';
import { tellOfLate } from './tellOfLate';
import { lateIncidents, tellLate } from './watchIncidents';
import { doUndone, type Found, watchOrganisation } from './watchOrganisation';

export type WatchdogParts = {
  ports: Ports;
  cursors: Cursors;
  databaseNow(): Promise<Date>;
  /** Told of each act that the engine had left undone: a fault of the first path, even when all goes well here. */
  acted(orgId: string, subjectId: string, act: string): void;
  failed(where: string, error: unknown): void;
};

/** Rounds a margin: an alarm is at most a twentieth of the margin late. */
const ROUNDS_A_MARGIN = 20;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const OFFSET_EVERY_MS = 60_000;

/** A short contract is looked at often, a long one every five seconds. */
export function pauseMs(found: readonly Pick<Found, 'marginMs'>[]): number {
  const least = Math.min(...found.map(({ marginMs }) => marginMs), ROUNDS_A_MARGIN * LONGEST_PAUSE_MS);
  return Math.max(SHORTEST_PAUSE_MS, least / ROUNDS_A_MARGIN);
}

/**
 * The second path to never being late: a process that knows nothing of Temporal. It reads what is due from the
 * database, alarms when the first path has not acted, and at last sends by itself.
 */
export function createWatchdog({ ports, cursors, databaseNow, acted, failed }: WatchdogParts, pauseOf = pauseMs) {
  const isTimeToSettle = atMostEach(GRACE_MS, ports.now);
  const settleLate = createSettleLate();
  const underWay = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let isStopped = false;
  let expectedMs = ports.now().getTime();
  let offsetMs = 0;
  let notedOffsetMs = 0;
  let measuredMs = Number.NEGATIVE_INFINITY;

  const watchdog = (orgId: string): Context => ({ orgId, actor: { kind: 'system', id: 'watchdog' }, roles: [], ports });

  async function look(): Promise<void> {
    const startedMs = ports.now().getTime();
    const found: Found[] = [];
    try {
      const orgIds = await ports.journal.organisations();
      await noteHostOf(orgIds, startedMs);
      for (const orgId of orgIds) found.push(...(await lookAt(orgId)));
    } catch (error) {
      failed('every organisation', error);
    }
    if (isStopped) return;
    const waitMs = pauseOf(found);
    expectedMs = ports.now().getTime() + waitMs;
    timer = setTimeout(() => {
      round = look();
    }, waitMs);
  }

  async function lookAt(orgId: string): Promise<Found[]> {
    const ctx = watchdog(orgId);
    try {
      await openNewlyImplied(ctx, cursors);
      const found = await watchOrganisation(ctx);
      for (const { noticeId, isDue } of found) if (isDue) startActing(ctx, noticeId, doUndone);
      for (const incidentId of await lateIncidents(ctx)) startActing(ctx, incidentId, tellLate);
      for (const caseId of await lateCases(ctx)) startActing(ctx, caseId, remindLate);
      startActing(ctx, `${orgId}/atOnce`, tellOfLate);
      if (isTimeToSettle(orgId)) startActing(ctx, `${orgId}/bundles`, settleLate);
      return found;
    } catch (error) {
      failed(orgId, error);
      return [];
    }
  }

  /** A mail that hangs holds up its own notice, incident or case only. */
  function startActing(ctx: Context, id: string, act: (ctx: Context, id: string) => Promise<string[]>): void {
    if (underWay.has(id)) return;
    const acting = act(ctx, id)
      .then((acts) => acts.forEach((one) => acted(ctx.orgId, id, one)))
      .catch((error: unknown) => failed(ctx.orgId, error))
      .finally(() => underWay.delete(id));
    underWay.set(id, acting);
  }

  /** What cannot be written down now must not keep it from looking at what is due. */
  async function noteHostOf(orgIds: readonly string[], nowMs: number): Promise<void> {
    try {
      await note(orgIds, sleptBy(expectedMs, nowMs));
      await checkClock(orgIds, nowMs);
    } catch (error) {
      failed('host clock', error);
    }
  }

  async function checkClock(orgIds: readonly string[], nowMs: number): Promise<void> {
    if (nowMs - measuredMs < OFFSET_EVERY_MS) return;
    measuredMs = nowMs;
    offsetMs = await measureOffset(databaseNow, ports.now);
    const event = offsetToNote(offsetMs, notedOffsetMs);
    if (event !== null) notedOffsetMs = offsetMs;
    await note(orgIds, event);
  }

  async function note(orgIds: readonly string[], event: HostEvent | null): Promise<void> {
    if (event === null) return;
    const key = `${event.type}/${ports.newId()}`;
    for (const orgId of orgIds) await noteHost({ ctx: watchdog(orgId), input: { key, event } });
  }

  return {
    start(): void {
      expectedMs = ports.now().getTime();
      round = look();
    },
    /** Database minus host, ms, as last measured; above 60 s a process should not call itself ready. */
    offsetMs: (): number => offsetMs,
    /** Resolves once nothing is under way. */
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await round;
      await Promise.all(underWay.values());
    },
  };
}
