import type { Logger } from 'pino';
import { FIRST_NAMES } from '../application/organisation/firstNames';
import { firstStart } from '../application/organisation/firstStart';
import { composePorts } from './compose/ports';
import { composeStores } from './compose/stores';
import type { Connected } from './config';

const TIME_ZONE = 'Europe/Paris';

/** In the language of the terminal: one organisation, one person of all roles and one token where nothing is yet; `token` is null ever after. */
export async function beginOrganisation(
  config: Connected,
  log: Logger,
): Promise<{ orgId: string; token: string | null }> {
  const { stores, database } = await composeStores(config);
  try {
    const ports = composePorts(config, stores, log);
    const { language } = config;
    const { organisation: name, person, email } = FIRST_NAMES[language];
    return await firstStart({
      ports,
      organisation: { name, language, timeZone: TIME_ZONE },
      person: { name: person, email, phone: null, language },
    });
  } finally {
    await database.close();
  }
}
