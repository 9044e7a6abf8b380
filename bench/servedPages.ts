import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, openHouse } from '../cli/demo/house';
import { composeApi } from '../runtime/compose/api';
import { composePorts } from '../runtime/compose/ports';
import { composeStores } from '../runtime/compose/stores';
import { type Connected, readConfig } from '../runtime/config';
import { openLog } from '../runtime/log';
import { connectTo } from '../runtime/running';
import { freePort } from '../runtime/servers/freePort';

/** Nothing answers there: pages ask neither the workflow server nor the relay. */
const NOWHERE = '127.0.0.1:1';

export type Houses = { config: Connected; house: House; small: House; clear(): void };

/** Two organisations with their people and tokens, founded as any is, on this database. */
export async function foundHouses(root: string, mongoUrl: string): Promise<Houses> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  const port = await freePort();
  const own = readConfig({ VIGIE_DATA: folder, LOG_LEVEL: 'error', PORT: `${port}` }, root);
  const publicUrl = `http://127.0.0.1:${port}`;
  const config = connectTo(own, { publicUrl, mongoUrl, smtpUrl: `smtp://${NOWHERE}`, temporalAddress: NOWHERE });
  const house = await openHouse(config, 'Bench', 'fr');
  const small = await openHouse(config, 'Bench, a tenth', 'fr');
  return { config, house, small, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The product's own server, in this process. `enter`: opens a session, and gives how a page is read in it. */
export async function servePages(config: Connected) {
  const { stores, database } = await composeStores(config);
  const log = openLog('bench', { logLevel: 'error' });
  const ports = composePorts(config, stores, log);
  const api = await composeApi({ config, ports, database, log });
  const base = config.publicUrl ?? '';

  async function enter(token: string, path: string): Promise<() => Promise<string>> {
    const entered = await fetch(`${base}/enter`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: base },
      body: new URLSearchParams({ token }),
    });
    const [cookie] = (entered.headers.get('set-cookie') ?? '').split(';');
    if (entered.status !== 303 || !cookie) throw new Error(`nobody entered: ${entered.status}`);
    return async () => {
      const answer = await fetch(`${base}${path}`, { redirect: 'manual', headers: { cookie } });
      const page = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return page;
    };
  }

  async function stop(): Promise<void> {
    await api.close();
    await database.close();
  }

  return { ports, enter, stop };
}
