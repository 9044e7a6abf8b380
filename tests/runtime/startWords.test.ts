import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDataFolder } from '../../runtime/servers/dataFolder';
import { startWords } from '../../runtime/startWords';
import { Stop } from '../../runtime/stop';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('sentences of the start', () => {
  it('are the same in both languages, hole by hole', () => {
    const places = ({ fr, en }: typeof startWords) =>
      [fr, en].map((words) => Object.entries(words).map(([key, text]) => [key, holes(text)]));
    const [french, english] = places(startWords);
    expect(french).toEqual(english);
  });

  it('a second start on a folder is refused in the language of the terminal', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-words-'));
    const release = openDataFolder(folder);
    try {
      openDataFolder(folder);
      throw new Error('two starts on one folder');
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      expect(error.in('fr')).toContain(`Vigie tourne déjà sur ${folder} (processus ${process.pid}) :`);
      expect(error.in('en')).toContain(`Vigie already runs on ${folder} (process ${process.pid}):`);
    } finally {
      release();
    }
  });
});
