/** One measurement. `ratio` = value / reference where there is a reference; `target` says in words what is asked. */
export type Row = {
  name: string;
  value: number;
  unit: string;
  reference: number | null;
  ratio: number | null;
  target: string;
};

export const row = (
  name: string,
  value: number,
  unit: string,
  target: string,
  reference: number | null = null,
): Row => ({
  name,
  value: round(value),
  unit,
  reference: reference === null ? null : round(reference),
  ratio: reference === null ? null : round(value / reference),
  target,
});

const round = (value: number): number => Number(value.toPrecision(4));

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Calls `act` `total` times from `writers` loops at once. Milliseconds of each call, and calls per second over all. */
export async function load(writers: number, total: number, act: (index: number) => Promise<unknown>) {
  const latencies: number[] = [];
  let index = 0;
  const start = performance.now();
  const writer = async () => {
    while (index < total) {
      const before = performance.now();
      await act(index++);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return { latencies, perSecond: (total * 1000) / (performance.now() - start) };
}
