import type { Json } from './jcs';

/** The same values as plain JSON: what was left out stays out, since "undefined" has no canonical form. */
export function plain(values: object): { [name: string]: Json } {
  return JSON.parse(JSON.stringify(values)) as { [name: string]: Json };
}
