import { describe, expect, it } from '@jest/globals';
import type { Ladder } from '../../../domain/notice/events';
import { nextMilestone } from '../../../domain/notice/nextMilestone';
import { at, caseOf, confirmed, hour, phasedItems, T0, terms, type Told, version, went } from '../../fakes/noticeStory';

const T0_MS = Date.parse(T0);
const next = (
  story: readonly Told[],
  hours: number,
  ...more: [Parameters<typeof caseOf>[1]?, Parameters<typeof caseOf>[2]?]
) => {
  const milestone = nextMilestone(caseOf(story, ...more), at(hours));
  if (milestone === null) return null;
  const { kind, atMs, ...rest } = milestone;
  const detail = 'step' in rest ? `${rest.ladder} ${rest.step}` : 'version' in rest ? rest.version : '';
  return `${((atMs - T0_MS) / 3_600_000).toFixed(2)} h ${kind} ${detail}`.trim();
};
const reminded = (step: number, ladder: Ladder = 'due', ofVersion = 0): Told => [
  0.1,
  {
    type: 'notice.reminded',
    values: { ladder, version: ofVersion, step, roles: [], deliverables: [], unansweredSince: null },
  },
];
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const acknowledged: Told = [
  2,
  {
    type: 'notice.acknowledged',
    values: { version: 1, contactId: 'c1', via: 'call', name: 'D. Essai', function: 'DPO' },
  },
];

describe('while nobody has sent', () => {
  it.each([
    [0, '6.00 h remind due 25'],
    [6, '6.00 h remind due 25'],
    [13, '12.00 h remind due 50'],
    [22, '21.60 h remind due 90'],
  ])('at %s h the next step is %s', (hours, expected) => {
    expect(next([], hours)).toBe(expected);
  });

  it('the protective notice leaves at due − margin', () => {
    expect(next([reminded(90)], 22)).toBe('23.00 h protect protective');
    expect(next([reminded(90)], 23)).toBe('23.00 h protect protective');
  });

  it('sending comes before reminding when both have passed', () => {
    expect(next([], 26)).toBe('23.00 h protect protective');
  });

  it('without the clause, what exists leaves at the due instant', () => {
    const agreed = { ...terms, protectiveNotice: { enabled: false, marginMinutes: 60 } };
    expect(next([reminded(90)], 22, confirmed, agreed)).toBe('24.00 h protect overdue');
    expect(next([reminded(90)], 24, confirmed, agreed)).toBe('24.00 h protect overdue');
  });

  it('a provisional clock triggers the protective notice too', () => {
    const clock = { ...confirmed, status: 'provisional', awareAt: null, provisionalT0: T0 } as const;
    expect(next([reminded(90)], 23, clock)).toBe('23.00 h protect protective');
  });

  it('ruled out, it ends without a word to anybody', () => {
    expect(next([], 5, { ...confirmed, status: 'cancelled', changedAt: hour(5) })).toBe('5.00 h settle');
  });
});

describe('a version that is leaving', () => {
  it('is delivered at once', () => {
    expect(next([[1, version(1)]], 1)).toBe('1.00 h deliver');
  });
  it('is tried again after the lease of a sender that fell silent', () => {
    const [claimed] = went(1, 'accepted');
    expect(next([[1, version(1)], claimed as Told], 1.01)).toBe('1.03 h deliver');
  });
  it('refused by the relay, opens another way at once and goes on trying', () => {
    const story: Told[] = [[1, version(1)], ...went(1, 'refused')];
    expect(next(story, 1.001)).toBe('1.00 h fallBack');
    const fellBack: Told = [
      1.001,
      { type: 'notice.fellBack', values: { failedId: 'v1-c1-email', roles: [], deliverables: [] } },
    ];
    expect(next([...story, fellBack], 1.002)).toBe('1.02 h deliver');
  });
  it('put off once is only tried again; put off twice opens another way', () => {
    const once: Told[] = [[1, version(1)], ...went(1, 'deferred')];
    expect(next(once, 1.001)).toBe('1.02 h deliver');
    expect(next([...once, ...went(1.02, 'deferred', 'v1-c1-email', 2)], 1.021)).toBe('1.02 h fallBack');
  });
});

describe('after it was sent', () => {
  it('the clock of sending is discharged, and the ladder of acknowledgement begins', () => {
    expect(next(sent, 1.5)).toBe('2.00 h remind acknowledgement 1');
    expect(next([...sent, reminded(1, 'acknowledgement', 1)], 5.5)).toBe('5.00 h remind acknowledgement 4');
    expect(next(sent, 20)).toBe('13.00 h remind acknowledgement 12');
  });
  it('CAUGHT by the catching server discharges alike, while nobody outside was told', () => {
    expect(next([[1, version(1)], ...went(1, 'caught')], 1.5)).toBe('2.00 h remind acknowledgement 1');
  });
  it('an acknowledgement stops the ladder, and silence closes after 30 days', () => {
    expect(next([...sent, acknowledged], 3)).toBe(`${(2 + 720).toFixed(2)} h settle`);
  });
  it('an acknowledgement of an older version stops nothing', () => {
    const second: Told[] = [[3, version(2)], ...went(3, 'accepted', 'v2-c1-email')];
    expect(next([...sent, ...second, acknowledged], 3.5)).toBe('4.00 h remind acknowledgement 1');
  });
  it('terms that expect no acknowledgement have no ladder', () => {
    const agreed = { ...terms, acknowledgement: { expected: false } };
    expect(next(sent, 1.5, confirmed, agreed)).toBeNull();
  });
});

