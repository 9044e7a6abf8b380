import { Command, CommanderError } from 'commander';
import { Ending, exit, type ExitCode } from './shell/exit';
import type { Shell, Verb } from './shell/shell';
import { agreementLoad } from './verbs/agreementLoad';
import { clocks } from './verbs/clocks';
import { demo } from './verbs/demo';
import { extract } from './verbs/extract';
import { incidentList } from './verbs/incidentList';
import { incidentShow } from './verbs/incidentShow';
import { journalExport } from './verbs/journalExport';
import { keyShow } from './verbs/keyShow';
import { noticeShow } from './verbs/noticeShow';
import { signal } from './verbs/signal';
import { verify } from './verbs/verify';
import type { WordKey } from './words/word';

/** Verbs by the noun that they come after; `''` for those that need none. */
const verbs: Record<string, { about: WordKey; verbs: readonly Verb[] }> = {
  '': { about: 'about', verbs: [signal, clocks, extract, verify, demo] },
  incident: { about: 'incident.about', verbs: [incidentList, incidentShow] },
  notice: { about: 'notice.about', verbs: [noticeShow] },
  agreement: { about: 'agreement.about', verbs: [agreementLoad] },
  journal: { about: 'journal.about', verbs: [journalExport] },
  key: { about: 'key.about', verbs: [keyShow] },
};

/** Runs one command line to its end. Whatever goes wrong is a sentence and an exit code, never a stack. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const { say, note } = shell;
  const program = new Command('vigie').description(say('about')).addHelpText('after', `\n${say('help.more')}`);
  program.configureOutput({ writeOut: (text) => shell.out(text.trimEnd()), writeErr: (text) => note(text.trimEnd()) });
  program.exitOverride();
  for (const [noun, { about, verbs: own }] of Object.entries(verbs)) {
    const place = noun === '' ? program : program.command(noun).description(say(about));
    for (const verb of own) verb(place, shell);
  }
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
