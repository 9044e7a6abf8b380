import { z } from 'zod';
import type { Written } from '../../application/entries/written';
import type { Result } from '../../domain/shared/errors';
import { Instant } from '../../domain/shared/instant';
import type { Answer } from '../http/defineRoute';
import { Id } from '../http/fields';

/** What became of a command about a `subject`; `id` names the schema, `ref` says what its number looks like. */
export const writtenSchema = ({ id, subject, ref }: { id: string; subject: 'incident' | 'case'; ref: string }) =>
  z
    .strictObject({
      id: Id,
      ref: z.string().meta({ description: ref }),
      seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
      revision: z
        .int()
        .positive()
        .meta({ description: `revision of the ${subject} that it made` }),
      approval: z
        .strictObject({
          requestId: Id,
          expiresAt: Instant.meta({ description: 'no yes counts from then on' }),
          effective: z.boolean().meta({ description: 'false: it waits for another person' }),
        })
        .nullable()
        .meta({ description: 'null where one person is enough' }),
    })
    .meta({ id, description: 'What became of a command' });

export function presentWritten(written: Result<Written>): Answer<z.output<ReturnType<typeof writtenSchema>>> {
  if (!written.ok) return written;
  const { id, ref, seq, revision, approval, unwritten = [] } = written.value;
  const left = unwritten.map(({ caseId, reference }) => ({ caseId, reference }));
  return {
    ok: true,
    value: { body: { id, ref, seq, revision, approval, ...(left.length > 0 && { unwritten: left }) } },
  };
}

/** The same of a subject about which one person is always enough. `ref`: what its number looks like. */
export const numberedSchema = ({ id, ref }: { id: string; ref: string }) =>
  z
    .strictObject({
      id: Id,
      ref: z.string().meta({ description: ref }),
      seq: z.int().positive().meta({ description: 'number of the journal entry that holds it' }),
      revision: z.int().positive().meta({ description: 'revision that it made' }),
    })
    .meta({ id, description: 'What became of a command' });

type Numbered = z.output<ReturnType<typeof numberedSchema>>;

export function presentNumbered(written: Result<Numbered>): Answer<Numbered> {
  if (!written.ok) return written;
  const { id, ref, seq, revision } = written.value;
  return { ok: true, value: { body: { id, ref, seq, revision } } };
}
