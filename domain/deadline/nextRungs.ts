type Rung = { ladder: string; about: number; step: number; atMs: number };

/** Per ladder: the highest passed step of which nobody was told, else the next to come. `said`: the steps that were told. */
export function nextRungs<R extends Rung>(rungs: readonly R[], said: readonly Omit<Rung, 'atMs'>[], now: Date): R[] {
  const byLadder = new Map<string, R>();
  for (const rung of rungs) {
    if (rung.step <= saidStep(said, rung)) continue;
    const name = `${rung.ladder} ${rung.about}`;
    if (!byLadder.has(name) || rung.atMs <= now.getTime()) byLadder.set(name, rung);
  }
  return [...byLadder.values()];
}

const saidStep = (said: readonly Omit<Rung, 'atMs'>[], { ladder, about }: Rung): number =>
  said
    .filter((one) => one.ladder === ladder && one.about === about)
    .reduce((highest, { step }) => Math.max(highest, step), 0);
