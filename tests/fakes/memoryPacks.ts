import type { KeptPacks } from '../../application/ports/keptPacks';

/** Packs in a map; passes the same suite as the folder. */
export function createMemoryPacks(now: () => Date = () => new Date()): KeptPacks {
  const packs = new Map<string, { pdf: Buffer; at: string }>();
  return {
    put: async (orgId, pdf) => void packs.set(orgId, { pdf, at: now().toISOString() }),
    get: async (orgId) => packs.get(orgId)?.pdf ?? null,
    madeAt: async (orgId) => packs.get(orgId)?.at ?? null,
  };
}
