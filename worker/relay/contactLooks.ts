import { DAY_MS } from '../../domain/shared/instant';

/**
 * When it is looked over all agreements of an organisation whose contacts ask for a test: with a sweep, if something of an
 * agreement was written since the last look, or a day has passed. What failed is done again by the next sweep.
 */
export function createContactLooks(look: (orgId: string) => Promise<unknown>, now: () => Date) {
  const lookedAtMs = new Map<string, number>();
  return {
    changed(orgId: string): void {
      lookedAtMs.delete(orgId);
    },
    sweep(orgId: string): void {
      const nowMs = now().getTime();
      if (nowMs - (lookedAtMs.get(orgId) ?? -Infinity) < DAY_MS) return;
      lookedAtMs.set(orgId, nowMs); // before: an entry that comes meanwhile is looked at by the next sweep
      void look(orgId).catch(() => lookedAtMs.delete(orgId));
    },
  };
}
