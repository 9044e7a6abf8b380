import { z } from 'zod';
import { apiOf } from '../shell/api';
import { instant, table } from '../shell/show';
import type { Verb } from '../shell/shell';

const Row = z.object({
  id: z.string(),
  ref: z.string(),
  stage: z.string(),
  kind: z.string().nullable(),
  alertedAt: z.string(),
});
const Page = z.object({ items: z.array(Row), next: z.string().nullable() });

/** `vigie incident list`: events, incidents and breaches, newest first. */
export const incidentList: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('list')
    .description(say('incident.list.about'))
    .option('--all', say('incident.list.all'))
    .option('--json', say('option.json'))
    .action(async ({ all, json }: { all?: boolean; json?: boolean }) => {
      const api = apiOf(shell);
      const rows: z.infer<typeof Row>[] = [];
      for (let after: string | null = ''; after !== null;) {
        const query = new URLSearchParams({
          limit: '100',
          ...(all !== true && { open: 'true' }),
          ...(after && { after }),
        });
        const { body }: { body: z.infer<typeof Page> } = await api.get(`/incidents?${query}`, Page);
        rows.push(...body.items);
        after = body.next;
      }
      if (json === true) return shell.out(JSON.stringify(rows, null, 2));
      const head = [say('column.ref'), say('column.stage'), say('column.alerted'), say('column.id')];
      shell.out(
        table(
          head,
          rows.map(({ ref, stage, alertedAt, id }) => [ref, stage, instant(alertedAt, language), id]),
        ),
      );
    });
};
