import { describe, expect, it } from '@jest/globals';
import { decideNote } from '../../../domain/notice/decideNote';
import { foldNotice } from '../../../domain/notice/fold';
import { at, caseOf, entriesOf, opened, type Told, version, went } from '../../fakes/noticeStory';

const ack: Told = [
  2,
  { type: 'notice.acknowledged', values: { version: 1, contactId: 'c1', via: 'link', name: 'D', function: 'DPO' } },
];

describe('an incident report', () => {
  const report: Told[] = [[1, version(1, { kind: 'report', items: null })], ...went(1, 'accepted')];
  const asked: Told = [
    3,
    {
      type: 'notice.asked',
      values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Combien ?' },
    },
  ];
  const answered: Told = [4, { type: 'notice.answered', values: { questionId: 'q1', text: '412', deliverables: [] } }];
  const closings = [
    { kind: 'close', ground: 'confirmed' },
    { kind: 'close', ground: 'silence' },
    { kind: 'close', ground: 'ladderExhausted', reason: 'appelé sept fois' },
  ] as const;
  const answers = (story: readonly Told[]) => {
    const notice = foldNotice(entriesOf([[0, opened('incidentReport')], ...story]));
    if (notice === null) throw new Error('nothing was told');
    return closings.map((close) => decideNote({ ...caseOf([]), notice }, close, at(5)));
  };
  const refusal = (message: string) =>
    closings.map(() => ({ ok: false, error: { code: 'input.invalid', issues: [{ pointer: '/ground', message }] } }));

  it('is closed on no ground while a question of the controller waits, as a notice is', () => {
    const message = 'items are still to follow, or a question waits for its answer';
    expect(answers([...report, ack, asked])).toEqual(refusal(message));
    expect(answers([...report, ack, asked, answered]).map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('that has not left is not closed as if it had', () => {
    expect(answers([])).toMatchObject([
      { error: { issues: [{ message: 'nothing has been said yet' }, { pointer: '/ground' }] } },
      ...refusal('nothing has been said yet').slice(1),
    ]);
  });
});
