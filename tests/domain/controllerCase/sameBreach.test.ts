import { describe, expect, it } from '@jest/globals';
import type { ControllerCase } from '../../../domain/controllerCase/case';
import { sameIssues } from '../../../domain/controllerCase/sameBreach';
import { caseAt, commands, createCaseStory, opening, RECEIVED } from '../../fakes/caseStory';

const signed = { origin: 'vigie.example', noticeId: 'n1' };
const one = (more: Partial<ControllerCase> = {}): ControllerCase => ({
  ...createCaseStory().state(),
  id: 'one',
  ...more,
});
const other = (more: Partial<ControllerCase> = {}): ControllerCase => one({ id: 'other', ...more });
const opened = (more: Partial<ControllerCase['opened']>) => ({ opened: { ...one().opened, ...more } });
const EARLIER = '2026-03-10T08:00:00.000Z';

describe('a case ends as of the same breach as another (rule E5)', () => {
  it('where nothing speaks against it', () => {
    expect(sameIssues(one({ source: signed }), other())).toEqual([]);
    expect(sameIssues(one(), other({ source: signed, stage: 'BREACH' }))).toEqual([]);
    expect(sameIssues(one({ source: signed }), other({ source: signed }))).toEqual([]); // told there before
  });

  it.each<[string, ControllerCase, ControllerCase | null, string, RegExp]>([
    ['no other', one(), null, '/sameAs', /^is no other case/],
    ['itself', one(), one(), '/sameAs', /^is no other case/],
    ['a drill', one(), other(opened({ exercise: true })), '/sameAs', /exercise/],
    ['a closed one', one(), caseIn('CLOSED'), '/sameAs', /^does not run/],
    ['one that was none', one(), caseIn('NOT_A_BREACH'), '/sameAs', /^does not run/],
    [
      'that of another notice',
      one({ source: signed }),
      other({ source: { ...signed, noticeId: 'n2' } }),
      '/sameAs',
      /another signed notice/,
    ],
    ['an authority has a file', filed(), other(), '', /^an authority has a file/],
    ['it follows our incident', one(opened({ incidentId: 'i1' })), other(), '', /^it follows an incident/],
    ['it was known earlier than received', known(EARLIER), other(), '/sameAs', /^counts from later than this one/],
  ])('but not where it is %s', (_why, ended, lasting, pointer, message) => {
    expect(sameIssues(ended, lasting)).toMatchObject([{ pointer, message: expect.stringMatching(message) }]);
  });

  it('that was known earlier ends where the other counts from as early', () => {
    expect(sameIssues(known(EARLIER), { ...known(EARLIER), id: 'other' })).toEqual([]);
  });
});

function caseIn(stage: 'CLOSED' | 'NOT_A_BREACH'): ControllerCase {
  return { ...caseAt(stage).state(), id: 'other' };
}

function filed(): ControllerCase {
  const story = createCaseStory();
  story.act(commands['authority.file']);
  return { ...story.state(), id: 'one' };
}

function known(knownAt: string): ControllerCase {
  return { ...createCaseStory(opening({ receivedAt: RECEIVED, knownAt })).state(), id: 'one' };
}
