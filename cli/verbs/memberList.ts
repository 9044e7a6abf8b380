import { z } from 'zod';
import { apiOf } from '../shell/api';
import { table } from '../shell/show';
import type { Verb } from '../shell/shell';

const Members = z.object({
  items: z.array(
    z.object({
      personId: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      roles: z.array(z.string()),
      until: z.string().nullable(),
    }),
  ),
});

/** `vigie member list`: who is a member, as what, and how each is reached. */
export const memberList: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('list')
    .description(say('member.list.about'))
    .option('--json', say('option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const { body } = await apiOf(shell).get('/members', Members);
      const present = body.items.filter(({ until }) => until === null);
      if (json === true) return shell.out(JSON.stringify(present, null, 2));
      const head = [
        say('column.name'),
        say('column.roles'),
        say('column.phone'),
        say('column.email'),
        say('column.id'),
      ];
      const cells = present.map(({ name, roles, phone, email, personId }) => [
        name ?? '–',
        roles.join(' '),
        phone ?? '–',
        email ?? '–',
        personId,
      ]);
      return shell.out(table(head, cells));
    });
};
