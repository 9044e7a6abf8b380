import { z } from 'zod';
import { apiOf } from '../shell/api';
import { readJson } from '../shell/files';
import type { Verb } from '../shell/shell';

const Loaded = z.object({ id: z.string(), ref: z.string(), seq: z.number() });

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
      const { ref: reference, id, seq } = body;
      shell.out(json === true ? JSON.stringify(body) : say('agreement.loaded', { reference, id, seq }));
    });
};
