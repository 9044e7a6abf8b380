import { z } from 'zod';
import { apiOf } from '../shell/api';
import type { Verb } from '../shell/shell';

const Checkpoint = z.object({ verifierKey: z.string(), size: z.number(), hash: z.string() });

/** `vigie key show`: give it to whoever shall verify, by another way than the files. */
export const keyShow: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('show')
    .description(say('key.show.about'))
    .option('--json', say('option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const { verifierKey: key, size, hash } = (await apiOf(shell).get('/journal/checkpoint', Checkpoint)).body;
      const [origin = ''] = key.split('+'); // C2SP: name+id+key
      const shown = { origin, key, size, hash };
      if (json === true) return shell.out(JSON.stringify(shown));
      return shell.out(say('key.shown', shown));
    });
};
