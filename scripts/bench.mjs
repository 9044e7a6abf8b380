import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { inside, main } from './say.mjs';

await main(async () => {
  await bootstrap();
  await build();
  await import(inside('dist', 'bench', 'main.js'));
});