describe('items that are still to follow', () => {
  const promises = [{ item: 'c' as const, eta: hour(30) }];
  const phased: Told[] = [[1, version(1, { items: phasedItems, promises })], ...went(1, 'accepted'), acknowledged];
  it('are asked for each 24 hours, and when their own date has come', () => {
    expect(next(phased, 3)).toBe('25.00 h remind missing 24');
    expect(next([...phased, reminded(24, 'missing')], 26)).toBe('30.00 h remind missing 29');
    expect(next([...phased, reminded(29, 'missing')], 31)).toBe('49.00 h remind missing 48');
  });
  it('at +72 h the DPO is told too', () => {
    const milestone = nextMilestone(caseOf([...phased, reminded(48, 'missing')]), at(73.5));
    expect(milestone).toMatchObject({ kind: 'remind', ladder: 'missing', step: 72, roles: ['IM', 'DPO'] });
  });
});

describe('a confirmation or correction after a version has left', () => {
  const clock = { ...confirmed, changedAt: hour(2) };
  it('opens a supplement due in 4 h: O at 50, IM at 75, DIR at 90 and 100 %', () => {
    const told: Told[] = [...sent, acknowledged];
    expect(next(told, 2, clock)).toBe('4.00 h remind supplement 50');
    expect(nextMilestone(caseOf([...told, reminded(75, 'supplement', 1)], clock), at(7))).toMatchObject({
      step: 100,
      roles: ['DIR'],
      atMs: Date.parse(hour(6)),
    });
  });
  it('is discharged by the supplement', () => {
    const supplement: Told[] = [[3, version(2)], ...went(3, 'accepted', 'v2-c1-email')];
    expect(next([...sent, ...supplement], 3.5, clock)).toBe('4.00 h remind acknowledgement 1');
  });
});

describe('when it was no breach after all', () => {
  const clock = { ...confirmed, status: 'cancelled', changedAt: hour(5) } as const;
  it('whoever was told gets the withdrawal', () => {
    expect(next(sent, 5, clock)).toBe('5.00 h withdraw');
  });
  it('and when it has left, the notice is closed as withdrawn', () => {
    const withdrawal: Told[] = [
      [5, version(2, { kind: 'withdrawal', items: null })],
      ...went(5, 'accepted', 'v2-c1-email'),
    ];
    expect(next([...sent, ...withdrawal], 5.1, clock)).toBe('5.00 h settle');
  });
});

describe('a question of the controller (duty S3-12)', () => {
  const asked: Told = [
    3,
    {
      type: 'notice.asked',
      values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Combien ?' },
    },
  ];
  const answered: Told = [4, { type: 'notice.answered', values: { questionId: 'q1', text: '412', deliverables: [] } }];
  it('is told to our people at once, and is to be answered within 24 h, at the latest in 5 working days', () => {
    const fresh = [...sent, acknowledged, asked];
    expect(nextMilestone(caseOf(fresh), at(4))).toMatchObject({
      kind: 'remind',
      ladder: 'asked',
      version: 1,
      roles: ['IM', 'DPO'],
      atMs: at(3).getTime(),
    });
    const story = [...fresh, reminded(1, 'asked', 1)];
    expect(next(story, 4)).toBe('27.00 h remind question 1');
    expect(next([...story, reminded(1, 'question', 1)], 30)).toMatch(/remind question 50$/);
    expect(nextMilestone(caseOf([...story, reminded(80, 'question', 1)]), at(24 * 10))).toMatchObject({
      step: 100,
      roles: ['DIR'],
      atMs: Date.parse('2026-04-03T22:00:00Z'),
    });
  });
  it('is told at once though an older one still waits', () => {
    const second: Told = [
      5,
      {
        type: 'notice.asked',
        values: { via: 'link', urgentHours: null, questionId: 'q2', contactId: 'c2', text: 'Et là ?' },
      },
    ];
    const story = [...sent, acknowledged, asked, reminded(1, 'asked', 1), second];
    expect(nextMilestone(caseOf(story), at(6))).toMatchObject({ ladder: 'asked', version: 2, atMs: at(5).getTime() });
    expect(next([...story, reminded(1, 'asked', 2)], 6)).toBe('27.00 h remind question 1');
  });
  it('answered, is told to who asked, once, and asks nothing more', () => {
    const story = [...sent, acknowledged, asked, answered];
    expect(next(story, 40)).toBe('4.00 h remind answered 1');
    expect(next([...story, reminded(1, 'answered', 1)], 40)).toMatch(/settle$/);
  });
});

it('an acknowledgement by link is told to our people at once; one that we logged ourselves is no news', () => {
  const read: Told = [
    2,
    {
      type: 'notice.acknowledged',
      values: { version: 1, contactId: 'c1', via: 'link', name: 'D. Essai', function: 'DPO' },
    },
  ];
  expect(next([...sent, read], 3)).toBe('2.00 h remind acknowledged 1');
  expect(next([...sent, read, reminded(1, 'acknowledged', 1)], 3)).toMatch(/settle$/);
  expect(next([...sent, acknowledged], 3)).toMatch(/settle$/);
});

it('what another organisation has to take comes behind all else that is due, and later where it has failed', () => {
  const story: Told[] = [[1, version(1, { inside: 'val-temoin' })], ...went(1, 'accepted')];
  expect(next(story, 1)).toBe('1.00 h hand');
  expect(next(story, 3)).toBe('2.00 h remind acknowledgement 1');
  expect(next([...story, reminded(1, 'acknowledgement', 1)], 2)).toBe('1.00 h hand');
  const putOff = nextMilestone(caseOf(story), at(1), at(1.5).getTime());
  expect(putOff).toMatchObject({ kind: 'hand', atMs: at(1.5).getTime() });
});
