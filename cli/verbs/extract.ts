import { z } from 'zod';
import { apiOf } from '../shell/api';
import { Ending, exit } from '../shell/exit';
import { checkOut, type Out, writeOut } from '../shell/files';
import { everyPage } from '../shell/pages';
import type { Verb } from '../shell/shell';

const Agreement = z.object({ partyId: z.string() });
const Row = z.object({ id: z.string(), agreementId: z.string() });
type Flags = Out & { agreement: string; notice?: string[] };

/** `vigie extract`: what one controller may see of the journal (duty S2-01); by default all its notices. */
export const extract: Verb = (program, shell) => {
  const { say } = shell;
  program
    .command('extract')
    .description(say('extract.about'))
    .requiredOption('--agreement <id>', say('extract.agreement'))
    .option('--notice <id...>', say('extract.notice'))
    .option('--out <file>', say('option.out'))
    .option('--force', say('option.force'))
    .action(async ({ agreement, notice, ...out }: Flags) => {
      checkOut(out, shell);
      const api = apiOf(shell);
      const { partyId } = (await api.get(`/agreements/${encodeURIComponent(agreement)}`, Agreement)).body;
      const rows = notice === undefined ? await everyPage(api, '/notices', {}, Row) : [];
      const noticeIds = notice ?? rows.filter(({ agreementId }) => agreementId === agreement).map(({ id }) => id);
      if (noticeIds.length === 0) throw new Ending(exit.refused, say('extract.none'));
      writeOut(out, await api.file('/journal/extracts', { partyId, noticeIds }), shell);
    });
};
