import { apiOf } from '../shell/api';
import { checkOut, type Out, writeOut } from '../shell/files';
import type { Verb } from '../shell/shell';

type Flags = Out & { seen?: string[] };

/** `vigie journal export`: the whole journal up to its newest checkpoint, for `vigie verify`; an auditor's without counsel's notes. */
export const journalExport: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('export')
    .description(say('journal.export.about'))
    .option('--out <file>', say('option.out'))
    .option('--force', say('option.force'))
    .option('--seen <hash...>', say('journal.export.seen'))
    .action(async ({ seen, ...out }: Flags) => {
      checkOut(out, shell); // that a copy is given out is an entry: none for a file that cannot be written
      const body = seen === undefined ? {} : { seen: seen.map((hash) => hash.toLowerCase()) };
      writeOut(out, await apiOf(shell).file('/journal/exports', body), shell);
    });
};
