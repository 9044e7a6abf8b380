/**
 * Highest existing seq at or above `known`. A journal has no gaps, so point reads that double their stride, then
 * halve it, find its end: 40 of them for a million entries, 1 when `known` is the head.
 */
export async function findHead(exists: (seq: number) => Promise<boolean>, known: number): Promise<number> {
  let low = known;
  let stride = 1;
  while (await exists(low + stride)) {
    low += stride;
    stride *= 2;
  }
  let high = low + stride;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await exists(middle)) low = middle;
    else high = middle;
  }
  return low;
}
