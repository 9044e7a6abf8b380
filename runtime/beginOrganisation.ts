import type { Logger } from 'pino';
import { firstStart } from '../application/organisation/firstStart';
import { composePorts } from './compose/ports';
import { composeStores } from './compose/stores';
import type { Connected } from './config';

/** Whoever starts Vigie first; all of it can be changed afterwards. */
const ORGANISATION = { name: 'Mon organisation', language: 'fr', timeZone: 'Europe/Paris' } as const;
const PERSON = { name: 'Première personne', email: 'personne@vigie.invalid', phone: null, language: 'fr' } as const;

/** One organisation, one person of all roles and one token where nothing is yet; `token` is null ever after. */
export async function beginOrganisation(
  config: Connected,
  log: Logger,
): Promise<{ orgId: string; token: string | null }> {
  const { stores, database } = await composeStores(config);
  try {
    const ports = composePorts(config, stores, log);
    return await firstStart({ ports, organisation: ORGANISATION, person: PERSON });
  } finally {
    await database.close();
  }
}
