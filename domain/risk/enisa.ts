import { z } from 'zod';
import { Count, DataCategory, SensitiveCategory } from '../incident/vocabulary';
import { levelOf, SeverityLevel } from './scales';

/** The data that a breach touches, in the published vocabulary of the authority's form (domain rules 2.3). */
export const DataType = z.enum([...DataCategory.options, ...SensitiveCategory.options]);
export type DataType = z.infer<typeof DataType>;

export const DataClass = z.enum(['simple', 'behavioural', 'financial', 'sensitive']);
export type DataClass = z.infer<typeof DataClass>;

/** Base of each class; what an adjustment adds or takes leaves the context within 1 to 4. */
const base: Record<DataClass, number> = { simple: 1, behavioural: 2, financial: 3, sensitive: 4 };

/** The cells of the table of contexts (domain rules 4.1): what may be added to, or taken from, each class. */
export const cells = {
  simple: [0, 1, 2, 3],
  behavioural: [-1, 0, 1, 2],
  financial: [-2, -1, 0, 1],
  sensitive: [-3, -2, -1, 0],
} as const satisfies Record<DataClass, readonly number[]>;

const dataOf = <Class extends DataClass>(dataClass: Class) =>
  z.strictObject({
    type: DataType.meta({ description: 'which data' }),
    class: z
      .literal(dataClass)
      .meta({ description: 'class of these data; credentials take the class of what they open' }),
    adjustment: z
      .literal([...cells[dataClass]])
      .meta({ description: 'what the context adds to the class or takes from it; 0 leaves it at its base' }),
  });

export const ClassedData = z.discriminatedUnion('class', [
  dataOf('simple'),
  dataOf('behavioural'),
  dataOf('financial'),
  dataOf('sensitive'),
]);
export type ClassedData = z.infer<typeof ClassedData>;

/** How easily the persons are identified from what was breached. */
export const Ease = z.enum(['negligible', 'limited', 'significant', 'maximum']);
export type Ease = z.infer<typeof Ease>;

const easeQuarters: Record<Ease, number> = { negligible: 1, limited: 2, significant: 3, maximum: 4 };

/** Of each line one answer. The first two of a loss count nothing: untouched, or touched without harm seen. */
export const Circumstances = z.strictObject({
  confidentiality: z
    .enum(['untouched', 'exposed', 'knownRecipients', 'unknownRecipients'])
    .meta({ description: 'who may have seen the data' }),
  integrity: z
    .enum(['untouched', 'noWrongUse', 'recoverable', 'notRecoverable'])
    .meta({ description: 'whether data were altered, and misused so' }),
  availability: z
    .enum(['untouched', 'easilyRecovered', 'withEffort', 'lost'])
    .meta({ description: 'whether data could not be reached, and come back' }),
  malicious: z.enum(['none', 'intentional']).meta({ description: 'whether somebody meant harm' }),
});
export type Circumstances = z.infer<typeof Circumstances>;

const circumstanceQuarters: { [Line in keyof Circumstances]: Record<Circumstances[Line], number> } = {
  confidentiality: { untouched: 0, exposed: 0, knownRecipients: 1, unknownRecipients: 2 },
  integrity: { untouched: 0, noWrongUse: 0, recoverable: 1, notRecoverable: 2 },
  availability: { untouched: 0, easilyRecovered: 0, withEffort: 1, lost: 2 },
  malicious: { none: 0, intentional: 2 },
};

/** What the score is made of. No free text: it can be kept as long as the entry that holds it. */
export const EnisaInput = z.strictObject({
  data: z.array(ClassedData).min(1).max(50).meta({ description: 'data concerned; the highest context counts' }),
  ease: Ease.meta({ description: 'how easily the persons are identified' }),
  circumstances: Circumstances.meta({ description: 'circumstances of the breach, line by line' }),
  persons: Count.meta({ description: 'persons concerned; null: not known at this stage' }),
  unintelligible: z.boolean().meta({
    description: 'nobody who holds the data can read them: state of the art, and the key is safe',
  }),
});
export type EnisaInput = z.infer<typeof EnisaInput>;

const MANY_PERSONS = 100;

/** Severity with its parts. `flags` are told beside the score, which they do not change. */
export const EnisaScore = z.strictObject({
  dpc: z.int().meta({ description: 'data processing context: a whole number from 1 to 4, the highest of all data' }),
  ei: z.int().meta({ description: 'ease of identification, in quarters: 1 to 4' }),
  cb: z.int().meta({ description: 'circumstances of the breach, in quarters: 0 to 8' }),
  se: z.int().meta({ description: 'severity, in quarters: 1 to 24' }),
  level: SeverityLevel.meta({ description: 'level of that severity' }),
  flags: z
    .strictObject({
      moreThan100Persons: z.boolean().nullable().meta({ description: 'null while nobody knows the number' }),
      unintelligible: z.boolean().meta({ description: 'nobody who holds the data can read them' }),
    })
    .meta({ description: 'what the score does not show' }),
});
export type EnisaScore = z.infer<typeof EnisaScore>;

/**
 * Severity of a breach for the persons: SE = DPC × EI + CB, in integer quarters.
 *
 * @see ENISA, Recommendations for a methodology of the assessment of severity, v1.0 (2013); domain rules 4.1
 */
export function scoreOf({ data, ease, circumstances, persons, unintelligible }: EnisaInput): EnisaScore {
  const dpc = Math.max(...data.map(contextOf));
  const ei = easeQuarters[ease];
  const cb =
    circumstanceQuarters.confidentiality[circumstances.confidentiality] +
    circumstanceQuarters.integrity[circumstances.integrity] +
    circumstanceQuarters.availability[circumstances.availability] +
    circumstanceQuarters.malicious[circumstances.malicious];
  const se = dpc * ei + cb;
  const moreThan100Persons = persons === null ? null : persons.approx > MANY_PERSONS;
  return { dpc, ei, cb, se, level: levelOf(se), flags: { moreThan100Persons, unintelligible } };
}

/** The context of one kind of data: a whole number from 1 to 4. */
export const contextOf = (data: Pick<ClassedData, 'class' | 'adjustment'>): number =>
  base[data.class] + data.adjustment;
