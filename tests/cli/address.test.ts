import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { problemOf } from '../../api/http/problems';
import { type Asked, startScriptedApi, type Told } from './scriptedApi';
import { vigie } from './terminal';

let answer: (asked: Asked) => Told;
let listener: Awaited<ReturnType<typeof startScriptedApi>>;
let dataFolder: string;
beforeAll(async () => {
  listener = await startScriptedApi((asked) => answer(asked));
});
afterAll(() => listener.stop());
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'address-'));
  listener.asked.length = 0;
});

const line = ['clocks', '--json'];
const env = () => ({ VIGIE_DATA: dataFolder, VIGIE_TOKEN: 'vgt_secret', LANG: 'fr_FR.UTF-8' });
const keepPort = () => writeFileSync(join(dataFolder, 'port'), `${new URL(listener.url).port}\n`);
const shown = () => listener.asked.map(({ headers }) => headers.authorization ?? null);

describe('where no address is named', () => {
  it('asks at the port that this installation keeps, and shows no token to a stranger who listens there', async () => {
    keepPort();
    answer = () => ({ status: 404, body: { error: 'not found' } });
    const { code, noted } = await vigie(line, { env: env() });
    expect([code, noted]).toEqual([4, expect.stringContaining('Vigie ne tourne pas')]);
    expect(noted).toContain('npm start');
    expect([noted.includes(listener.url), shown()]).toEqual([true, [null]]);
  });

  it('a stranger who answers everything with 200 is shown no token either', async () => {
    keepPort();
    answer = () => ({ body: { status: 'live' } });
    expect(await vigie(line, { env: env() })).toMatchObject({ code: 4 });
    expect(shown()).toEqual([null]);
  });

  it('nobody there: Vigie is not running', async () => {
    writeFileSync(join(dataFolder, 'port'), '1\n');
    const { code, noted } = await vigie(line, { env: { ...env(), LANG: 'C' } });
    expect([code, noted]).toEqual([4, expect.stringContaining('Vigie is not running')]);
  });

  it('what answers as Vigie, to who shows no token, is shown it from then on', async () => {
    keepPort();
    answer = ({ headers, path }) => {
      if (headers.authorization === undefined) return { status: 401, body: problemOf({ code: 'credentials.missing' }) };
      return path.endsWith('/me') ? { body: { orgId: 'o1' } } : { body: { items: [], next: null } };
    };
    await vigie(line, { env: env() });
    expect(shown().slice(0, 3)).toEqual([null, 'Bearer vgt_secret', 'Bearer vgt_secret']);
  });
});

it('an address that a person names is trusted: nothing is asked before', async () => {
  answer = () => ({ status: 404, body: {} });
  await vigie(line, { env: { ...env(), VIGIE_URL: listener.url } });
  expect(shown()).toEqual(['Bearer vgt_secret']);
});
