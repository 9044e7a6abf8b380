import { z } from 'zod';
import { apiOf } from '../shell/api';
import type { Verb } from '../shell/shell';

const Restored = z.object({ seq: z.number(), head: z.number(), marked: z.number(), erasures: z.number() });

/** `vigie restored`: after a database backup was put back and Vigie started again. */
export const restored: Verb = (program, shell) => {
  const { say, out } = shell;
  program
    .command('restored')
    .description(say('restored.about'))
    .option('--key <key>', say('option.key'))
    .option('--json', say('option.json'))
    .action(async ({ key, json }: { key?: string; json?: boolean }) => {
      const more = key === undefined ? {} : { key };
      const { body } = await apiOf(shell).post('/journal/restorations', {}, Restored, more);
      if (json === true) return out(JSON.stringify(body));
      out(say('restored.done', body));
      if (body.marked > body.head) out(say('restored.lost', body));
    });
};
