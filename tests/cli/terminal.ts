import { run } from '../../cli/program';
import { languageOf } from '../../cli/shell/language';
import { speakerOf } from '../../cli/words/word';

type At = { env?: NodeJS.ProcessEnv; answers?: readonly string[]; input?: string };

/** One command line at a terminal that remembers; `answers` is somebody who sits there. */
export async function vigie(line: readonly string[], { env = {}, answers, input = '' }: At = {}) {
  const [out, noted, questions]: string[][] = [[], [], []];
  const language = languageOf(env);
  const left = [...(answers ?? [])];
  const code = await run(line, {
    env,
    language,
    say: speakerOf(language),
    out: (text) => void out?.push(text),
    note: (text) => void noted?.push(text),
    ask:
      answers === undefined
        ? null
        : async (question) => {
            questions?.push(question);
            return left.shift() ?? '';
          },
    fetch,
    input: async () => Buffer.from(input),
  });
  return { code, out: out?.join('\n') ?? '', noted: noted?.join('\n') ?? '', questions: questions ?? [] };
}
