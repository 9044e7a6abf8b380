import { z } from 'zod';
import { BreachRecord, type RecordField } from '../authority/breachRecord';
import type { NoticeFacts } from '../exchange/noticeFacts';
import { contactWords } from '../letters/contactWords';
import { cutAt } from '../shared/cutAt';
import { isSame, type Json } from '../shared/jcs';
import type { ControllerCase } from './case';
import type { Told } from './values';

/** What a sealed version of the processor's notice says as values: field by field, so that each can be erased. */
export const CaseInformed = BreachRecord.extend({
  version: z.int().positive().meta({ description: 'version of the notice that says so' }),
});
export type CaseInformed = z.infer<typeof CaseInformed>;

/** The same as a case keeps it. */
export type Informed = { seq: number; version: number; record: BreachRecord };

/** A field as the processor says it now: by which entry, and since when it has said just that. */
export type SaidField = { field: RecordField; value: Json; version: number; since: number };

/** A line of the record holds as much. */
const LONGEST_LINE = 200;

/**
 * What a notice says, as fields of the controller's own record. That a processor told, who it is, how to reach it and since
 * when it told, the form asks as well.
 *
 * @param first when its first version was received
 */
export function factsInRecord(
  { record, contacts }: NoticeFacts,
  { from, version, first }: { from: string; version: number; first: string },
): CaseInformed {
  const contact = cutAt(contacts.map(contactWords).join('; '), LONGEST_LINE);
  const body = {
    name: cutAt(from, LONGEST_LINE),
    role: 'processor' as const,
    contact: contact || null,
    alertedAt: first,
  };
  return { ...record, foundBy: 'processor', otherBodies: [body], version };
}

/** One version is one, however often it comes. */
export function inform(before: readonly Informed[], { version, ...record }: CaseInformed, seq: number): Informed[] {
  return before.some((one) => one.version === version) ? [...before] : [...before, { seq, version, record }];
}

/** Number of the newest version that says anything as values; 0 for none. */
export const newestVersion = ({ informed }: Pick<ControllerCase, 'informed'>): number =>
  Math.max(0, ...informed.map(({ version }) => version));

/** Field by field what the newest version says that speaks of it. */
export function processorSays({ informed }: Pick<ControllerCase, 'informed'>): SaidField[] {
  const says = new Map<string, SaidField>();
  for (const { seq, version, record } of informed.toSorted((a, b) => a.version - b.version)) {
    for (const [field, value] of Object.entries(record)) {
      if (value === null) says.delete(field); // erased: an older version does not say it in its place
      if (value === null || value === undefined) continue;
      const before = says.get(field);
      const since = before !== undefined && isSame(before.value, value as Json) ? before.since : seq;
      says.set(field, { field: field as RecordField, value: value as Json, version, since });
    }
  }
  return [...says.values()];
}

export const toldRecord = (one: Pick<ControllerCase, 'informed'>): BreachRecord =>
  Object.fromEntries(processorSays(one).map(({ field, value }) => [field, value])) as BreachRecord;

/**
 * What the processor says otherwise than the controller recorded it, and has said only since then: "the processor now says".
 * What the controller recorded after it was told is its own answer, and is not asked again.
 */
export const processorDiffers = (one: Pick<ControllerCase, 'informed' | 'said' | 'saidAt'>): SaidField[] =>
  processorSays(one).filter(({ field, value, since }) => {
    const said = (one.said[field] ?? null) as Json;
    return said !== null && !isSame(said, value) && since > (one.saidAt[field] ?? 0);
  });

/** The telling that a version came with, to say whose words they are; undefined where its entry is not read here. */
export const tellingOf = (
  { told }: Pick<ControllerCase, 'told'>,
  version: number,
): Pick<Told, 'from' | 'reference' | 'receivedAt'> | undefined =>
  told.find((one) => one.envelopeHash !== null && one.version === version);

/** By which entry each field was recorded last. */
export function recordedAt(
  { said, saidAt }: Pick<ControllerCase, 'said' | 'saidAt'>,
  after: BreachRecord,
  seq: number,
): ControllerCase['saidAt'] {
  if (after === said) return saidAt;
  const moved = (Object.keys(after) as RecordField[]).filter(
    (field) => !isSame((said[field] ?? null) as Json, (after[field] ?? null) as Json),
  );
  return { ...saidAt, ...Object.fromEntries(moved.map((field) => [field, seq])) };
}
