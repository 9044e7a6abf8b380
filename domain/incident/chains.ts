import { firmKey } from '../party/firmKey';
import type { Issue } from '../shared/errors';
import type { SubNoticeReceived } from './subNoticeValues';

type Chain = readonly string[];
export type Told = Pick<SubNoticeReceived, 'chain' | 'alsoFrom'>;

/** Every way by which a sub-processor's notice came, each from who told us to where it happened; the first is the longest. */
export const chainsOf = ({ chain, alsoFrom = [] }: Told): string[][] => [chain, ...alsoFrom];

/** The same for chains that name the same firms, however they are spelt. */
export const chainKey = (chain: Chain): string => chain.map(firmKey).join('\n');

/** Every firm that stands in one of its chains, once, as it is spelt first (duty S3-16). */
export function firmsIn(said: Told): string[] {
  const names = chainsOf(said).flat();
  const keys = names.map(firmKey);
  return names.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** A chain that comes back to somebody, ourselves included, is none: nobody is told by who waits for it. */
export function faultsOfChain(chain: Chain, own: Chain, at = '/chain'): Issue[] {
  const ours = own.map(firmKey);
  return chain.flatMap((name, index) => {
    const key = firmKey(name);
    const pointer = `${at}/${index}`;
    if (ours.includes(key)) return [{ pointer, message: 'is ourselves: the chain comes back to where it began' }];
    const isRepeated = chain.slice(0, index).some((before) => firmKey(before) === key);
    return isRepeated ? [{ pointer, message: 'is in the chain already: it comes back on itself' }] : [];
  });
}

/** Of every chain of a notice. */
export const faultsOfChains = ({ chain, alsoFrom = [] }: Told, own: Chain): Issue[] => [
  ...faultsOfChain(chain, own),
  ...alsoFrom.flatMap((one, index) => faultsOfChain(one, own, `/alsoFrom/${index}`)),
];

/**
 * Of a notice that came in by itself from several sources the chains that come back are left out, and said; it is a cycle,
 * and refused, only where each of them is (domain rules 7.5, ADR 0054).
 */
export function withoutCycles<T extends Told>(said: T, own: Chain): T & { leftOut?: string[][] } {
  const isSound = (chain: Chain) => faultsOfChain(chain, own).length === 0;
  const [first, ...more] = chainsOf(said).filter(isSound);
  const leftOut = chainsOf(said).filter((chain) => !isSound(chain));
  if (first === undefined || leftOut.length === 0) return said;
  const { alsoFrom: _all, ...rest } = said;
  return { ...rest, chain: first, ...(more.length === 0 ? {} : { alsoFrom: more }), leftOut } as T & {
    leftOut: string[][];
  };
}
