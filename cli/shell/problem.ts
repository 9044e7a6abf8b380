import { z } from 'zod';
import { issueMessages } from '../../templates/pages/words/issueMessages';
import { phrase } from '../../templates/pages/words/word';
import { faultsFr, titlesFr } from '../words/refusals';
import type { Speaker } from '../words/word';
import { Ending, exit } from './exit';
import type { Language } from './language';
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

export async function refusalOf(
  response: Response,
  { say, language }: Pick<Shell, 'say' | 'language'>,
): Promise<Ending> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success)
    return new Ending(exit.away, say('fault.trouble', { status: response.status, url: response.url }));
  const { title, code, issues, state, allowed, changed } = parsed.data;
  const lines = [
    `${titleIn(language, code, title, say)} (${code})`,
    ...issues.map(({ pointer, message }) => `${pointer}: ${faultIn(language, message, say)}`),
    ...(state === undefined ? [] : [say('refused.allowed', { state, allowed: allowed.join(', ') })]),
    ...changed.map(({ type, revision, recordedAt }) =>
      say('refused.changed', { type, revision, at: instant(recordedAt, language) }),
    ),
  ];
  return new Refusal(response.status, parsed.data, lines.join('\n  '));
}

/** The API speaks English to programs; what has no French here is shown as it is, and said to be English. */
const titleIn = (language: Language, code: string, title: string, say: Speaker): string =>
  language === 'en' ? title : (titlesFr[code] ?? say('refused.english', { text: title }));

function faultIn(language: Language, message: string, say: Speaker): string {
  if (language === 'en') return message;
  const [pattern, french] = faultsFr.find(([one]) => one.test(message)) ?? [];
  if (pattern !== undefined && french !== undefined) return message.replace(pattern, french);
  const key = issueMessages.find(([one]) => one.test(message))?.[1];
  return key === undefined ? say('refused.english', { text: message }) : phrase(language, { key });
}
