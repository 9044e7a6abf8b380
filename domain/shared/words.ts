import { z } from 'zod';

/** Text that a person wrote. Blank is refused, but nothing is trimmed: hashes are taken of what was written. */
export const FreeText = z.string().max(10_000).regex(/\S/, 'say something');

/** More than the longest letter says of ordinary words: five items as long as may be, and what stands around them. */
export const LONGEST_LETTER = 60_000;

/** A whole letter, as it came: what a controller was told is kept to its last word. */
export const LetterText = z.string().max(LONGEST_LETTER).regex(/\S/, 'say something');

/**
 * No control character, line separator or mark that turns the direction of what follows: a name that shows otherwise than
 * it is written could pass for another. In longer texts these are kept as written and spelled out where they are shown.
 */
// oxlint-disable-next-line no-control-regex -- these are the ones to keep out
export const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/;
export const ONE_LINE_RULE = 'one line, without invisible characters or marks of direction';

/**
 * As `ONE_LINE`, which documents can show as a pattern, and nothing that does not show: no mark of direction, no
 * default-ignorable, no lone surrogate. Only joiners and variation selectors are let in, without which names of some
 * scripts cannot be written.
 */
const SHOWN =
  /^(?:[\u200c\u200d\p{Variation_Selector}]|[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}])*$/u;

/** The rule for what somebody enters as a name, a function, a reference. */
export const isOneLine = (text: string): boolean => SHOWN.test(text);

/** An id that another installation made: never erased, so that no words must fit into it. Ours are such, too. */
export const OpaqueId = z.string().regex(/^[\w:-]{1,100}$/);

/** A name, a function, a reference: one line that is not blank. */
export const Line = z
  .string()
  .max(200)
  .regex(/\S/, 'say something')
  .refine(isOneLine, ONE_LINE_RULE)
  .meta({ pattern: ONE_LINE.source });
