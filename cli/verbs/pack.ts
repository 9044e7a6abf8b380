import { apiOf } from '../shell/api';
import { checkOut, type Out, writeOut } from '../shell/files';
import type { Verb } from '../shell/shell';

/** `vigie pack`: the paper pack as PDF, for a printer or a folder that is kept current. */
export const pack: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('pack')
    .description(say('pack.about'))
    .requiredOption('--out <file>', say('option.out'))
    .option('--force', say('option.force'))
    .action(async (out: Out) => {
      checkOut(out, shell);
      writeOut(out, await apiOf(shell).bytes(`/paper-pack?language=${language}`), shell);
    });
};
