import type { z } from 'zod';
import type { Issue } from '../../../domain/shared/errors';
import { toIssues } from '../../http/issues';
import type { ApiError } from '../../http/problems';
import type { AnyVisit, Inside } from '../frame';
import { fieldOf, type Question, type Raw } from './question';
import { refusedForm } from './refusal';
import { readSheet, type Sheet } from './sheet';

/**
 * What every form shows: its questions with what was typed, and what is wrong with it. It stands whatever was written
 * meanwhile (`revision` null); a form that rests on what was read says another revision after it.
 */
export function askedForm(
  questions: readonly Question[],
  visit: AnyVisit,
  { frame, names }: Omit<Inside, 'ctx' | 'organisation'>,
) {
  const refused = refusedForm(questions, visit, frame.zone, frame, names);
  return {
    key: visit.formKey,
    csrf: visit.csrf,
    revision: null,
    faults: refused.summary,
    changed: refused.changed,
    fields: questions.map((one) => fieldOf(one, refused.raw, frame.zone, refused.errorAt(one.name))),
  };
}

/** A form that was sent. `zone`, `now`: of what is typed without a zone, and what a ticked "now" means. */
type Sent = { questions: readonly Question[]; raw: Raw; zone?: string; now?: Date | null };

/**
 * The answers as their schema has them, or all that is wrong with them. What a question finds itself is said by the page
 * that is shown again; `judge` adds what the domain finds in the answers that are there.
 */
export function readAnswers<T>(
  { questions, raw, zone = 'UTC', now = null }: Sent,
  schema: z.ZodType<T>,
  valuesIn: (sheet: Sheet) => unknown,
  judge: (sheet: Sheet) => Issue[] = () => [],
): { ok: true; value: T } | { ok: false; error: ApiError } {
  const read = readSheet(questions, raw, zone, now);
  if (!read.ok) return { ok: false, error: { code: 'input.invalid', issues: judge(read.sheet) } };
  const parsed = schema.safeParse(valuesIn(read.sheet));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: { code: 'input.invalid', issues: toIssues(parsed.error.issues, []) } };
}
