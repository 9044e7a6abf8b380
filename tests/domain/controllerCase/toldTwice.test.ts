import { describe, expect, it } from '@jest/globals';
import { caseSays } from '../../../domain/controllerCase/caseSays';
import { notReached } from '../../../domain/controllerCase/notReached';
import { caseAt, commands, decision, exempting } from '../../fakes/caseStory';

const issuesOf = (refusal: unknown) => (refusal as { error?: { issues: object[] } }).error?.issues ?? [];
const drafted = (how = decision('high')) => {
  const story = caseAt('BREACH');
  story.act(how);
  story.act(commands['persons.draft']);
  return story;
};
const tell = { ...commands['persons.tell'], told: 60, concerned: 100, bounced: 0 };

describe('persons who are told by more than one means', () => {
  it('are counted once: the sheet says no more than were told, and who is left stands', () => {
    const story = drafted();
    story.act(tell);
    const bySms = { ...tell, means: 'sms' as const, concerned: null };
    expect(issuesOf(story.try(bySms))).toEqual([
      { pointer: '/again', message: expect.stringContaining('more than are concerned (100)') },
    ]);
    story.act({ ...bySms, again: 60 });
    expect(caseSays(story.state())).toMatchObject({ informedCount: { amount: 'exact', count: 60 } });
    expect(notReached(story.state())).toMatchObject({ told: 60, concerned: 100 });
  });

  it('are no more than are concerned, nor than are told', () => {
    const story = drafted();
    expect(issuesOf(story.try({ ...tell, told: 500, concerned: 40 }))).toEqual([
      { pointer: '/concerned', message: 'fewer are concerned than are told' },
    ]);
    expect(issuesOf(story.try({ ...tell, told: 5, again: 6 }))).toEqual([
      { pointer: '/again', message: 'more were told before than are told' },
    ]);
    expect(story.state().persons.tellings).toEqual([]);
  });

  it('by lists that were compared by address alone: more than are concerned are about all of these', () => {
    const story = drafted();
    story.act(tell);
    const values = { toldAt: tell.toldAt, means: 'email' as const, told: 60, concerned: null, bounced: 0 };
    story.write({ type: 'persons.told', values });
    expect(caseSays(story.state())).toMatchObject({ informedCount: { amount: 'approx', count: 100 } });
  });
});

describe('persons who are told by a public notice (Art 34(3)(c))', () => {
  const inPublic = { ...tell, means: 'publicNotice' as const };

  it('are told only while it stands: what nobody published tells nobody', () => {
    const story = drafted(exempting('c'));
    expect(issuesOf(story.try(inPublic))).toEqual([
      { pointer: '/means', message: expect.stringContaining('no public notice stands') },
    ]);
    const notice = { text: 'publicNotice' as const, language: 'fr' as const, documentId: 'ab'.repeat(32) };
    story.write({ type: 'persons.published', values: { version: 1, draft: 1, texts: [notice] } });
    expect(story.act(inPublic).persons.state).toBe('TOLD');
  });
});
