import type { z } from 'zod';
import { TimeZone } from '../letters/head';
import { Country } from '../party/country';
import { Email } from '../party/email';
import { Phone } from '../party/phone';
import { Siren } from '../party/siren';
import { WebhookUrl } from '../party/webhookUrl';
import { StoredEmail, StoredLine, StoredPhone, StoredText, StoredUrl } from '../shared/stored';
import { FreeText, Line } from '../shared/words';

type Check<S extends z.ZodType> = (value: z.output<S>, context: z.RefinementCtx<z.output<S>>) => void;

/** What the texts of Annex 1 must be. `between`: a rule that fields keep together. */
export type Annex1Rules = {
  line: z.ZodType<string>;
  text: z.ZodType<string>;
  email: z.ZodType<string>;
  phone: z.ZodType<string>;
  webhookUrl: z.ZodType<string>;
  siren: z.ZodType<string>;
  country: z.ZodType<string>;
  zone: z.ZodType<string>;
  between<S extends z.ZodType>(schema: S, check: Check<S>): S;
};

/** What may be entered today. */
export const enteredRules: Annex1Rules = {
  line: Line,
  text: FreeText,
  email: Email,
  phone: Phone,
  webhookUrl: WebhookUrl,
  siren: Siren,
  country: Country,
  zone: TimeZone,
  between: (schema, check) => schema.superRefine(check),
};

/** What an entry may hold: see `domain/shared/stored.ts`. */
export const storedRules: Annex1Rules = {
  line: StoredLine,
  text: StoredText,
  email: StoredEmail,
  phone: StoredPhone,
  webhookUrl: StoredUrl,
  siren: StoredLine.meta({ description: 'SIREN' }),
  country: StoredLine.meta({ description: 'ISO 3166-1 alpha-2' }),
  zone: StoredLine,
  between: (schema) => schema,
};
