import { z } from 'zod';
import { apiOf } from '../shell/api';
import { named } from '../shell/named';
import { everyPage } from '../shell/pages';
import { day, instant, table } from '../shell/show';
import type { Verb } from '../shell/shell';

const Row = z.object({
  id: z.string(),
  ref: z.string(),
  stage: z.string(),
  kind: z.string().nullable(),
  alertedAt: z.string(),
  alertedDay: z.string().nullable().default(null),
});

/** `vigie incident list`: events, incidents and breaches, newest first. */
export const incidentList: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('list')
    .description(say('incident.list.about'))
    .option('--all', say('incident.list.all'))
    .option('--json', say('option.json'))
    .action(async ({ all, json }: { all?: boolean; json?: boolean }) => {
      const rows = await everyPage(apiOf(shell), '/incidents', all === true ? {} : { open: 'true' }, Row);
      if (json === true) return shell.out(JSON.stringify(rows, null, 2));
      const head = [say('column.ref'), say('column.stage'), say('column.alerted'), say('column.id')];
      const alerted = ({ alertedAt, alertedDay }: z.infer<typeof Row>) =>
        alertedDay === null ? instant(alertedAt, language) : day(alertedDay, language);
      const cells = rows.map((row) => [row.ref, named('stage', row.stage, language), alerted(row), row.id]);
      return shell.out(table(head, cells));
    });
};
