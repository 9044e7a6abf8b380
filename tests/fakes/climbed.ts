import { nextMilestone } from '../../domain/controllerCase/nextMilestone';
import { HOUR_MS, plusMs } from '../../domain/shared/instant';
import { type createCaseStory, NOW, RECEIVED } from './caseStory';

export type Story = ReturnType<typeof createCaseStory>;

export const after = (from: string, hours: number) => plusMs(from, hours * HOUR_MS);
export const next = (story: Story, now: string) => {
  const one = story.state();
  return nextMilestone(one, new Date(now));
};
/** Climbs everything that is due until `until`: what was said, `ladder step roles` with the hours since the receipt. */
export function climb(story: Story, until: string, from = RECEIVED, start = NOW): string[] {
  const said: string[] = [];
  for (let now = start; ;) {
    const milestone = next(story, now);
    if (milestone === null || milestone.kind !== 'remind') return said;
    if (milestone.atMs > Date.parse(until)) return said;
    if (milestone.atMs > Date.parse(now)) {
      now = new Date(milestone.atMs).toISOString();
      continue;
    }
    const { ladder, about, step, roles } = milestone;
    said.push(`${(milestone.atMs - Date.parse(from)) / HOUR_MS} h: ${ladder} ${step} ${roles.join('+')}`);
    story.write({ type: 'case.reminded', values: { ladder, about, step, roles: [...roles], deliverables: [] } }, now);
  }
}
