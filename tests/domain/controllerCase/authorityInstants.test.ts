import { describe, expect, it } from '@jest/globals';
import { plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, NOW } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const issuesOf = (refusal: unknown) => (refusal as { error?: { issues: object[] } }).error?.issues ?? [];
const MINUTE = 60_000;
const before = (minutes: number) => plusMs(NOW, -minutes * MINUTE);

describe('instants of what passes between us and an authority', () => {
  const filed = () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'initial', sentAt: before(10) });
    return story;
  };

  it('a complementary notification left after the initial one', () => {
    const story = filed();
    const complement = { ...commands['authority.file'], type: 'complementary' as const, final: false };
    expect(issuesOf(story.try({ ...complement, sentAt: before(20) }))).toEqual([
      { pointer: '/sentAt', message: `is before sentBefore (${before(10)})` },
    ]);
    expect(story.try({ ...complement, sentAt: before(5) }).ok).toBe(true);
  });

  it('a withdrawal left after what it takes back', () => {
    const story = filed();
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    const withdraw = commands['authority.withdraw'];
    const out = issuesOf(story.try({ ...withdraw, sentAt: before(20) }));
    expect(out).toContainEqual({ pointer: '/sentAt', message: `is before sentBefore (${before(10)})` });
  });

  it('an answer is due after it was asked', () => {
    const ask = { ...commands['authority.ask'], askedAt: before(10) };
    const story = caseAt('BREACH');
    expect(issuesOf(story.try({ ...ask, dueAt: before(20) }))).toEqual([
      { pointer: '/dueAt', message: `is before askedAt (${before(10)})` },
    ]);
    expect(story.try({ ...ask, dueAt: plusMs(NOW, 60 * MINUTE) }).ok).toBe(true);
  });
});
