import { notAhead, outOfOrder } from '../incident/chronology';
import type { Incident } from '../incident/incident';
import { done, refused, type Result } from '../shared/errors';
import type { NotingCommand } from './commands';
import type { Notice } from './fold';

type Told = { notice: Pick<Notice, 'versions'>; incident: { report: Pick<Incident['report'], 'alertedAt'> } };

/**
 * When something happened that is keyed in afterwards (feature F35), UTC; undefined: now. Never to come, never before the
 * incident's first alert; nobody acknowledged a version before it was written.
 */
export function saidAt({ notice, incident }: Told, command: NotingCommand, now: Date): Result<string | undefined> {
  if (!('at' in command) || command.at === undefined) return done(undefined);
  const at = notAhead(command.at, now);
  const version = command.kind === 'acknowledge' ? command.version : null;
  const frozenAt = notice.versions.find(({ number }) => number === version)?.frozenAt ?? null;
  const floor =
    frozenAt === null
      ? { pointer: '/alertedAt', at: incident.report.alertedAt, recorded: true as const }
      : { pointer: '/frozenAt', at: frozenAt, recorded: true as const };
  const issues = outOfOrder([floor, { pointer: '/at', at }], now);
  return issues.length > 0 ? refused({ code: 'input.invalid', issues }) : done(at);
}
