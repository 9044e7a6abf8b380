import { describe, expect, it } from '@jest/globals';
import { isOpen } from '../../../domain/journal/folds';
import type { NotingCommand } from '../../../domain/notice/commands';
import { decideNote } from '../../../domain/notice/decideNote';
import { decideVersion } from '../../../domain/notice/decideVersion';
import { emptyDraft } from '../../../domain/notice/items';
import { nextMilestone } from '../../../domain/notice/nextMilestone';
import { at, caseOf, confirmed, hour, items, type Told, version, went } from '../../fakes/noticeStory';

const cancelled = { ...confirmed, status: 'cancelled' as const, changedAt: hour(3) };
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const end = (ground: 'confirmed' | 'withdrawn'): Told => [
  5,
  { type: 'notice.closed', values: { ground, reason: null } },
];
const withdrawal: Told[] = [
  [4, version(2, { kind: 'withdrawal', items: null })],
  ...went(4, 'accepted', 'v2-c1-email'),
];
const ended = {
  CLOSED: { story: [...sent, end('confirmed')], clock: confirmed },
  WITHDRAWN: { story: [...sent, ...withdrawal, end('withdrawn')], clock: cancelled },
};
const lives = ['CLOSED', 'WITHDRAWN'] as const;

const asked: Told = [
  700,
  {
    type: 'notice.asked',
    values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Sûrs ?' },
  },
];
const answered: Told = [703, { type: 'notice.answered', values: { questionId: 'q1', text: 'Oui.', deliverables: [] } }];
const reminded = (ladder: 'asked' | 'question' | 'answered', step: number): Told => [
  701,
  {
    type: 'notice.reminded',
    values: { ladder, version: 1, step, roles: [], deliverables: [], unansweredSince: null },
  },
];

const notes: { [K in NotingCommand['kind']]: NotingCommand & { kind: K } } = {
  draft: { kind: 'draft', items: emptyDraft },
  acknowledge: { kind: 'acknowledge', version: 1, contactId: 'c1', via: 'call', name: 'D', function: 'DPO' },
  logCall: { kind: 'logCall', contactId: 'c1', reached: true },
  ask: { kind: 'ask', questionId: 'q2', contactId: 'c1', text: 'Et là ?' },
  answer: { kind: 'answer', questionId: 'q1', text: 'Oui.' },
  proposeMeasure: { kind: 'proposeMeasure', measureId: 'm2', declaredId: null, what: 'Fermer.', urgentHours: null },
  answerMeasure: {
    kind: 'answerMeasure',
    measureId: 'm1',
    verdict: 'agreed',
    text: null,
    contactId: 'c1',
    via: 'link',
    name: 'D',
    function: 'DPO',
  },
  takeMeasure: { kind: 'takeMeasure', measureId: 'm3', declaredId: null, what: 'Fermer.', reason: 'urgence' },
  replay: { kind: 'replay', deliverableId: 'v1-c1-email' },
  explain: { kind: 'explain', what: 'late', reason: 'panne' },
  close: { kind: 'close', ground: 'withdrawn' },
  reopen: { kind: 'reopen', reason: 'fait nouveau' },
};

