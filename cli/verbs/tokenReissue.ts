import { randomUUID } from 'node:crypto';
import { type House, reissueHouse } from '../../application/people/reissueHouse';
import { MACHINE, reissueToken } from '../../application/people/reissueToken';
import type { Ports } from '../../application/ports/ports';
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
        const { orgId, name: organisation } = await houseOf(shell, ports);
        const ctx = { orgId, actor: { kind: 'system' as const, id: MACHINE }, roles: [], ports };
        const issued = await reissueToken({ ctx, input: { key: `reissue-${randomUUID()}`, personId: person } });
        if (!issued.ok) throw new Ending(exit.refused, say('token.reissue.nobody', { person: person ?? '' }));
        const { secret, seq, personId, revoked } = issued.value;
        if (json === true) return out(JSON.stringify({ token: secret, orgId, personId, seq, revoked }));
        const called = (await ports.people.names(orgId)).get(personId)?.name;
        const whose = called === undefined ? personId : `${called} (${personId})`;
        note(say('token.reissue.done', { person: whose, organisation: `${organisation} (${orgId})`, seq, revoked }));
        return out(String(secret));
      } finally {
        await database.close();
      }
    });
};

/** @throws Ending where the organisation has to be named: each is listed by id and name */
async function houseOf({ env, say }: Shell, ports: Ports): Promise<House> {
  const wanted = env['VIGIE_ORG'] || null;
  const found = await reissueHouse(ports, wanted);
  if (found.ok && found.value.chosen !== null) return found.value.chosen;
  const houses = (found.ok ? found.value.all : []).map(({ orgId, name }) => `\n  ${orgId}  ${name}`).join('');
  const word = wanted === null ? 'token.reissue.which' : 'token.reissue.unknownHouse';
  throw new Ending(exit.usage, say(word, { wanted: wanted ?? '', houses }));
}

/** @throws Ending when nothing runs on the data folder, or the folder is not this user's to read */
async function openStores({ env, say }: Shell) {
  const given = readConfig(env, projectRoot());
  const running = readRunning(given);
  if (running === null) throw new Ending(exit.away, say('token.reissue.away', { folder: given.dataFolder }));
  const config = connectTo(given, running);
  return { ...(await composeStores(config)), config };
}
