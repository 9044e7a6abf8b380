import { Command, CommanderError } from 'commander';
import { Ending, exit, type ExitCode } from './shell/exit';
import type { Shell, Verb } from './shell/shell';
import { signal } from './verbs/signal';

const verbs: readonly Verb[] = [signal];

/** Runs one command line to its end. Whatever goes wrong is a sentence and an exit code, never a stack. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const { say, note } = shell;
  const program = new Command('vigie').description(say('about')).addHelpText('after', `\n${say('help.more')}`);
  program.configureOutput({ writeOut: (text) => shell.out(text.trimEnd()), writeErr: (text) => note(text.trimEnd()) });
  program.exitOverride();
  for (const verb of verbs) verb(program, shell);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    note(error instanceof Ending ? error.message : describe(error));
    return error instanceof Ending ? error.code : exit.failed;
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
