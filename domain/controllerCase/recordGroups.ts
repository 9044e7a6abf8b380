import { z } from 'zod';
import type { SectionKey } from '../authority/formField';
import { FreeText } from '../shared/words';
import { needsOf, type RecordNeed } from './recordRegion';

const group = <const F extends readonly RecordNeed[]>(section: SectionKey, fields: F) =>
  z
    .strictObject({
      fields: z.array(z.enum(fields)).min(1).meta({ description: 'fields that stay open for good' }),
      reason: FreeText.meta({ description: 'why they cannot be filled' }),
    })
    .optional()
    .meta({ description: `section \`${section}\` of the form; left out: its fields are still asked` });

/**
 * Fields of the record by the sections of the authority's form, each with a reason of its own: one reason empties no whole
 * record unless it is said of every section (GDPR Art 33(5); domain rules 2.2, 2.5).
 */
export const ExcusedGroups = z
  .strictObject({
    dates: group('dates', ['period', 'foundBy']),
    nature: group('nature', ['natures', 'origins', 'causes', 'description', 'systems', 'processings']),
    data: group('data', ['data', 'records', 'personCategories', 'persons']),
    measuresBefore: group('measuresBefore', ['measuresBefore']),
    consequences: group('consequences', ['becameOfData', 'recoverableData']),
    harms: group('harms', ['harms', 'gravity']),
    measuresAfter: group('measuresAfter', ['measuresAfter']),
  } satisfies Partial<Record<SectionKey, unknown>>)
  .refine(
    (groups) => Object.values(groups).some((one) => one !== undefined),
    'say of one group at least why it stays open',
  );
export type ExcusedGroups = z.infer<typeof ExcusedGroups>;
export type RecordGroup = keyof typeof ExcusedGroups.shape;

export const recordGroups = Object.keys(ExcusedGroups.shape) as RecordGroup[];

/** Every field of a group, in the order in which the record asks. */
export const fieldsOfGroup = (name: RecordGroup): readonly RecordNeed[] =>
  ExcusedGroups.shape[name].unwrap().shape.fields.element.options;

/** Why fields stay open: those of one group that have the same reason stand together. */
export type LeftOpen = { group: RecordGroup; fields: readonly RecordNeed[]; reason: string | null };

/** What is left open for good and still counts, group by group. An erased reason is null. */
export function leftOpen(one: Parameters<typeof needsOf>[0]): LeftOpen[] {
  const excused = needsOf(one).filter(({ state }) => state === 'excused');
  return recordGroups.flatMap((name) => {
    const own = excused.filter(({ field }) => fieldsOfGroup(name).includes(field));
    const reasons = [...new Set(own.map(({ reason }) => reason))];
    return reasons.map((reason) => ({
      group: name,
      fields: own.filter((each) => each.reason === reason).map(({ field }) => field),
      reason,
    }));
  });
}
