import { describe, expect, it } from '@jest/globals';
import { caseAt, commands, decision, NOW } from '../../fakes/caseStory';
import { after, climb } from '../../fakes/climbed';

const complements = (lines: string[]) => lines.filter((line) => line.includes('complement'));

/** A breach that an authority was told of, and of which nothing else is owed. */
function initiallyTold(authorityId = 'cnil') {
  const story = caseAt('BREACH');
  story.act(decision('risk'));
  story.act(commands['regime.exclude']);
  story.act({ ...commands['authority.file'], authorityId });
  return story;
}
const complementary = (final = false) =>
  ({ ...commands['authority.file'], type: 'complementary', final, receiptNumber: 'FR-2' }) as const;

describe('what completes a notification (domain rules 3.5 `s.cnil.complement`, 7.4, region SA)', () => {
  it('is asked for each week after a complementary one, counted from it, until one is final', () => {
    const story = initiallyTold();
    story.act(complementary());
    expect(complements(climb(story, after(NOW, 400), NOW))).toEqual([
      '168 h: complement 168 DPO',
      '336 h: complement 336 DPO',
    ]);
    story.act(complementary(true));
    expect(complements(climb(story, after(NOW, 800), NOW, after(NOW, 401)))).toEqual([]);
  });

  it('of an authority that says nothing of it is asked for after a week of our own', () => {
    expect(complements(climb(initiallyTold('apd-gba'), after(NOW, 340), NOW))).toEqual([
      '168 h: complement 168 DPO',
      '336 h: complement 336 DPO',
    ]);
  });

  it('is owed before the case can end, after an initial one and after each complementary one', () => {
    const story = initiallyTold();
    const refused = {
      ok: false,
      error: { issues: [{ pointer: '', message: 'something is still owed to the authority cnil' }] },
    };
    expect(story.try(commands['case.close'])).toMatchObject(refused);
    story.act(complementary());
    expect(story.try(commands['case.close'])).toMatchObject(refused);
    story.act(complementary());
    expect(story.try(commands['case.close'])).toMatchObject(refused);
    story.act(complementary(true));
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });
});
