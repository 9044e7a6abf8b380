import type { z } from 'zod';
import { Country } from '../party/country';
import { Email } from '../party/email';
import { Phone } from '../party/phone';
import { Siren } from '../party/siren';
import { StoredEmail, StoredLine, StoredPhone, StoredText } from '../shared/stored';
import { FreeText, Line } from '../shared/words';

/** What the texts of a breach record must be. */
export type RecordRules = {
  line: z.ZodType<string>;
  text: z.ZodType<string>;
  email: z.ZodType<string>;
  phone: z.ZodType<string>;
  siren: z.ZodType<string>;
  country: z.ZodType<string>;
  /** The end of a period is not before its beginning. */
  ordered<S extends z.ZodType<{ from: string; to: string }>>(range: S): S;
};

/** What may be entered today. */
export const enteredRecord: RecordRules = {
  line: Line,
  text: FreeText,
  email: Email,
  phone: Phone,
  siren: Siren,
  country: Country,
  ordered: (range) =>
    range.refine(({ from, to }) => Date.parse(from) <= Date.parse(to), {
      path: ['to'],
      message: 'is before the beginning',
    }),
};

/** What an entry may hold: see `domain/shared/stored.ts`. */
export const storedRecord: RecordRules = {
  line: StoredLine,
  text: StoredText,
  email: StoredEmail,
  phone: StoredPhone,
  siren: StoredLine.meta({ description: 'SIREN' }),
  country: StoredLine.meta({ description: 'ISO 3166-1 alpha-2' }),
  ordered: (range) => range,
};
