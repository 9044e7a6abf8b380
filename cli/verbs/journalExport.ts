import { apiOf } from '../shell/api';
import { writeOut } from '../shell/files';
import type { Verb } from '../shell/shell';

/** `vigie journal export`: the whole journal up to its newest checkpoint, for `vigie verify`. */
export const journalExport: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('export')
    .description(say('journal.export.about'))
    .option('--out <file>', say('option.out'))
    .action(async ({ out }: { out?: string }) => {
      writeOut(out, await apiOf(shell).file('/journal/exports', {}), shell);
    });
};
