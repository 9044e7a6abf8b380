import { z } from 'zod';
import { apiOf } from '../shell/api';
import { readJson } from '../shell/files';
import type { Verb } from '../shell/shell';

const Warning = z.object({ pointer: z.string(), channel: z.string() });
const Loaded = z.object({ id: z.string(), ref: z.string(), seq: z.number(), warnings: z.array(Warning) });

/** `vigie agreement load FILE`: the Annex 1 document as it was signed; the API checks it and lists every fault. */
export const agreementLoad: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('load')
    .description(say('agreement.load.about'))
    .argument('<file>', say('agreement.file'))
    .option('--key <key>', say('option.key'))
    .option('--json', say('option.json'))
    .action(async (file: string, { key, json }: { key?: string; json?: boolean }) => {
      const more = key === undefined ? {} : { key };
      const { body } = await apiOf(shell).post('/agreements', readJson(file, shell), Loaded, more);
      const { ref: reference, id, seq, warnings } = body;
      if (json === true) return shell.out(JSON.stringify(body));
      shell.out(say('agreement.loaded', { reference, id, seq }));
      for (const { pointer, channel } of warnings) shell.out(say('agreement.unserved', { pointer, channel }));
    });
};
