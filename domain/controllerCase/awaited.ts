import { z } from 'zod';
import type { Mark } from '../incident/incident';
import { isTooFar, tooFar } from '../incident/chronology';
import type { Issue } from '../shared/errors';
import { Instant } from '../shared/instant';
import type { ControllerCase } from './case';
import { needsOf, RecordNeed } from './recordRegion';

/** A field that is not known yet, and by when it will be (feature F01; GDPR Arts 33(4), 33(5)). */
export const Awaited = z.strictObject({
  field: z
    .enum(RecordNeed.options, 'name the field of the record that will be known')
    .meta({ description: 'field of the record that is not known yet' }),
  knownBy: Instant.nullable().meta({ description: 'by when it will be known; null takes that back' }),
});
export type Awaited = z.infer<typeof Awaited>;

/** The same as a case keeps it; it counts while nothing is said there. */
export type Await = Mark & { field: RecordNeed; knownBy: string };

/** Field by field the newest that was said. */
export function changeAwaits(before: readonly Await[], awaited: readonly Awaited[] = [], mark: Mark): Await[] {
  const kept = before.filter(({ field }) => !awaited.some((news) => news.field === field));
  return [...kept, ...awaited.flatMap(({ field, knownBy }) => (knownBy === null ? [] : [{ ...mark, field, knownBy }]))];
}

/** What is still to come, the earliest first: of fields that nobody filled meanwhile, or left open for good. */
export function awaitsOf(one: Pick<ControllerCase, 'record' | 'excuses' | 'awaits'>): Await[] {
  const missing = needsOf(one).flatMap(({ field, state }) => (state === 'missing' ? [field] : []));
  return one.awaits
    .filter(({ field }) => missing.includes(field))
    .toSorted((a, b) => Date.parse(a.knownBy) - Date.parse(b.knownBy));
}

/** The same by instant: what is awaited for one is one limit. */
export function awaitsByInstant(one: Parameters<typeof awaitsOf>[0]): [Await, ...Await[]][] {
  const groups = new Map<string, [Await, ...Await[]]>();
  for (const each of awaitsOf(one)) {
    const group = groups.get(each.knownBy);
    if (group === undefined) groups.set(each.knownBy, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

/**
 * Every reason why a date cannot be given: it has passed, or is a slip in the year; or the field says something.
 *
 * @param after the case with what is said beside it
 */
export function awaitedIssues(awaited: readonly Awaited[], after: ControllerCase, now: Date): Issue[] {
  const filled = needsOf(after).flatMap(({ field, state }) => (state === 'filled' ? [field] : []));
  return awaited.flatMap(({ field, knownBy }, index): Issue[] => {
    if (knownBy === null) return [];
    const pointer = `/awaited/${index}`;
    const isFilled = filled.includes(field);
    const isTwice = awaited.findIndex((each) => each.field === field) < index;
    const isPast = Date.parse(knownBy) <= now.getTime();
    return [
      ...(isFilled ? [{ pointer: `${pointer}/field`, message: `${field} is filled` }] : []),
      ...(isTwice ? [{ pointer: `${pointer}/field`, message: `${field} is named twice` }] : []),
      ...(isPast
        ? [{ pointer: `${pointer}/knownBy`, message: 'give an instant yet to come by which it will be known' }]
        : []),
      ...(isTooFar(knownBy, now) ? [{ pointer: `${pointer}/knownBy`, message: tooFar(now) }] : []),
    ];
  });
}

/** By when a field will be known; null where nobody said, or it is known. */
export const awaitedBy = (one: Parameters<typeof awaitsOf>[0], field: string): string | null =>
  awaitsOf(one).find((each) => each.field === field)?.knownBy ?? null;
