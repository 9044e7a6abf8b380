import { z } from 'zod';
import { Head, Words } from './head';

const Field = z.strictObject({
  label: Words.meta({ description: 'as the form names it' }),
  value: Words.nullable().meta({ description: 'what is said; null: nothing yet' }),
  from: Words.nullable().meta({
    description: 'from where it is; null: the form’s own choice, nothing, or of several cases',
  }),
  mark: z.enum(['missing', 'pending']).nullable().meta({ description: 'what is still to be done about it' }),
});

/** A form of an authority with what is known, in its own order, its words written already (wording C). */
export const AuthorityForm = z.strictObject({
  head: Head,
  form: z.enum(['national', 'edpb']).meta({ description: 'the form of the country, or the common template' }),
  type: Words.meta({ description: 'type of the notification' }),
  authority: Words.nullable().meta({ description: 'to whom it is handed in' }),
  warnings: z.array(Words).meta({ description: 'what contradicts itself, as the page says it' }),
  requires: z
    .array(
      z.strictObject({
        says: Words.meta({ description: 'which notification needs what is missing, or that it needs nothing more' }),
        missing: z.array(Words).meta({ description: 'without these it does not leave' }),
      }),
    )
    .meta({ description: 'what lets it leave, then what makes it whole' }),
  optionalBlank: z
    .int()
    .nonnegative()
    .nullable()
    .meta({ description: 'how many answers that may stay blank do; null: the form does not say which may' }),
  sections: z.array(z.strictObject({ title: Words, fields: z.array(Field) })),
});
export type AuthorityForm = z.infer<typeof AuthorityForm>;
