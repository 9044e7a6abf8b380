import { z } from 'zod';
import { apiOf } from '../shell/api';
import { everyPage } from '../shell/pages';
import { duration, instant, table } from '../shell/show';
import type { Verb } from '../shell/shell';

const Row = z.object({
  id: z.string(),
  reference: z.string(),
  controller: z.string().nullable(),
  delivery: z.string(),
  clock: z
    .object({
      dueAt: z.string(),
      provisional: z.boolean(),
      protectAt: z.string().nullable(),
      dischargedAt: z.string().nullable(),
    })
    .nullable(),
});

/** `vigie clocks`: limits that still run, soonest first. */
export const clocks: Verb = (program, shell) => {
  const { say, language } = shell;
  program
    .command('clocks')
    .description(say('clocks.about'))
    .option('--json', say('option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const rows = await everyPage(apiOf(shell), '/notices', { open: 'true' }, Row);
      const running = rows
        .flatMap((row) => (row.clock === null || row.clock.dischargedAt !== null ? [] : [{ ...row, clock: row.clock }]))
        .toSorted((a, b) => Date.parse(a.clock.dueAt) - Date.parse(b.clock.dueAt));
      if (json === true) return shell.out(JSON.stringify(running, null, 2));
      if (running.length === 0) return shell.out(say('clocks.none'));
      const now = Date.now();
      const left = (dueAt: string) => {
        const time = duration(Date.parse(dueAt) - now, language);
        return Date.parse(dueAt) < now ? say('late', { time }) : time;
      };
      const head = [say('column.left'), say('column.due'), say('column.ref'), say('column.state'), say('column.what')];
      const cells = running.map(({ reference, controller, delivery, clock }) => [
        left(clock.dueAt),
        instant(clock.dueAt, language),
        reference,
        clock.provisional ? `${delivery} (${say('provisional')})` : delivery,
        controller ?? '–',
      ]);
      return shell.out(table(head, cells));
    });
};
