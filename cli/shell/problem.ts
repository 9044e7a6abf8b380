import { z } from 'zod';
import { Ending, exit } from './exit';
import { instant } from './show';
import type { Shell } from './shell';

/** RFC 9457, as far as a person at a terminal needs it. */
const Problem = z.object({
  title: z.string(),
  code: z.string(),
  issues: z.array(z.object({ pointer: z.string(), message: z.string() })).default([]),
  state: z.string().optional(),
  allowed: z.array(z.string()).default([]),
  changed: z.array(z.object({ type: z.string(), revision: z.number(), recordedAt: z.string() })).default([]),
});
export type Problem = z.infer<typeof Problem>;

/** A refusal: nothing has changed, and every fault is listed. */
export class Refusal extends Ending {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem, message: string) {
    super(exit.refused, message);
    this.status = status;
    this.problem = problem;
  }
}

export async function refusalOf(response: Response, { say, language }: Shell): Promise<Ending> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success)
    return new Ending(exit.away, say('fault.trouble', { status: response.status, url: response.url }));
  const { title, code, issues, state, allowed, changed } = parsed.data;
  const lines = [
    `${title} (${code})`,
    ...issues.map(({ pointer, message }) => `${pointer}: ${message}`),
    ...(state === undefined ? [] : [say('refused.allowed', { state, allowed: allowed.join(', ') })]),
    ...changed.map(({ type, revision, recordedAt }) =>
      say('refused.changed', { type, revision, at: instant(recordedAt, language) }),
    ),
  ];
  return new Refusal(response.status, parsed.data, lines.join('\n  '));
}
