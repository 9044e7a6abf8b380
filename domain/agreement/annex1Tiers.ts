import { firmKey } from '../party/firmKey';
import type { Issue } from '../shared/errors';

type Listed = { name: string; under?: string | undefined };

/**
 * Every fault of the tiers that an annex names (duty S3-16): who engages whom is listed, and no chain comes back on itself
 * or to the processor. Pointers are into `subProcessors`.
 */
export function faultsOfTiers(listed: readonly Listed[], processor: string): Issue[] {
  const named = new Map(listed.map((one) => [firmKey(one.name), one]));
  return listed.flatMap(({ name, under }, index) => {
    if (firmKey(name) === firmKey(processor)) {
      return [
        { pointer: `/${index}/name`, message: 'is the processor itself: the chain comes back to where it began' },
      ];
    }
    if (under === undefined) return [];
    const pointer = `/${index}/under`;
    if (!named.has(firmKey(under))) return [{ pointer, message: 'is not among the sub-processors of this annex' }];
    return comesBack(name, named) ? [{ pointer, message: 'comes back on itself: nobody processes under itself' }] : [];
  });
}

function comesBack(name: string, named: ReadonlyMap<string, Listed>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = named.get(firmKey(at))?.under) {
    if (seen.has(firmKey(at))) return true;
    seen.add(firmKey(at));
  }
  return false;
}

/** Tier of a firm of an annex: 2 where we engage it. An annex of old times may hold anything: a chain is walked once. */
export function tierOf(name: string, listed: readonly Listed[]): number {
  const named = new Map(listed.map((one) => [firmKey(one.name), one]));
  const seen = new Set<string>();
  let tier = 2;
  for (let at = named.get(firmKey(name))?.under; at !== undefined; at = named.get(firmKey(at))?.under) {
    if (seen.has(firmKey(at))) break;
    seen.add(firmKey(at));
    tier += 1;
  }
  return tier;
}