describe.each(lives)('a notice that is %s, where a contact asks', (life) => {
  const { story, clock } = ended[life];
  const read = (more: Told[]) => caseOf([...story, ...more], clock);

  it('lists under "allowed" what it takes, and refuses all else', () => {
    const proposed: Told = [
      702,
      {
        type: 'notice.measureProposed',
        values: { measureId: 'm1', declaredId: null, what: 'Fermer.', urgentHours: null, deliverables: [] },
      },
    ];
    const waiting = read([asked, proposed]);
    const refusal = decideVersion(waiting, { kind: 'supplement', items }, { a: items.a, b: items.b }, at(701));
    const allowed = Object.values(notes).filter((note) => decideNote(waiting, note, at(703)).ok);
    expect(refusal).toMatchObject({ error: { code: 'state.refused', state: life } });
    const listed = refusal.ok || refusal.error.code !== 'state.refused' ? [] : refusal.error.allowed;
    expect(listed.toSorted()).toEqual(allowed.map(({ kind }) => kind).toSorted());
    expect(listed.includes('reopen')).toBe(life === 'CLOSED');
  });

  it('tells our people at once, climbs the ladder of the question and no other', () => {
    const next = (more: Told[], hours = 702) => nextMilestone(read(more), at(hours));
    expect(next([])).toBeNull();
    expect(next([asked])).toMatchObject({ ladder: 'asked', roles: ['IM', 'DPO'], atMs: at(700).getTime() });
    const told = [asked, reminded('asked', 1)];
    expect(next(told)).toMatchObject({ ladder: 'question', step: 1, atMs: at(724).getTime() });
    expect(next([...told, reminded('question', 80)], 2000)).toMatchObject({ step: 100, roles: ['DIR'] });
    expect(next([...told, reminded('question', 100)], 2000)).toBeNull();
  });

  it('tells our people once that it was acknowledged by link after its end, and until then counts as open', () => {
    const readBy = (number: number, via: 'link' | 'call', hours = 700): Told => [
      hours,
      { type: 'notice.acknowledged', values: { version: number, contactId: 'c1', via, name: 'D', function: 'DPO' } },
    ];
    const newest = read([]).notice.versions.length;
    const news = { ladder: 'acknowledged', version: newest, roles: ['IM', 'DPO'], atMs: at(700).getTime() };
    const told: Told = [
      701,
      {
        type: 'notice.reminded',
        values: {
          ladder: 'acknowledged',
          version: newest,
          step: 1,
          roles: [],
          deliverables: [],
          unansweredSince: null,
        },
      },
    ];
    expect(nextMilestone(read([readBy(newest, 'link')]), at(702))).toMatchObject(news);
    expect(nextMilestone(read([readBy(newest, 'link'), told]), at(2000))).toBeNull();
    expect(nextMilestone(read([readBy(newest, 'call')]), at(702))).toBeNull();
    const stages = [[readBy(newest, 'link')], [readBy(newest, 'link'), told], [readBy(newest, 'call')]];
    expect(stages.map((more) => isOpen('notice', read(more).notice))).toEqual([true, false, false]);
  });

  it('tells our people once of a word on a measure that came after its end, and until then counts as open (S3-05)', () => {
    const values = { measureId: 'm1', declaredId: null, what: 'Fermer.', urgentHours: null, deliverables: [] };
    const proposed: Told = [2, { type: 'notice.measureProposed', values }];
    const word = (via: 'link' | 'exchange' | 'call'): Told => {
      const said = { measureId: 'm1', verdict: 'objected' as const, text: 'Non.', contactId: 'c1', via };
      const spoken = { ...said, name: 'D', function: 'DPO', deliverables: [] };
      return [700, { type: 'notice.measureAnswered', values: spoken }];
    };
    const told: Told = [
      701,
      {
        type: 'notice.reminded',
        values: {
          ladder: 'measureAnswered',
          version: 1,
          step: 1,
          roles: [],
          deliverables: [],
          unansweredSince: null,
        },
      },
    ];
    const after = (...more: Told[]) => {
      const ending = [...story.slice(0, -1), proposed].toSorted(([a], [b]) => a - b);
      return caseOf([...ending, ...story.slice(-1), ...more], clock);
    };
    const news = { ladder: 'measureAnswered', version: 1, roles: ['IM', 'DPO'], atMs: at(700).getTime() };
    for (const via of ['link', 'exchange'] as const) {
      expect(nextMilestone(after(word(via)), at(702))).toMatchObject(news);
      expect(nextMilestone(after(word(via), told), at(2000))).toBeNull();
    }
    expect(nextMilestone(after(word('call')), at(702))).toBeNull();
    expect(nextMilestone(after(), at(702))).toBeNull(); // nobody is asked any more
    const stages = [after(word('link')), after(word('link'), told), after(word('call')), after()];
    expect(stages.map(({ notice }) => isOpen('notice', notice))).toEqual([true, false, false, false]);
  });

  it('is not told anew of what was acknowledged before its end', () => {
    const before: Told = [
      4.5,
      {
        type: 'notice.acknowledged',
        values: { version: 1, contactId: 'c1', via: 'link', name: 'D', function: 'DPO' },
      },
    ];
    const early = caseOf([...story.slice(0, -1), before, ...story.slice(-1)], clock);
    expect([nextMilestone(early, at(702)), isOpen('notice', early.notice)]).toEqual([null, false]);
  });

  it('tells who asked of the answer, and asks nothing more of anybody; until then it counts as open', () => {
    const open = (more: Told[]) => isOpen('notice', read(more).notice);
    const done = [asked, answered, reminded('answered', 1)];
    expect(nextMilestone(read([asked, answered]), at(704))).toMatchObject({ ladder: 'answered', version: 1 });
    expect(nextMilestone(read(done), at(2000))).toBeNull();
    expect([[], [asked], [asked, answered], done].map(open)).toEqual([false, true, true, false]);
    expect(read(done).notice.life).toBe(life);
  });
});
