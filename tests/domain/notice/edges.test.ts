import { describe, expect, it } from '@jest/globals';
import { processorDue } from '../../../domain/deadline/breachClock';
import { dueOf, supplementDue } from '../../../domain/notice/case';
import type { NotingCommand, SendingCommand } from '../../../domain/notice/commands';
import { decideNote } from '../../../domain/notice/decideNote';
import { decideVersion } from '../../../domain/notice/decideVersion';
import { promisesOf } from '../../../domain/notice/content';
import { foldNotice } from '../../../domain/notice/fold';
import { emptyDraft, type Items } from '../../../domain/notice/items';
import { rungsOf } from '../../../domain/notice/ladders';
import { nextMilestone, retryScale } from '../../../domain/notice/nextMilestone';
import {
  at,
  attempt,
  caseOf,
  confirmed,
  entriesOf,
  hour,
  items,
  mailTo,
  opened,
  outcome,
  phasedItems,
  terms,
  type Told,
  version,
  went,
} from '../../fakes/noticeStory';

const DAY_HOURS = 24;
const sent: Told[] = [[1, version(1)], ...went(1, 'accepted')];
const ack = (hours: number, of = 1): Told => [
  hours,
  { type: 'notice.acknowledged', values: { version: of, contactId: 'c1', via: 'link', name: 'D', function: 'DPO' } },
];
const cancelled = { ...confirmed, status: 'cancelled', changedAt: hour(4) } as const;
const defaults = { a: 'suspectée', b: items.b };
const decide = (story: readonly Told[], command: SendingCommand, hours: number, clock: typeof confirmed = confirmed) =>
  decideVersion(caseOf(story, clock), command, defaults, at(hours));

describe('a clock', () => {
  it('does not run where nothing was suspected, whatever was detected', () => {
    expect(processorDue({ ...confirmed, status: 'none' }, terms)).toBeNull();
  });

  it('is none of an incident report', () => {
    const report = foldNotice(entriesOf([[0, opened('incidentReport')]]));
    if (report === null) throw new Error('nothing was told');
    expect(dueOf({ ...caseOf([]), notice: report })).toBeNull();
  });
});

describe('a version', () => {
  it('at the very instant of the limit is not late', () => {
    expect(decide([], { kind: 'send', items }, 24).ok).toBe(true);
    expect(decide([], { kind: 'send', items }, 24.001).ok).toBe(false);
  });

  it('says whether the breach was only suspected', () => {
    const provisional = { ...confirmed, status: 'provisional', provisionalT0: hour(0) } as const;
    expect(decide([], { kind: 'send', items }, 1, provisional)).toMatchObject({ value: { provisional: true } });
    expect(decide([], { kind: 'send', items }, 1)).toMatchObject({ value: { provisional: false } });
  });

  it('of a breach that was ruled out is not sent for the first time', () => {
    expect(decide([], { kind: 'send', items }, 5, cancelled)).toMatchObject({ error: { code: 'state.refused' } });
  });

  it('that a machine writes says so: withdrawals too', () => {
    expect(decide(sent, { kind: 'withdraw' }, 5, cancelled)).toMatchObject({ value: { automatic: true } });
  });

  it('of a breach is never an incident report', () => {
    expect(decide([], { kind: 'report' }, 1)).toMatchObject({ error: { code: 'state.refused' } });
  });

  it('that says nothing new is refused, unless the clock has changed since the one before', () => {
    const since = (changedAt: string) =>
      decide(sent, { kind: 'supplement', items: {} }, 5, { ...confirmed, changedAt });
    expect(since(hour(1)).ok).toBe(false);
    expect(since(hour(1.001)).ok).toBe(true);
  });

  it('takes the place of the draft', () => {
    const drafted: Told = [0.5, { type: 'notice.drafted', values: { items: { ...emptyDraft, a: 'vol' } } }];
    expect(caseOf([drafted]).notice.draft.a).toBe('vol');
    expect(caseOf([drafted, [1, version(1)]]).notice.draft).toEqual(emptyDraft);
  });

  it('that withdraws takes back no promise of the one before', () => {
    const promises = [{ item: 'c' as const, eta: hour(30) }];
    const story: Told[] = [
      [1, version(1, { items: phasedItems, promises })],
      [4, version(2, { kind: 'withdrawal' })],
    ];
    expect(promisesOf(caseOf(story).notice)).toEqual(promises);
  });
});

