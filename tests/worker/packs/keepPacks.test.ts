import { describe, expect, it } from '@jest/globals';
import { createPackKeeper } from '../../../worker/packs/keepPacks';

/** Organisations with their heads, a clock, and what was printed. */
function open() {
  const heads = new Map([
    ['o1', 1],
    ['o2', 1],
  ]);
  const clock = { ms: 0 };
  const kept: string[] = [];
  const failed: string[] = [];
  const broken = new Set<string>();
  const keeper = createPackKeeper(
    {
      journal: { organisations: async () => [...heads.keys()], head: async (orgId) => heads.get(orgId) ?? 0 },
      packs: { put: async (orgId, pdf) => void kept.push(`${orgId} ${pdf.toString()}`) },
      async print(orgId) {
        if (broken.has(orgId)) throw new Error('away');
        return heads.get(orgId) === 99 ? null : Buffer.from(String(heads.get(orgId)));
      },
      now: () => new Date(clock.ms),
      failed: (orgId) => void failed.push(orgId),
    },
    { firstMs: 1, lookMs: 60_000, shortestMs: 300_000 },
  );
  return { heads, clock, kept, failed, broken, keeper };
}

describe('the paper pack that is kept (F35)', () => {
  it('is made at once, and again only where the journal has moved', async () => {
    const { keeper, kept, clock, heads } = open();
    await keeper.look();
    clock.ms = 600_000;
    heads.set('o2', 2);
    await keeper.look();
    expect(kept).toEqual(['o1 1', 'o2 1', 'o2 2']);
  });

  it('is made no more often than every five minutes, and then as the journal stands', async () => {
    const { keeper, kept, clock, heads } = open();
    await keeper.look();
    for (const [ms, head] of [
      [60_000, 2],
      [299_999, 3],
      [300_000, 4],
    ] as const) {
      clock.ms = ms;
      heads.set('o1', head);
      await keeper.look();
    }
    expect(kept).toEqual(['o1 1', 'o2 1', 'o1 4']);
  });

  it('of one organisation that fails holds up no other, and is tried with the next look', async () => {
    const { keeper, kept, failed, broken } = open();
    broken.add('o1');
    await keeper.look();
    broken.delete('o1');
    await keeper.look();
    expect([kept, failed]).toEqual([['o2 1', 'o1 1'], ['o1']]);
  });

  it('stays as it was where a new one cannot be printed', async () => {
    const { keeper, kept, clock, heads } = open();
    await keeper.look();
    clock.ms = 300_000;
    heads.set('o1', 99);
    await keeper.look();
    expect(kept).toEqual(['o1 1', 'o2 1']);
  });

  it('ends when it is told to, with nothing under way', async () => {
    const { keeper, kept } = open();
    keeper.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await keeper.stop();
    expect(kept).toEqual(['o1 1', 'o2 1']);
  });
});
