import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the project, seen from the sources and from `dist/` alike: the nearest one with a `package.json`. */
export function projectRoot(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('this program was moved out of its project');
  return projectRoot(above);
}
