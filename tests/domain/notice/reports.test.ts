import { describe, expect, it } from '@jest/globals';
import { deliveredAt, isAccepted, lastResult, nextTryMs } from '../../../domain/delivery/outbox';
import type { ReportAction } from '../../../domain/delivery/events';
import { dueOf } from '../../../domain/notice/case';
import type { NoticeEvent } from '../../../domain/notice/events';
import { nextMilestone } from '../../../domain/notice/nextMilestone';
import { at, caseOf, hour, type Told, version, went } from '../../fakes/noticeStory';

const report = (action: ReportAction, deliverableId = 'v1-c1-email'): NoticeEvent => ({
  type: 'delivery.reported',
  values: { deliverableId, action, status: '5.1.1', documentId: 'e'.repeat(64) },
});
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const after = (...story: Told[]) => caseOf([...sent, ...story]);
const outgoingOf = (story: Told[]) => {
  const [outgoing] = after(...story).notice.outbox;
  if (outgoing === undefined) throw new Error('nothing left');
  return outgoing;
};

describe('reports of relays on the way (section 7.3, receipt)', () => {
  it('delivered: the newest version is RECEIVED', () => {
    const { notice } = after([3, report('delivered')]);
    expect(notice.delivery).toBe('RECEIVED');
    expect(deliveredAt(outgoingOf([[3, report('delivered')]]))).toBe(hour(3));
  });

  it.each(['relayed', 'expanded', 'delayed', 'failed'] as const)('%s proves no receipt', (action) => {
    expect(after([3, report(action)]).notice.delivery).toBe('SENT');
  });

  it('a report on an older version says nothing of the newest', () => {
    const second: Told[] = [[3, version(2)], ...went(3, 'accepted', 'v2-c1-email')];
    expect(after(...second, [4, report('delivered')]).notice.delivery).toBe('SENT');
  });

  it('what was only caught cannot have been received (invariant 13)', () => {
    const caught = caseOf([[1, version(1)], ...went(1, 'caught'), [3, report('delivered')]]);
    expect(caught.notice.delivery).toBe('CAUGHT');
  });

  it.each(['delivered', 'relayed', 'delayed', 'failed'] as const)('%s moves no clock', (action) => {
    const [before, reported] = [after(), after([3, report(action)])];
    expect(dueOf(reported)).toEqual(dueOf(before));
    expect(reported.notice.dischargedAt).toBe(hour(1));
  });

  it('failed: the mail counts as refused after it was accepted, another way opens at once, and the same is not sent again', () => {
    const noticeCase = after([3, report('failed')]);
    const outgoing = outgoingOf([[3, report('failed')]]);
    expect([lastResult(outgoing), isAccepted(outgoing), nextTryMs(outgoing)]).toEqual(['refused', true, null]);
    expect(nextMilestone(noticeCase, at(3))).toEqual({
      kind: 'fallBack',
      failedId: 'v1-c1-email',
      atMs: Date.parse(hour(3)),
    });
  });

  it('delayed: another way opens too; once', () => {
    const fellBack: NoticeEvent = {
      type: 'notice.fellBack',
      values: { failedId: 'v1-c1-email', roles: [], deliverables: [] },
    };
    expect(nextMilestone(after([3, report('delayed')]), at(3))).toMatchObject({ kind: 'fallBack' });
    const told = after([3, report('delayed')], [3, fellBack], [4, report('failed')]);
    expect(nextMilestone(told, at(4))?.kind).not.toBe('fallBack');
  });

  it('one box of an alias failed and another has it: it has arrived', () => {
    const both = outgoingOf([
      [3, report('failed')],
      [4, report('delivered')],
    ]);
    expect(lastResult(both)).toBe('accepted');
    expect(nextMilestone(after([3, report('delivered')], [4, report('failed')]), at(5))?.kind).toBe('remind');
  });

  it('once somebody has acknowledged, a bounce opens nothing', () => {
    const acked: NoticeEvent = {
      type: 'notice.acknowledged',
      values: { version: 1, contactId: 'c2', via: 'call', name: 'M', function: 'DPO' },
    };
    expect(nextMilestone(after([2, acked], [3, report('failed')]), at(3))?.kind).toBe('settle');
  });
});
