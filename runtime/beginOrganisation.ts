import type { Logger } from 'pino';
import { firstStart } from '../application/organisation/firstStart';
import { composePorts } from './compose/ports';
import { composeStores } from './compose/stores';
import type { Connected } from './config';

/** Whoever starts Vigie first, in the language of the terminal; all of it can be changed afterwards. */
const FIRST = {
  fr: { organisation: 'Mon organisation', person: 'Première personne', email: 'personne@vigie.invalid' },
  en: { organisation: 'My organisation', person: 'First person', email: 'person@vigie.invalid' },
} as const;
const TIME_ZONE = 'Europe/Paris';

/** One organisation, one person of all roles and one token where nothing is yet; `token` is null ever after. */
export async function beginOrganisation(
  config: Connected,
  log: Logger,
): Promise<{ orgId: string; token: string | null }> {
  const { stores, database } = await composeStores(config);
  try {
    const ports = composePorts(config, stores, log);
    const { language } = config;
    const { organisation: name, person, email } = FIRST[language];
    return await firstStart({
      ports,
      organisation: { name, language, timeZone: TIME_ZONE },
      person: { name: person, email, phone: null, language },
    });
  } finally {
    await database.close();
  }
}
