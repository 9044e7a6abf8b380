import { describe, expect, it } from '@jest/globals';
import { commands, createCaseStory, NOW, RECEIVED } from '../../fakes/caseStory';
import { after, climb } from '../../fakes/climbed';

const faultsOf = (refusal: ReturnType<ReturnType<typeof createCaseStory>['try']>) =>
  refusal.ok || refusal.error.code !== 'input.invalid' ? [] : refusal.error.issues;
const proposed = (more: object = {}) => {
  const story = createCaseStory();
  story.act({ ...commands['processor.propose'], ...more });
  return story;
};
const later = '2026-03-10T15:00:00.000Z';

describe('a measure that the processor proposes (duty S3-05; domain rules 7.4)', () => {
  it('that is urgent is told at once, and again at 50, 80 and 100 % of its hours', () => {
    const lines = climb(proposed({ urgentHours: 10 }), after(NOW, 11), NOW);
    expect(lines.filter((line) => line.includes('measure'))).toEqual([
      '0 h: measure 1 DPO+DIR',
      '5 h: measure 50 IM+DPO',
      '8 h: measure 80 DPO+DIR',
      '10 h: measure 100 DIR+DPO',
    ]);
  });

  it.each([
    ['answered', commands['processor.decide'], 'answeredAt'],
    ['taken', { ...commands['processor.take'], measureId: 'm1', what: null }, 'takenAt'],
  ] as const)('is not %s before it was proposed, and nothing is written', (_what, command, name) => {
    const story = proposed();
    const before = story.entries().length;
    const early = { ...command, [name]: RECEIVED };
    const message = `is before proposedAt (${NOW})`;
    expect(faultsOf(story.try(early, undefined, later))).toEqual([{ pointer: `/${name}`, message }]);
    expect(story.entries()).toHaveLength(before);
    expect(story.state().processor.measures).toMatchObject([{ state: 'PROPOSED', verdict: null, taken: null }]);
    expect(story.try({ ...command, [name]: NOW }, undefined, later).ok).toBe(true);
  });
});
