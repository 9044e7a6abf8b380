import { Command, CommanderError } from 'commander';
import { Stop } from '../runtime/stop';
import { Ending, exit, type ExitCode } from './shell/exit';
import { helpIn } from './shell/help';
import type { Shell, Verb } from './shell/shell';
import { agreementLoad } from './verbs/agreementLoad';
import { caseMissing } from './verbs/caseMissing';
import { clocks } from './verbs/clocks';
import { deliveryReport } from './verbs/deliveryReport';
import { demo } from './verbs/demo';
import { pack } from './verbs/pack';
import { exerciseList, exerciseReport, exerciseRun } from './verbs/exercises';
import { extract } from './verbs/extract';
import { incidentList } from './verbs/incidentList';
import { incidentShow } from './verbs/incidentShow';
import { journalAccept } from './verbs/journalAccept';
import { journalExport } from './verbs/journalExport';
import { keyShow } from './verbs/keyShow';
import { memberAdd } from './verbs/memberAdd';
import { memberList } from './verbs/memberList';
import { memberRemove } from './verbs/memberRemove';
import { noticeShow } from './verbs/noticeShow';
import { restored } from './verbs/restored';
import { signal } from './verbs/signal';
import { tokenReissue } from './verbs/tokenReissue';
import { verify } from './verbs/verify';
import type { Speaker, WordKey } from './words/word';

/** Verbs by the noun that they come after; `''` for those that need none. */
const verbs: Record<string, { about: WordKey; verbs: readonly Verb[] }> = {
  '': { about: 'about', verbs: [signal, clocks, pack, extract, verify, deliveryReport, restored, demo] },
  incident: { about: 'incident.about', verbs: [incidentList, incidentShow] },
  case: { about: 'case.about', verbs: [caseMissing] },
  notice: { about: 'notice.about', verbs: [noticeShow] },
  member: { about: 'member.about', verbs: [memberAdd, memberList, memberRemove] },
  agreement: { about: 'agreement.about', verbs: [agreementLoad] },
  exercise: { about: 'exercise.about', verbs: [exerciseList, exerciseRun, exerciseReport] },
  journal: { about: 'journal.about', verbs: [journalExport, journalAccept] },
  key: { about: 'key.about', verbs: [keyShow] },
  token: { about: 'token.about', verbs: [tokenReissue] },
};

/** Runs one command line to its end. Whatever goes wrong is a sentence and an exit code, never a stack. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const { say, note } = shell;
  const program = new Command('vigie').description(say('about')).addHelpText('after', `\n${say('help.more')}`);
  program.configureOutput({
    writeOut: (text) => shell.out(text.trimEnd()),
    writeErr: (text) => note(text.trimEnd()),
    outputError: () => undefined,
  });
  program.configureHelp(helpIn(say));
  program.helpOption('-h, --help', say('help.option')).helpCommand(false).exitOverride();
  for (const [noun, { about, verbs: own }] of Object.entries(verbs)) {
    const place = noun === '' ? program : program.command(noun).description(say(about)).helpCommand(false);
    for (const verb of own) verb(place, shell);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0 && error.code !== 'commander.help') note(usageFault(error, say));
      return error.exitCode === 0 ? exit.done : exit.usage;
    }
    note(describe(error, shell));
    return error instanceof Ending ? error.code : exit.failed;
  }
}

function describe(error: unknown, { language }: Shell): string {
  if (error instanceof Ending) return error.message;
  if (error instanceof Stop) return error.in(language);
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** What the command line library finds, in the language of the terminal. */
function usageFault({ code, message }: CommanderError, say: Speaker): string {
  const [, name = ''] = /'([^']+)'/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownCommand':
      return say('usage.unknownCommand', { name });
    case 'commander.unknownOption':
      return say('usage.unknownOption', { name });
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return say('usage.missing', { name });
    case 'commander.excessArguments':
      return say('usage.excess');
    default:
      return message;
  }
}
