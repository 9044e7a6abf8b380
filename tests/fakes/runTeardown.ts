import { endSharedServers } from './sharedServers';

/** After the last test of a run: no server outlives it. */
export default async function runTeardown(): Promise<void> {
  const folder = process.env['VIGIE_TEST_RUN'];
  if (folder !== undefined) await endSharedServers(folder);
}
