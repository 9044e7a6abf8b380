import { describe, expect, it } from '@jest/globals';
import { authorityRegion, filedAt } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { questionDue } from '../../../domain/controllerCase/ladders';
import { mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { openLimit } from '../../../domain/controllerCase/term';
import { caseAt, commands, createCaseStory, decision, LIMIT, NOW } from '../../fakes/caseStory';
import { after, climb } from '../../fakes/climbed';
import { people } from '../../fakes/incidentStory';

const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);

describe('an authority that asks before it was told', () => {
  it.each([
    ['whoever is told counts, as nobody knows who is competent', { isOld: true }],
    ['the authority is competent', {}],
  ] as const)('asking by itself tells nobody anything, and owes an answer: %s', (_why, given) => {
    const story = createCaseStory(undefined, given);
    story.act(commands.qualify);
    const asked = story.act(commands['authority.ask']);
    expect(asked.authorities).toMatchObject([{ state: 'ASKED', filings: [] }]);
    expect([authorityRegion(asked), openLimit(asked)?.strict, filedAt(asked)]).toEqual(['PENDING', LIMIT, null]);
    expect(owedBy(asked)).toContainEqual({ what: 'file', authorityId: 'cnil' });
    const late = { ...commands['authority.file'], sentAt: '2026-03-13T13:20:01.000Z' };
    expect(faultsOf(story.try(late, people.dpo, '2026-03-14T00:00:00.000Z'))).toEqual(['/delayReasons', '/delayText']);
    const filed = story.act({ ...commands['authority.file'], type: 'complete' });
    expect([authorityRegion(filed), openLimit(filed)]).toEqual(['FINAL', null]);
  });

  it('an authority that asks why nobody told it is answered, and the decision stands', () => {
    const story = caseAt('BREACH');
    story.act(decision('unlikely'));
    const asked = story.act(commands['authority.ask']);
    expect([authorityRegion(asked), mainAuthority(asked, new Date(NOW)).id]).toEqual(['NOT_REQUIRED', 'cnil']);
    const [question] = asked.authorities[0]?.questions ?? [];
    const answered = story.act({ ...commands['authority.answer'], questionId: question?.id ?? '' });
    expect(owedBy(answered)).not.toContainEqual({ what: 'file', authorityId: 'cnil' });
    expect(authorityRegion(answered)).toBe('NOT_REQUIRED');
  });

  it('sets a limit, or we set ourselves 72 hours: half, three quarters and the end are told', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    const asked = story.act(commands['authority.ask']);
    const [question] = asked.authorities[0]?.questions ?? [];
    expect(question && [question.dueAt, questionDue(question, asked)]).toEqual([null, after(NOW, 72)]);
    expect(climb(story, after(NOW, 100), NOW).filter((line) => line.includes('question'))).toEqual([
      '36 h: question 50 DPO',
      '54 h: question 75 DPO+DIR',
      '72 h: question 100 DIR+DPO',
    ]);
  });

  it.each([
    ['2099-01-01T00:00:00.000Z', 'check the year: at most a year from now'],
    ['2017-01-01T00:00:00.000Z', 'check the year: nothing before 2018-05-25 is taken'],
  ])('is not taken with a limit of %s, and nothing is written', (dueAt, message) => {
    const story = caseAt('BREACH');
    const before = story.entries().length;
    const refusal = story.try({ ...commands['authority.ask'], dueAt });
    expect(refusal).toMatchObject({
      ok: false,
      error: { issues: [{ pointer: '/dueAt', message: expect.stringContaining(message) }] },
    });
    expect(story.entries()).toHaveLength(before);
  });
});
