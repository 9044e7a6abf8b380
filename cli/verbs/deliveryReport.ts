import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ReportAction } from '../../domain/delivery/events';
import { apiOf } from '../shell/api';
import { Ending, exit } from '../shell/exit';
import type { Verb } from '../shell/shell';

const Taken = z.object({ seq: z.number(), created: z.boolean(), deliverableId: z.string(), action: ReportAction });

/**
 * `vigie delivery-report < mail`: what a mail server's pipe alias runs for each mail that comes back. While Vigie does not
 * answer it ends with 75 (`EX_TEMPFAIL`), so that the server keeps the mail and tries again.
 */
export const deliveryReport: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('delivery-report')
    .description(say('report.about'))
    .option('--json', say('option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const bytes = await shell.input();
      const key = createHash('sha256').update(bytes).digest('hex');
      const raw = { bytes, mediaType: 'message/rfc822', key };
      const body = await apiOf(shell).postRaw('/delivery-reports', raw, Taken).catch(forMailServer);
      const { created, action, ...about } = body;
      const words = { ...about, action: say(`report.action.${action}`) };
      shell.out(json === true ? JSON.stringify(body) : say(created ? 'report.done' : 'report.known', words));
    });
};

function forMailServer(error: unknown): never {
  if (error instanceof Ending && error.code === exit.away) throw new Ending(exit.tryAgain, error.message);
  throw error;
}
