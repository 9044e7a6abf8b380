import { describe, expect, it } from '@jest/globals';
import { noticeRows } from '../../../domain/deadline/noticeRows';
import { nextMilestone } from '../../../domain/notice/nextMilestone';
import { waitingToPassOn } from '../../../domain/notice/passOn';
import { at, caseOf, confirmed, hour, terms, type Told, version } from '../../fakes/noticeStory';

const said = (recordedHours: number, more: object = {}) => [
  {
    place: 1,
    recordedAt: hour(recordedHours),
    receivedAt: hour(recordedHours - 0.1),
    certain: true,
    seal: null,
    authorised: true,
    ...more,
  },
];
const reminded = (step: number): Told => [
  3,
  {
    type: 'notice.reminded',
    values: { ladder: 'passOn', version: 1, step, roles: ['O'], deliverables: [], unansweredSince: null },
  },
];
const waiting = (story: Told[], subNotices = said(1)) => caseOf(story, confirmed, terms, subNotices);

describe('passing on what a sub-processor told (domain rules 7.5: target 2 h from the receipt)', () => {
  it('waits until a version leaves after it was recorded', () => {
    expect(waitingToPassOn(waiting([]))).toMatchObject([{ place: 1, dueAt: hour(2.9), hours: 2 }]);
    expect(waitingToPassOn(waiting([[0.5, version(1)]]))).toHaveLength(1);
    expect(waitingToPassOn(waiting([[1.5, version(1)]]))).toEqual([]);
  });

  it('a withdrawal passes nothing on, a suspicion has no target, and a breach that was ruled out none', () => {
    const withdrawal = version(2, { kind: 'withdrawal', items: null });
    expect(
      waitingToPassOn(
        waiting([
          [0.5, version(1)],
          [1.5, withdrawal],
        ]),
      ),
    ).toHaveLength(1);
    expect(waitingToPassOn(waiting([], said(1, { certain: false })))).toEqual([]);
    const cancelled = { ...confirmed, status: 'cancelled' as const };
    expect(waitingToPassOn(caseOf([], cancelled, terms, said(1)))).toEqual([]);
  });

  it.each([
    [1.9, 50, ['O']],
    [2.4, 75, ['IM']],
    [2.7, 90, ['DIR']],
    [2.9, 100, ['DIR']],
  ])('at %d h somebody is reminded: step %d of a short clock, to %j', (hours, step, roles) => {
    expect(nextMilestone(waiting([]), at(hours + 0.001))).toMatchObject({
      kind: 'remind',
      ladder: 'passOn',
      step,
      roles,
    });
  });

  it('each step is told once', () => {
    expect(nextMilestone(waiting([reminded(100)]), at(3.1))).toMatchObject({ ladder: 'due', step: 25 });
  });

  it('is a row of our own procedure, which is over once it left', () => {
    const row = (story: Told[]) =>
      noticeRows(waiting(story), at(1.2)).find(({ obligation }) => obligation === 'passOn');
    expect(row([])).toMatchObject({
      source: 'procedure',
      hours: 2,
      clock: { dueAt: hour(2.9) },
      alone: { act: 'remind', roles: ['O'] },
    });
    expect(row([[1.1, version(1)]])).toBeUndefined();
  });
});
