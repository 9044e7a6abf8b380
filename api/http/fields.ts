import { z } from 'zod';
import { isOneLine, ONE_LINE, ONE_LINE_RULE } from '../../domain/shared/words';

export const Id = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'is not an id')
  .meta({ description: 'opaque id' });

export const OrgId = Id.meta({ description: 'the organisation; one in which the token is a member' });

export const orgParams = z.strictObject({ orgId: OrgId });

/** What a command answers: which entry holds it. */
export const Written = z
  .strictObject({ seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }) })
  .meta({ id: 'Written', description: 'The entry that holds what was asked' });

/** A name or function of a person, on one line. */
export const line = (description: string) =>
  z.string().trim().min(1).max(200).refine(isOneLine, ONE_LINE_RULE).meta({ description, pattern: ONE_LINE.source });

/** Text of a person: trimmed, of one or more characters, no control characters but line breaks and tabs. */
export const text = (longest: number, description: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    // oxlint-disable-next-line no-control-regex -- these are the ones to keep out
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'holds control characters')
    .meta({ description });

const LONGEST_PAGE = 100;
const USUAL_PAGE = 25;

export const pageQuery = z.strictObject({
  after: Id.optional().meta({ description: 'id of the last row of the page before (`next` of its answer)' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LONGEST_PAGE)
    .default(USUAL_PAGE)
    .meta({ description: `rows in a page, at most ${LONGEST_PAGE}` }),
});

/** A page of a list: keyset, so that what is written meanwhile neither hides a row nor shows it twice. */
export const pageOf = <T extends z.ZodType>(id: string, row: T) =>
  z
    .strictObject({
      items: z.array(row).meta({ description: 'rows, newest first' }),
      next: z.string().nullable().meta({ description: 'give it as `after` for the next page; null at the end' }),
    })
    .meta({ id, description: 'A page of a list' });

/** The number of a version in an address of a page, as its links write it: `01` and `1e0` name nothing. */
export const VersionNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);
