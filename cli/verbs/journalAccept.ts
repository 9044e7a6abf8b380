import { z } from 'zod';
import { apiOf } from '../shell/api';
import { Ending, exit } from '../shell/exit';
import type { Verb } from '../shell/shell';

const Signing = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      reason: z.string(),
      marked: z.number(),
      found: z.number(),
      acceptedBy: z.number().nullable(),
    }),
  ),
});
const Taken = z.object({ seq: z.number(), accepted: z.boolean() });
type Flags = { because: string; refused?: string; key?: string };

/**
 * `vigie journal accept`: one person's yes to signing a journal on that contradicts what was signed; another person says
 * it too. Without `--refused` the oldest contradiction that nobody has accepted is meant.
 */
export const journalAccept: Verb = (program, shell) => {
  const { say, out, note } = shell;
  program
    .command('accept')
    .description(say('journal.accept.about'))
    .requiredOption('--because <text>', say('journal.accept.because'))
    .option('--refused <seq>', say('journal.accept.refused'))
    .option('--key <key>', say('option.key'))
    .action(async ({ because, refused, key }: Flags) => {
      const api = apiOf(shell);
      const { items } = (await api.get('/journal/signing', Signing)).body;
      const wanted = items.find(({ seq, acceptedBy }) =>
        refused === undefined ? acceptedBy === null : String(seq) === refused,
      );
      if (wanted === undefined) throw new Ending(exit.refused, say('journal.accept.none'));
      const { seq, reason, marked, found } = wanted;
      note(say('journal.accept.what', { seq, reason, marked, found }));
      const more = key === undefined ? {} : { key };
      const { body } = await api.post('/journal/acceptances', { refused: seq, because }, Taken, more);
      out(say(body.accepted ? 'journal.accept.done' : 'journal.accept.waits', { seq: body.seq }));
    });
};
