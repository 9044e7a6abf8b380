import type { Logger } from 'pino';
import { paperPack } from '../../api/pack/paperPack';
import { withoutWords } from '../../api/http/log';
import { readOrganisation } from '../../application/organisation/readOrganisation';
import type { Context, Ports } from '../../application/ports/ports';
import { createPackKeeper } from '../../worker/packs/keepPacks';

type Parts = { ports: Ports; log: Logger };

/** Keeps a printable pack of each organisation outside the database, in the language of its house. */
export function composePacks({ ports, log }: Parts) {
  const keeper = createPackKeeper({
    journal: ports.journal,
    packs: ports.keptPacks,
    now: ports.now,
    failed: (where, error) => log.warn({ where, ...withoutWords(error) }, 'a paper pack was not renewed'),
    async print(orgId) {
      const ctx: Context = { orgId, actor: { kind: 'system', id: 'packs' }, roles: [], ports };
      const organisation = await readOrganisation({ ctx });
      if (!organisation.ok) return null;
      const made = await paperPack(ctx, organisation.value.language);
      return made.ok ? made.value.bytes : null;
    },
  });
  keeper.start();
  return { close: () => keeper.stop() };
}
