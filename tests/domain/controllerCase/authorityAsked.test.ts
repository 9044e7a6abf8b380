import { describe, expect, it } from '@jest/globals';
import { authorityRegion, filedAt } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import { mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { openLimit } from '../../../domain/controllerCase/term';
import { caseAt, commands, createCaseStory, decision, LIMIT, NOW } from '../../fakes/caseStory';
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
});
