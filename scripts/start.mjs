import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { inside, main } from './say.mjs';

const hasOwnServers = Boolean(process.env.MONGODB_URL && process.env.TEMPORAL_ADDRESS);

await main(async () => {
  await bootstrap({ servers: !hasOwnServers });
  await build();
  await import(inside('dist', 'runtime', 'main.js'));
});
