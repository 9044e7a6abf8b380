import { describe, expect, it } from '@jest/globals';
import type { Deliverable } from '../../../domain/delivery/events';
import type { NoticeEvent } from '../../../domain/notice/events';
import { foldNotice } from '../../../domain/notice/fold';
import { dueLadder } from '../../../domain/deadline/dueLadder';
import { calledAt, supplementLadder, unansweredSince } from '../../../domain/notice/ladders';
import { openCalls } from '../../../domain/notice/openCalls';
import { caseOf, entriesOf, hour, mailTo, opened, type Told, version, went } from '../../fakes/noticeStory';

const callTo = (kind: 'person' | 'contact', id: string): Deliverable => ({
  ...mailTo(`due-0-90-${id}-phone`),
  to: { kind, id },
  channel: 'phone',
});
const reminded = (step: number, deliverables: Deliverable[] = []): NoticeEvent => ({
  type: 'notice.reminded',
  values: { ladder: 'due', version: 0, step, roles: [], deliverables, unansweredSince: null },
});
const called = (contactId: string): NoticeEvent => ({
  type: 'notice.called',
  values: { contactId, reached: true, note: null },
});
const waiting = (...story: Told[]) => openCalls(caseOf(story).notice).map(({ to }) => to.id);

describe('calls to our own people (section 7.7, proc 24 h)', () => {
  it('begin at 90 % of the limit and at no other step', () => {
    const steps = dueLadder.map(({ percent }) => [percent, calledAt({ ladder: 'due', step: percent })]);
    expect(steps).toEqual([
      [25, []],
      [50, []],
      [75, []],
      [90, ['O', 'IM', 'DPO', 'DIR']],
      [100, []],
    ]);
    for (const { percent } of supplementLadder) expect(calledAt({ ladder: 'supplement', step: percent })).toEqual([]);
  });

  const asked: Told = [21.6, reminded(90, [callTo('person', 'ines'), callTo('person', 'alix')])];

  it('wait until each was logged', () => {
    expect(waiting(asked)).toEqual(['ines', 'alix']);
    expect(waiting(asked, [21.7, called('ines')])).toEqual(['alix']);
    expect(waiting([21, called('ines')], asked)).toEqual(['ines', 'alix']);
  });

  it('are over once something has left', () => {
    expect(waiting(asked, [22, version(1)], ...went(22, 'accepted'))).toEqual([]);
  });
});

it('a call to a contact waits until it was logged or anybody there has acknowledged', () => {
  const sent: Told[] = [[1, version(1, { deliverables: [callTo('contact', 'c1')] })]];
  const acked: NoticeEvent = {
    type: 'notice.acknowledged',
    values: { version: 1, contactId: 'c2', via: 'call', name: 'M', function: 'DPO' },
  };
  expect(waiting(...sent)).toEqual(['c1']);
  expect(waiting(...sent, [2, called('c1')])).toEqual([]);
  expect(waiting(...sent, [2, acked])).toEqual([]);
});

it('of several calls to one contact the newest waits, and one call made ends them all', () => {
  const again = { ...callTo('contact', 'c1'), id: 'v2-c1-phone' };
  const story: Told[] = [
    [1, version(1, { deliverables: [callTo('contact', 'c1'), callTo('contact', 'c2')] })],
    [2, version(2, { deliverables: [again] })],
  ];
  const ids = (...more: Told[]) => openCalls(caseOf([...story, ...more]).notice).map(({ id }) => id);
  expect(ids()).toEqual([callTo('contact', 'c2').id, again.id]);
  expect(ids([3, called('c1')])).toEqual([callTo('contact', 'c2').id]);
  expect(waiting([1, reminded(90, [callTo('person', 'c1')])], ...story)).toEqual(['c1', 'c2', 'c1']);
});

describe('non-reaction', () => {
  const rung = { ladder: 'due' as const, version: 0 };

  it('is said from the second step on, when nobody has acted since the first', () => {
    expect(unansweredSince(caseOf([]), rung)).toBeNull();
    const [first, ...others] = entriesOf([
      [0, opened()],
      [6, reminded(25)],
    ]).map((entry) => ({ ...entry, actor: { kind: 'system' as const, id: 'engine' } }));
    const notice = first && foldNotice([first, ...others]);
    expect(notice && unansweredSince({ notice }, rung)).toBe(hour(6));
  });

  it('is not said once a person has saved anything since', () => {
    const items = { a: 'vol', b: null, c: null, d: null, e: null };
    const told: Told[] = [
      [6, reminded(25)],
      [7, { type: 'notice.drafted', values: { items } }],
    ];
    expect(unansweredSince(caseOf(told), rung)).toBeNull();
  });
});
