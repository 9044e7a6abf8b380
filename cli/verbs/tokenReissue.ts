import { randomUUID } from 'node:crypto';
import { MACHINE, reissueToken } from '../../application/people/reissueToken';
import { composePorts } from '../../runtime/compose/ports';
import { composeStores } from '../../runtime/compose/stores';
import { readConfig } from '../../runtime/config';
import { openLog } from '../../runtime/log';
import { projectRoot } from '../../runtime/root';
import { connectTo, readRunning } from '../../runtime/running';
import { Ending, exit } from '../shell/exit';
import type { Shell, Verb } from '../shell/shell';

/**
 * `vigie token reissue`: a new token where the last one was lost. Asks for no token, but for the data folder: it goes to
 * the database itself, as whoever can read that folder can, and leaves an entry and an alarm.
 */
export const tokenReissue: Verb = (program, shell) => {
  const { say, out, note } = shell;
  program
    .command('reissue')
    .description(say('token.reissue.about'))
    .option('--person <id>', say('token.reissue.person'))
    .option('--json', say('option.json'))
    .action(async ({ person, json }: { person?: string; json?: boolean }) => {
      const { stores, database, config } = await openStores(shell);
      try {
        const ports = composePorts(config, stores, openLog('cli', { ...config, logLevel: 'error' }));
        const [orgId = ''] = await ports.journal.organisations();
        const ctx = { orgId, actor: { kind: 'system' as const, id: MACHINE }, roles: [], ports };
        const issued = await reissueToken({ ctx, input: { key: `reissue-${randomUUID()}`, personId: person } });
        if (!issued.ok) throw new Ending(exit.refused, say('token.reissue.nobody', { person: person ?? '' }));
        const { secret, seq, personId, revoked } = issued.value;
        if (json === true) return out(JSON.stringify({ token: secret, orgId, personId, seq, revoked }));
        note(say('token.reissue.done', { person: personId, seq, revoked }));
        return out(String(secret));
      } finally {
        await database.close();
      }
    });
};

/** @throws Ending when nothing runs on the data folder, or the folder is not this user's to read */
async function openStores({ env, say }: Shell) {
  const given = readConfig(env, projectRoot());
  const running = readRunning(given);
  if (running === null) throw new Ending(exit.away, say('token.reissue.away', { folder: given.dataFolder }));
  const config = connectTo(given, running);
  return { ...(await composeStores(config)), config };
}
