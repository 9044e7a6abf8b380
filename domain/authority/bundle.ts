import type { Nature } from '../deadline/breachClock';
import type { BreachOrigin, DataCategory, SensitiveCategory } from '../incident/vocabulary';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { DAY_MS, earliest } from '../shared/instant';

/** How short "a short time" is: no law says it (our own figure). */
export const BUNDLE_DAYS = 7;

/** What of a breach decides whether it may be told together with others. */
export type Bundled = {
  awareAt: string;
  data: readonly DataCategory[];
  sensitive: readonly SensitiveCategory[];
  natures: readonly Nature[];
  origins: readonly BreachOrigin[];
};

/**
 * Several breaches in one notification: the same type of data, breached the same way, over a short time (rule E8). Others are
 * notified one by one.
 *
 * @returns the awareness from which the limit of all of them runs: the earliest; else each breach that does not fit the first
 */
export function bundle(breaches: readonly Bundled[]): Result<{ awareAt: string }> {
  const [first, ...others] = breaches;
  if (first === undefined || others.length === 0) {
    return refused({ code: 'input.invalid', issues: [{ pointer: '', message: 'a bundle has two breaches or more' }] });
  }
  const awareAt = earliest(first.awareAt, ...others.map((other) => other.awareAt));
  const issues = breaches.flatMap((breach, index) => misfits(breach, first, awareAt, `/${index}`));
  return issues.length === 0 ? done({ awareAt }) : refused({ code: 'input.invalid', issues });
}

function misfits(breach: Bundled, first: Bundled, awareAt: string, pointer: string): Issue[] {
  const issues: Issue[] = [];
  const fault = (name: keyof Bundled, message: string) => issues.push({ pointer: `${pointer}/${name}`, message });
  if (breach.data.length === 0 || breach.data.includes('not-known')) fault('data', 'nobody has said which data');
  else if (!isSame(breach.data, first.data)) fault('data', OTHER_DATA);
  if (!isSame(breach.sensitive, first.sensitive)) fault('sensitive', OTHER_DATA);
  for (const name of ['natures', 'origins'] as const) {
    if (breach[name].length === 0) fault(name, 'nobody has said how it was breached');
    else if (!isSame(breach[name], first[name])) fault(name, 'was not breached the same way as the first');
  }
  if (Date.parse(breach.awareAt) - Date.parse(awareAt) > BUNDLE_DAYS * DAY_MS) {
    fault('awareAt', `is more than ${BUNDLE_DAYS} days after the earliest`);
  }
  return issues;
}

const OTHER_DATA = 'is not the same type of data as in the first breach';

function isSame(some: readonly string[], others: readonly string[]): boolean {
  const [a, b] = [new Set(some), new Set(others)];
  return a.size === b.size && [...a].every((one) => b.has(one));
}
