import { type Hash, parentHash, rootOf } from './merkle';

/** The root of a tree whose leaves come one by one (RFC 9162 section 2.1.1): keeps a logarithm of their number. */
export function createPeaks() {
  const peaks: { leaves: number; hash: Hash }[] = [];
  return {
    add(leaf: Hash): void {
      let peak = { leaves: 1, hash: leaf };
      for (let last = peaks.at(-1); last?.leaves === peak.leaves; last = peaks.at(-1)) {
        peak = { leaves: peak.leaves * 2, hash: parentHash(last.hash, peak.hash) };
        peaks.pop();
      }
      peaks.push(peak);
    },
    root: (): Hash => rootOf(peaks.map(({ hash }) => hash)),
  };
}
