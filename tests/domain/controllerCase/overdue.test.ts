import { describe, expect, it } from '@jest/globals';
import { commands, createCaseStory, RECEIVED } from '../../fakes/caseStory';
import { after, climb, next } from '../../fakes/climbed';
import { people } from '../../fakes/incidentStory';

describe('the 72 hours after their limit', () => {
  it('long past its limit is told by the word of the day alone, each day until it is filed or decided', () => {
    const story = createCaseStory();
    const found = after(RECEIVED, 250);
    expect(climb(story, after(RECEIVED, 265), RECEIVED, found).slice(1)).toEqual([
      '47.52 h: propose 66 DPO+DIR',
      '240 h: overdue 240 DIR+DPO',
      '264 h: overdue 264 DIR+DPO',
    ]);
    expect(next(story, after(RECEIVED, 265))).toMatchObject({
      ladder: 'overdue',
      step: 288,
      dueAt: after(RECEIVED, 72),
    });
    const late = { delayReasons: ['complexScope' as const], delayText: 'Deux sites.' };
    const at = after(RECEIVED, 266);
    story.act({ ...commands['authority.file'], ...late, type: 'complete', sentAt: at }, people.dpo, at);
    const onward = climb(story, after(RECEIVED, 400), RECEIVED, at);
    expect(onward.filter((line) => !line.includes('decide'))).toEqual([]);
  });
});
