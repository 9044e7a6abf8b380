import type { Issue } from '../shared/errors';

type Named = { pointer: string; at: string | null };

/**
 * `alertedAt ≤ detectedAt ≤ awareAt ≤ now` (domain rules 7.1): each instant that is out of order, at its pointer. Instants
 * that are not known are stepped over.
 */
export function outOfOrder(instants: readonly Named[], now: Date): Issue[] {
  const known = instants.filter((named): named is { pointer: string; at: string } => named.at !== null);
  return known.flatMap(({ pointer, at }, index) => {
    const before = known[index - 1];
    const issues: Issue[] = [];
    if (before !== undefined && Date.parse(at) < Date.parse(before.at)) {
      issues.push({ pointer, message: `is before ${nameOf(before.pointer)} (${before.at})` });
    }
    if (Date.parse(at) > now.getTime()) issues.push({ pointer, message: 'is yet to come' });
    return issues;
  });
}

const nameOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);
