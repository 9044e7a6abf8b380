import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readKey } from '../../runtime/keys';
import { openDataFolder } from '../../runtime/servers/dataFolder';
import { identify } from '../../runtime/servers/identity';
import { createRegister, readRegister } from '../../runtime/servers/orphans';
import { inWords, Stop } from '../../runtime/stop';

const house = mkdtempSync(join(tmpdir(), 'vigie-data-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));
const folder = (name: string) => join(house, name);

/** Ends at once; its number belongs to nobody any more. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the data folder', () => {
  it('is readable by its owner alone', () => {
    openDataFolder(folder('own'))();
    expect(statSync(folder('own')).mode & 0o077).toBe(0);
  });

  it('belongs to one start at a time', () => {
    const release = openDataFolder(folder('shared'));
    expect(() => openDataFolder(folder('shared'))).toThrow(/already runs on .*shared.*: use that one or end it/);
    release();
    openDataFolder(folder('shared'))();
  });

  it('is taken over from a start that was killed', () => {
    mkdirSync(folder('dead'));
    writeFileSync(join(folder('dead'), 'lock'), JSON.stringify({ pid: deadPid(), started: '1' }));
    expect(() => openDataFolder(folder('dead'))()).not.toThrow();
  });

  it('is taken over when the number of a dead holder belongs to another process', () => {
    mkdirSync(folder('reused'));
    writeFileSync(join(folder('reused'), 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
    expect(() => openDataFolder(folder('reused'))()).not.toThrow();
  });

  it('says what to do when its place is a file', () => {
    writeFileSync(folder('file'), '');
    expect(() => openDataFolder(folder('file'))).toThrow(/is not a folder: name another place in VIGIE_DATA/);
    expect(() => openDataFolder(join(folder('file'), 'deeper'))).toThrow(Stop);
  });

  it('says how much to free on a disk that is nearly full', () => {
    expect(() => openDataFolder(folder('full'), 1e18)).toThrow(
      /^The disk that holds .*full has only \d+ MB left: free at least 1000000000000 MB, then start again\.$/,
    );
  });

  it.each([
    ['EROFS', /cannot be written: give yourself the right/],
    ['EACCES', /cannot be written/],
    ['ENOSPC', /is full: free some space/],
  ])('says in one sentence what %s asks of the operator', (code, sentence) => {
    const error = inWords(Object.assign(new Error('low level'), { code }), '/srv/data');
    expect(error).toBeInstanceOf(Stop);
    expect(error).toMatchObject({ message: expect.stringMatching(sentence) });
  });
});

describe('the register of processes', () => {
  it('ends what a killed start left behind, and nobody else', async () => {
    mkdirSync(folder('orphans'));
    const orphan = spawn('sleep', ['60'], { stdio: 'ignore' });
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    await Promise.all([once(orphan, 'spawn'), once(stranger, 'spawn')]);
    createRegister(folder('orphans')).add('orphan', orphan.pid ?? 0);
    const [known] = readRegister(folder('orphans'));
    const reused = { name: 'stranger', pid: stranger.pid, started: 'another start' };
    writeFileSync(join(folder('orphans'), 'processes.json'), JSON.stringify([known, reused]));

    expect(await createRegister(folder('orphans')).endOrphans()).toBe(1);
    expect(identify(orphan.pid ?? 0)).toBeNull();
    expect(identify(stranger.pid ?? 0)).not.toBeNull();
    stranger.kill();
  });

  it('starts from nothing when its file was cut short', async () => {
    mkdirSync(folder('cut'));
    writeFileSync(join(folder('cut'), 'processes.json'), '[{"pid":');
    expect(await createRegister(folder('cut')).endOrphans()).toBe(0);
  });
});

describe('a key of the installation', () => {
  it('is made once, for its owner alone, and stays the same', () => {
    const key = readKey(folder('keys'), 'journal-mac');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(readKey(folder('keys'), 'journal-mac')).toBe(key);
    expect(statSync(join(folder('keys'), 'journal-mac.key')).mode & 0o077).toBe(0);
  });

  it('is never replaced when it is damaged', () => {
    chmodSync(join(folder('keys'), 'journal-mac.key'), 0o600);
    writeFileSync(join(folder('keys'), 'journal-mac.key'), 'cut sh');
    expect(() => readKey(folder('keys'), 'journal-mac')).toThrow(/put it back from a backup/);
  });
});
