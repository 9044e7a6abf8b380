import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDoor } from '../fakes/door';
import { startRealHouse } from '../fakes/realHouse';
import { type Furnished, furnish } from './matrixHouse';
import { installSchemathesis, runSchemathesis } from './schemathesisTool';

const SECONDS = 60;
const installed = installSchemathesis();
if ('missing' in installed) process.stderr.write(`SKIPPED: ${installed.missing}\n`);

const folder = mkdtempSync(join(tmpdir(), 'vigie-schemathesis-'));
let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Furnished;

beforeAll(async () => {
  house = await startRealHouse();
  door = await openDoor(house.ports);
  home = await furnish(door, house.ports, house.proofs.signNow);
}, 60_000);
afterAll(async () => {
  await door.stop();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the API against its own description', () => {
  const campaign = 'missing' in installed ? it.skip : it;
  campaign(
    'answers no 5xx, and nothing outside its schema',
    async () => {
      if ('missing' in installed) throw new Error(installed.missing);
      const { seq: _seq, version: _version, ...parameters } = home.known; // small numbers are to be tried out
      const run = { base: door.base, token: home.token, parameters, folder, seconds: SECONDS };
      const { code, output } = await runSchemathesis(installed.tool, run);
      if (code !== 0) process.stderr.write(output.slice(0, 20_000));
      const failed = door.logged.filter(({ level }) => level === 'error');
      expect(failed).toEqual([]);
      expect(output).toMatch(/\d+ (generated|passed)/);
      expect(code).toBe(0);
    },
    (SECONDS + 60) * 1000,
  );
});