describe('what becomes of a mail', () => {
  const two = version(1, { deliverables: [mailTo('v1-c1-email'), mailTo('v1-c2-email', 'c2')] });

  it('the first acceptance is the instant that counts', () => {
    const story: Told[] = [[1, two], ...went(2, 'accepted'), ...went(5, 'accepted', 'v1-c2-email')];
    expect(caseOf(story).notice.dischargedAt).toBe(hour(2));
  });

  it('of an older version moves nothing of the newest one', () => {
    const story: Told[] = [[1, two], ...went(2, 'accepted'), [3, version(2)], ...went(4, 'accepted', 'v1-c2-email')];
    expect(caseOf(story).notice.delivery).toBe('LEAVING');
  });

  it('a sender that fell silent twice opens another way, as one that was put off twice', () => {
    for (const result of ['unknown', 'deferred'] as const) {
      const story: Told[] = [[1, version(1)], ...went(1, result), ...went(1.2, result, 'v1-c1-email', 2)];
      expect(nextMilestone(caseOf(story), at(1.2))).toMatchObject({ kind: 'fallBack', failedId: 'v1-c1-email' });
    }
  });

  it('a reminder to our own people that was refused opens no other way to the controller', () => {
    const mail = { ...mailTo('r1'), to: { kind: 'person' as const, id: 'p1' } };
    const reminded: Told = [
      2,
      {
        type: 'notice.reminded',
        values: {
          ladder: 'acknowledgement',
          version: 1,
          step: 12,
          roles: ['DIR'],
          deliverables: [mail],
          unansweredSince: null,
        },
      },
    ];
    const story: Told[] = [...sent, reminded, [2.1, attempt('r1', 1, 2.2)], [2.1, outcome('r1', 1, 'refused')]];
    expect(nextMilestone(caseOf(story), at(2.1))?.kind).not.toBe('fallBack');
  });

  it('tries come the closer together the shorter the contract is, within bounds', () => {
    expect([48, 24, 12, 6, 0.01].map(retryScale)).toEqual([1, 1, 0.5, 0.25, 1 / 60]);
  });
});

describe('a notice that is over', () => {
  it('closes thirty days after the last of sending and acknowledgement', () => {
    const second: Told[] = [[10, version(2)], ...went(10, 'accepted', 'v2-c1-email')];
    const silent: Told = [11, { type: 'notice.explained', values: { what: 'silence', reason: 'appelé' } }];
    const settled = (story: readonly Told[]) => nextMilestone(caseOf(story), at(40 * DAY_HOURS));
    const due = (hours: number) => ({
      kind: 'settle',
      ground: 'silence',
      atMs: Date.parse(hour(hours + 30 * DAY_HOURS)),
    });
    expect(settled([...sent, ack(2)])).toMatchObject(due(2));
    expect(settled([...sent, ack(2), ...second, silent])).toMatchObject(due(10));
  });

  it('is left to itself once a reason for the silence was given, and not before', () => {
    const silent: Told = [3, { type: 'notice.explained', values: { what: 'silence', reason: 'appelé' } }];
    const kindsOf = (story: readonly Told[]) => nextMilestone(caseOf(story), at(40 * DAY_HOURS))?.kind;
    expect(kindsOf([...sent, silent])).toBe('settle');
    expect(kindsOf(sent)).toBe('remind');
  });

  it('reminds nobody', () => {
    const closed: Told = [3, { type: 'notice.closed', values: { ground: 'ladderExhausted', reason: 'appelé' } }];
    expect(nextMilestone(caseOf([...sent, closed]), at(50))).toBeNull();
  });

  it('asks for no acknowledgement of a withdrawal', () => {
    const withdrawn: Told[] = [
      ...sent,
      [5, version(2, { kind: 'withdrawal', items: null })],
      ...went(5, 'accepted', 'v2-c1-email'),
    ];
    expect(rungsOf(caseOf(withdrawn, cancelled), at(6)).map(({ ladder }) => ladder)).not.toContain('acknowledgement');
  });

  it('is not closed for an exhausted ladder without saying how the controller was tried', () => {
    const close = (reason?: string): NotingCommand => ({ kind: 'close', ground: 'ladderExhausted', reason });
    expect(decideNote(caseOf(sent), close(), at(5))).toMatchObject({ error: { issues: [{ pointer: '/reason' }] } });
    expect(decideNote(caseOf(sent), close('appelé'), at(5)).ok).toBe(true);
  });
});

