import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Report } from '../../domain/exercise/reportValues';
import { WISHED_PORT } from '../../runtime/config';
import { namedPort } from '../../runtime/servers/freePort';
import { releasePort } from '../../runtime/servers/portLease';
import { makeCopy, processesOf, type Start, startRefused, startVigie } from '../fakes/installation';

let copy: ReturnType<typeof makeCopy>;
beforeAll(() => {
  copy = makeCopy();
}, 120_000);
afterAll(() => copy.remove());

const get = (start: Start, path: string, token = start.shown.token ?? '') =>
  fetch(`${start.shown.address}${path}`, { headers: { authorization: `Bearer ${token}` } });

/** The command, as somebody types it in the folder; what it prints on standard output. */
async function vigie(folder: string, words: string[], more: Record<string, string> = {}) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', ...more };
  const child = spawn(process.execPath, [join(folder, 'dist', 'cli', 'main.js'), ...words], { cwd: folder, env });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

async function readReadiness(start: Start): Promise<unknown> {
  return (await get(start, '/health/ready')).json();
}

/** Leased before it is bound: another start of Vigie that has chosen it would not find it. @returns what lets it go */
async function takeUsualPort(): Promise<() => Promise<void>> {
  const port = await namedPort(WISHED_PORT).catch(() => null);
  if (port === null) return async () => undefined; // somebody else has it, and may let it go before this start asks
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  return async () => {
    other.close();
    await releasePort(port);
  };
}

/** As the README promises it to a newcomer: Vigie plays the team, faster than life; the report is read again afterwards. */
async function rehearse(): Promise<void> {
  const run = await vigie(copy.folder, ['exercise', 'run', 'ransomware', '--pace', '1440']);
  expect(run).toMatchObject({ code: 0, output: expect.stringContaining('EXERCISE') });
  const [, id = ''] = /\(id (\S+)\)/.exec(run.output) ?? [];
  const [, token = ''] = /token (vgt_\w+)/.exec(run.output) ?? [];
  const report = await vigie(copy.folder, ['exercise', 'report', id, '--json'], { VIGIE_TOKEN: token });
  expect(report.code).toBe(0);
  const read = Report.parse(JSON.parse(report.output));
  expect(read.lines.filter(({ doneAt }) => doneAt !== null).map(({ step }) => step)).toEqual(
    expect.arrayContaining([
      'taken',
      'aware',
      'noticed',
      'acknowledged',
      'riskDecided',
      'filed',
      'completed',
      'persons',
      'recordReady',
    ]),
  );
  expect(read.cases).toMatchObject([{ origin: 'own', risk: 'risk', last: [], owed: [] }]); // both sides are played
  expect(read.notices).toMatchObject([{ automatic: false, acknowledged: true }]);
  expect(run.output).toContain(`${read.score} of ${read.most} points`);
}

describe('npm start on a copy of the project', () => {
  it('prints the way in, stops on Ctrl-C within ten seconds, and finds its data again', async () => {
    // somebody else has the usual port: the one that is found is kept, so that links in mails go on leading here
    const leave = await takeUsualPort();
    const first = await startVigie(copy.folder);
    await leave();
    const isUsual = Number(new URL(first.shown.address).port) === WISHED_PORT;
    expect(first.output().includes('this one is kept for the next starts')).toBe(!isUsual);
    expect(first.output()).toContain('Vigie is ready.');
    expect(first.output()).toContain('mails are caught, nobody outside is told');
    expect(first.output()).toContain(join('.vigie', 'data'));
    expect(await readReadiness(first)).toMatchObject({ status: 'ready', database: 'ok', temporal: 'ok' });
    const organisation = `/api/v1/organisations/${first.shown.orgId}`;
    expect((await get(first, organisation)).status).toBe(200);
    expect((await get(first, organisation, 'vgt_wrong')).status).toBe(401);
    const names = first.running().map(({ name }) => name);
    expect(names.toSorted()).toEqual(['api', 'database', 'relay', 'temporal', 'watchdog', 'worker']);

    await rehearse();

    const refused = await startRefused(copy.folder);
    expect(refused.code).toBe(1);
    expect(refused.output.trim()).toMatch(
      /^Vigie already runs on .* \(process \d+\): use that one or end it, or name .*\.$/,
    );

    const { code, tookMs } = await first.interrupt();
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    expect(processesOf(copy.folder)).toEqual([]);

    const second = await startVigie(copy.folder);
    expect(second.shown).toEqual({ address: first.shown.address, orgId: first.shown.orgId, token: null });
    expect((await get(second, organisation, first.shown.token ?? '')).status).toBe(200);

    // the rehearsal has an organisation of its own: none of the two is guessed
    const unsaid = await vigie(copy.folder, ['token', 'reissue']);
    expect(unsaid).toMatchObject({ code: 2, output: '' });
    const found = await vigie(copy.folder, ['token', 'reissue'], { VIGIE_ORG: first.shown.orgId });
    expect(found).toMatchObject({ code: 0, output: expect.stringMatching(/^vgt_[0-9a-f]{64}\n$/) });
    expect((await get(second, organisation, found.output.trim())).status).toBe(200);
    expect((await get(second, organisation, first.shown.token ?? '')).status).toBe(401);
    await second.interrupt();
    expect(processesOf(copy.folder)).toEqual([]);
  }, 240_000);

  it('keeps all that it writes from other users of the machine', () => {
    for (const name of ['', 'keys', 'logs', 'secantusdb', 'temporal']) {
      expect(statSync(join(copy.folder, '.vigie', 'data', name)).mode & 0o077).toBe(0);
    }
    expect(statSync(join(copy.folder, '.vigie', 'data', 'secantusdb', 'password')).mode & 0o077).toBe(0);
  });
});
