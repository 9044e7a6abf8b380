/**
 * Rises whenever a saved history no longer replays on the changed workflow code. A run stays with the code that
 * started it; the new relay ends older runs and starts them again, since a run holds nothing that the journal does not.
 */
export const CODE_VERSION = 1;

const PREFIX = 'vigie-v';

/** Workflows and their everyday activities, one queue a version of the code. */
export const dutyQueue = (codeVersion = CODE_VERSION): string => `${PREFIX}${codeVersion}`;

/** What must leave before a limit has workers of its own, so that no rush of reminders stands before it. */
export const urgentQueueOf = (queue: string): string => `${queue}-urgent`;

/** The version that a queue belongs to; null for a queue that is not ours. */
export function codeVersionOf(queue: string): number | null {
  const version = queue.startsWith(PREFIX) ? Number(queue.slice(PREFIX.length)) : Number.NaN;
  return Number.isInteger(version) ? version : null;
}
