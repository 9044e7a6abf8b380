import { describe, expect, it } from '@jest/globals';
import { copiesOwed } from '../../../domain/controllerCase/receiptCopies';
import { caseAt, commands } from '../../fakes/caseStory';

/** A breach with one filing, its seq beside it. */
function filed() {
  const story = caseAt('BREACH');
  const [seq = 0] = copiesOwed(story.act(commands['authority.file']));
  return { story, seq };
}

describe('the copy of an authority’s receipt (domain rules 2.2)', () => {
  it('is due of what was filed by its number alone', () => {
    const { seq } = filed();
    expect(seq).toBeGreaterThan(0);
  });

  it('is due no more once somebody says why there is none; the file stands where it stood', () => {
    const { story, seq } = filed();
    const [before] = story.state().authorities;
    const one = story.act({ ...commands['authority.excuseCopy'], filing: seq });
    expect(copiesOwed(one)).toEqual([]);
    expect(one.authorities[0]).toMatchObject({ state: before?.state, closed: null });
    expect(one.authorities[0]?.filings[0]?.noCopy).toEqual({ reason: commands['authority.excuseCopy'].reason });
  });

  it.each([
    ['was never filed', 9_999],
    ['is excused already', null],
  ])('is refused of what %s', (_why, unknown) => {
    const { story, seq } = filed();
    const command = { ...commands['authority.excuseCopy'], filing: seq };
    if (unknown === null) story.act(command);
    expect(story.try({ ...command, filing: unknown ?? seq })).toMatchObject({
      error: { issues: [{ pointer: '/filing' }] },
    });
  });
});
