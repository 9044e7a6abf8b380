import type { z } from 'zod';
import type { Issue } from '../../domain/shared/errors';
import { toIssues } from './issues';
import type { ApiError } from './problems';

/** `faults`: of the body as a text, whatever it says. */
export type RawRequest = {
  params: unknown;
  query: unknown;
  headers: Record<string, unknown>;
  body: unknown;
  faults: readonly Issue[];
};

/**
 * Every part against its schema, all faults together. Alone, a missing If-Match is 428; beside others it is one more.
 * `Parts` is what these very schemas give.
 */
export function parseParts<Parts>(
  schemas: Record<'params' | 'query' | 'headers' | 'body', z.ZodType | null>,
  { faults, ...raw }: RawRequest,
): { ok: true; value: Parts } | { ok: false; error: ApiError } {
  const parts: Record<string, unknown> = {};
  const issues: Issue[] = [...faults];
  for (const [name, schema] of Object.entries(schemas)) {
    const parsed = schema?.safeParse(raw[name as keyof typeof raw]);
    if (parsed?.success === false) issues.push(...toIssues(parsed.error.issues, [name]));
    else parts[name] = parsed?.data;
  }
  if (issues.length === 0) return { ok: true, value: parts as Parts };
  const isUnguarded = issues.length === 1 && issues[0]?.pointer === '/headers/if-match';
  const code = isUnguarded && raw.headers['if-match'] === undefined ? 'revision.missing' : 'input.invalid';
  return { ok: false, error: { code, issues } };
}
