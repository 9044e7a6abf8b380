import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { openTemporal } from '../../adapters/temporal/connection';
import { createAdmin } from '../../api/admin/createAdmin';
import { createMetrics } from '../../api/admin/metrics';
import { createApp } from '../../api/http/createApp';
import { listen } from '../../api/http/listen';
import { readStylesheet } from '../../api/http/stylesheet';
import { renderEntranceOf } from '../../api/pages/entrance';
import { housePages } from '../../api/pages/pages';
import { renderProblemOf } from '../../api/pages/problem';
import { publicDocuments, restRoutes } from '../../api/rest/routes';
import { createEntrance } from '../../api/sessions/entrance';
import type { Ports } from '../../application/ports/ports';
import { type Connected, WISHED_PORT } from '../config';
import type { Database } from './database';
import { composeHealth } from './health';
import { composeMailbox } from './mailbox';
import { temporalConnection } from './temporal';

const LOOPBACK = '127.0.0.1';

type Parts = { config: Connected; ports: Ports; database: Database; log: Logger };

/** The API and the pages. It goes on without Temporal, of which it asks nothing but how it is. */
export async function composeApi({ config, ports, database, log }: Parts) {
  const temporal = openTemporal({ ...temporalConnection(config), namespace: config.temporal.namespace });
  const metrics = createMetrics();
  let isStopping = false;
  const health = composeHealth({ database, ports, temporal: temporal.connection, isStopping: () => isStopping });
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const stylesheet = join(config.root, 'public', 'vigie.css');
  const house = { stylesheet: readStylesheet(stylesheet).url, mailbox: await composeMailbox(config, database) };
  const app = createApp(
    {
      ports,
      log,
      health,
      publicUrl: config.publicUrl,
      trustedProxies: config.trustedProxies,
      stylesheet,
      observe: metrics.observe,
    },
    {
      routes: restRoutes,
      documents: publicDocuments(versionOf(config.root)),
      entrance: createEntrance(isHttps, renderEntranceOf(house), () => ports.now().getTime()),
      pages: housePages(house),
      renderProblem: renderProblemOf(house),
    },
  );
  const listening = await listen(app, { port: config.port ?? WISHED_PORT, host: config.bind });
  const admin =
    config.adminPort === null
      ? null
      : await listen(createAdmin({ health }, metrics.registry), { port: config.adminPort, host: LOOPBACK });
  return {
    async close(): Promise<void> {
      isStopping = true;
      await Promise.all([listening.stop(config.shutdownMs / 2), admin?.stop(0)]);
      await temporal.close();
    },
  };
}

function versionOf(root: string): string {
  const written: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(written).version;
}
