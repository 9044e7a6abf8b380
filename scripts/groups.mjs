import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { folderOf } from './jest.mjs';
import { inside, root } from './say.mjs';

/** Read by `jest.config.js`: where it is set, there is a project `grouped` that stands for these two. */
const GROUPED = 'VIGIE_GROUPED';
const PROJECTS = ['unit', 'contract'];
/** Files of one group: many, since they share what they load; not all, since a group goes to one worker. */
const MOST = 12;
/** What is measured there holds for a process that has done nothing else. */
const ALONE = ['tests/application/controllerCase/uploadRecipients.test.ts'];

/**
 * Puts the test files of `unit` and `contract` into groups, each of which jest runs as one file: most of their time
 * would go into loading the same modules anew for each. `npx jest` runs every file by itself, as ever.
 */
export async function writeGroups() {
  process.env[GROUPED] = '1';
  const folder = inside('.vigie', 'tests', 'groups');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [room, files] of await filesByRoom()) {
    const count = Math.ceil(files.length / MOST);
    for (let group = 0; group < count; group += 1) {
      const own = files.filter((_, index) => index % count === group);
      writeFileSync(join(folder, `${room}-${group + 1}.test.js`), textOf(folder, own));
    }
  }
}

/** Those of one room load the same. */
async function filesByRoom() {
  const rooms = new Map();
  for (const file of await testFiles()) {
    const room = ALONE.includes(file) ? `alone-${rooms.size}` : file.split('/')[1].replace('.test.ts', '');
    rooms.set(room, [...(rooms.get(room) ?? []), file]);
  }
  return rooms;
}

async function testFiles() {
  const { default: config } = await import(inside('jest.config.js'));
  const globs = config.projects
    .filter(({ displayName }) => PROJECTS.includes(displayName))
    .flatMap(({ testMatch }) => testMatch);
  const starts = globs.map(folderOf);
  return readdirSync(inside('tests'), { recursive: true })
    .map((name) => relative(root, inside('tests', name)))
    .filter((file) => file.endsWith('.test.ts') && starts.some((start) => file.startsWith(start)))
    .toSorted();
}

/** Each file's tests under its name: what fails is found there. */
const textOf = (folder, files) =>
  [
    "const { describe } = require('@jest/globals');",
    ...files.map((file) => `describe('${file}', () => void require('${relative(folder, inside(file))}'));`),
    '',
  ].join('\n');