describe('what people are asked for', () => {
  it('an item promised for the very instant of sending is asked for by the day alone', () => {
    const promises = [{ item: 'c' as const, eta: hour(1) }];
    const phased: Items = { ...items, c: { answer: 'toFollow', eta: hour(1) } };
    const story: Told[] = [[1, version(1, { items: phased, promises })], ...went(1, 'accepted')];
    const steps = rungsOf(caseOf(story), at(2)).flatMap(({ ladder, step }) => (ladder === 'missing' ? [step] : []));
    expect(steps).toEqual([24]);
  });

  it('a question under a short contract is not asked for before its target of a day', () => {
    const MONDAY_EVENING = 82; // its limit is the end of Tuesday: half of the time would be thirteen hours
    const asked: Told = [
      MONDAY_EVENING,
      { type: 'notice.asked', values: { via: 'link', urgentHours: null, questionId: 'q', contactId: 'c1', text: '?' } },
    ];
    const short = { ...terms, requests: { workingDays: 1 } };
    const steps = rungsOf(caseOf([...sent, asked], confirmed, short), at(83)).filter(
      ({ ladder }) => ladder === 'question',
    );
    expect(steps.length).toBeGreaterThan(1);
    expect(Math.min(...steps.map(({ atMs }) => atMs))).toBe(Date.parse(hour(MONDAY_EVENING + DAY_HOURS)));
  });

  it('an answered question is not answered again, by whichever key', () => {
    const asked: Told = [
      3,
      {
        type: 'notice.asked',
        values: { questionId: 'q', contactId: 'c1', text: '?', via: 'exchange', urgentHours: null },
      },
    ];
    const said: Told = [4, { type: 'notice.answered', values: { questionId: 'q', text: '412', deliverables: [] } }];
    const answer = { kind: 'answer' as const, questionId: 'q', text: '413' };
    expect(decideNote(caseOf([...sent, asked]), answer, at(5)).ok).toBe(true);
    expect(decideNote(caseOf([...sent, asked, said]), answer, at(5))).toMatchObject({
      error: { code: 'input.invalid', issues: [{ pointer: '/questionId', message: 'has been answered' }] },
    });
  });

  it('an answer stands: a second one does not take its place', () => {
    const asked: Told = [
      3,
      { type: 'notice.asked', values: { via: 'link', urgentHours: null, questionId: 'q', contactId: 'c1', text: '?' } },
    ];
    const answer = (hours: number, text: string): Told => [
      hours,
      { type: 'notice.answered', values: { questionId: 'q', text, deliverables: [] } },
    ];
    expect(caseOf([...sent, asked, answer(4, '412'), answer(6, '13')]).notice.questions).toMatchObject([
      { answer: '412', answeredAt: hour(4) },
    ]);
  });

  it('a supplement after a confirmation: within four hours, or a sixth of a shorter contract', () => {
    const changed = { ...confirmed, changedAt: hour(2) };
    const dueWith = (hours: number) =>
      supplementDue(caseOf(sent, changed, { ...terms, breachNotice: { ...terms.breachNotice, hours } }))?.dueAt;
    expect([48, 24, 12].map(dueWith)).toEqual([hour(6), hour(6), hour(4)]);
  });

  it('none after a version that was frozen at the very instant of the change', () => {
    expect(supplementDue(caseOf(sent, { ...confirmed, changedAt: hour(1) }))).toBeNull();
  });
});
