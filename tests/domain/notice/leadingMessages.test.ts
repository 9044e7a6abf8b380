import { describe, expect, it } from '@jest/globals';
import { nextMilestone } from '../../../domain/notice/nextMilestone';
import { newestGoneAt, sentAt } from '../../../domain/notice/case';
import { newestVersion } from '../../../domain/notice/fold';
import { at, caseOf, confirmed, hour, mailTo, type Told, version, went } from '../../fakes/noticeStory';

const WEBHOOK = 'v1-c1-webhook';
const webhook = { ...mailTo(WEBHOOK), channel: 'webhook' as const, messageId: 'msg_1', envelopeId: '' };
const both: Told = [1, version(1, { deliverables: [webhook, mailTo('v1-c1-email')] })];

describe('a webhook or text message, which only leads to the notice', () => {
  it('leaves after the mail of the same instant', () => {
    expect(nextMilestone(caseOf([both]), at(1))).toMatchObject({ kind: 'deliver', deliverableId: 'v1-c1-email' });
    expect(nextMilestone(caseOf([both, ...went(1, 'accepted')]), at(1))).toMatchObject({ deliverableId: WEBHOOK });
  });

  it('waits for a version that is due', () => {
    const cancelled = { ...confirmed, status: 'cancelled' as const, changedAt: hour(1.1) };
    const due = caseOf([both, ...went(1, 'accepted')], cancelled);
    expect(nextMilestone(due, at(1.2))).toMatchObject({ kind: 'withdraw' });
  });

  it('taken, is no sending: neither the clock stops nor a ladder begins', () => {
    const { notice } = caseOf([both, ...went(1, 'accepted', WEBHOOK)]);
    expect(notice).toMatchObject({ delivery: 'LEAVING', dischargedAt: null });
    expect([newestGoneAt(notice), sentAt(notice, newestVersion(notice))]).toEqual([null, null]);
    expect(caseOf([both, ...went(1, 'accepted', WEBHOOK), ...went(2, 'accepted')]).notice.dischargedAt).toBe(hour(2));
  });
});
