import { z } from 'zod';

/** How certain a breach is, as letters and calls say it. */
export const Standing = z
  .enum(['suspected', 'toldCertain', 'established'])
  .meta({ description: 'toldCertain: by a sub-processor' });
export type Standing = z.infer<typeof Standing>;

/** What a sub-processor is certain of is told as certain, before our own clock is (domain rules 7.5). */
export function standingOf({ toldCertain, suspected }: { toldCertain: boolean; suspected: boolean }): Standing {
  if (toldCertain) return 'toldCertain';
  return suspected ? 'suspected' : 'established';
}
