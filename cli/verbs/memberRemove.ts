import { z } from 'zod';
import { apiOf } from '../shell/api';
import type { Verb } from '../shell/shell';

const Left = z.object({ seq: z.number() });

/** `vigie member remove ID`: the person leaves; every token of theirs is dead from this entry on. */
export const memberRemove: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('remove')
    .description(say('member.remove.about'))
    .argument('<id>', say('member.id'))
    .option('--key <key>', say('option.key'))
    .action(async (id: string, { key }: { key?: string }) => {
      const api = apiOf(shell);
      const { etag } = await api.get('/members', z.object({ items: z.array(z.unknown()) }));
      const more = { ...(key !== undefined && { key }), ...(etag !== null && { etag }) };
      const { body } = await api.post(`/members/${encodeURIComponent(id)}/departure`, {}, Left, more);
      shell.out(say('member.removed', { seq: body.seq }));
    });
};
