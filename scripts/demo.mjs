import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { inside, main } from './say.mjs';

await main(async () => {
  await bootstrap({ servers: false });
  await build();
  await import(inside('dist', 'cli', 'demo', 'main.js'));
});
