import { runVerify } from '../../verifier/verify';
import { Ending } from '../shell/exit';
import { verdictFr } from '../words/verdict.fr';
import type { Verb } from '../shell/shell';

type Flags = { key: string; origin?: string; seen?: string; earlier?: string };

/** `vigie verify FILE`: the stand-alone verifier, unchanged; what it says is told in the language of the terminal. Its exit codes are ours: 0 verified, 1 refused, 2 not checked. */
export const verify: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('verify')
    .description(say('verify.about'))
    .argument('<file>', say('verify.file'))
    .requiredOption('--key <vkey>', say('verify.key'))
    .option('--origin <name>', say('verify.origin'))
    .option('--seen <hash>', say('verify.seen'))
    .option('--earlier <file>', say('verify.earlier'))
    .action((file: string, { key, origin, seen, earlier }: Flags) => {
      const words = [file, '--key', key];
      if (origin !== undefined) words.push('--origin', origin);
      if (seen !== undefined) words.push('--seen', seen);
      if (earlier !== undefined) words.push('--earlier', earlier);
      const lines: string[] = [];
      const code = runVerify(words, (line) => lines.push(shell.language === 'fr' ? verdictFr(line) : line));
      if (code !== 0) throw new Ending(code, lines.join('\n'));
      shell.out(lines.join('\n'));
    });
};
