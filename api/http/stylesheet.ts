import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Stylesheet = { url: string; css: Buffer };

const HASH_LENGTH = 16;

/** The one stylesheet under a URL that names its bytes: browsers may keep it for ever, and never an older one. */
export function readStylesheet(path: string): Stylesheet {
  const css = readFileSync(path);
  const hash = createHash('sha256').update(css).digest('hex').slice(0, HASH_LENGTH);
  return { url: `/vigie.${hash}.css`, css };
}
