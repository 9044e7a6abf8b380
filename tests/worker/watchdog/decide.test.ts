import { describe, expect, it } from '@jest/globals';
import type { BreachClock } from '../../../domain/deadline/breachClock';
import { type WatchAct, watchNotice } from '../../../worker/watchdog/decide';
import { at, attempt, caseOf, confirmed, hour, mailTo, terms, type Told, version, went } from '../../fakes/noticeStory';

/** 24 h and a margin of 60 minutes: the engine sends at 23 h, the alarm rings at 23 h 02, the watchdog sends at 23 h 30. */
const watch = (story: readonly Told[], hours: number, clock: BreachClock = confirmed, agreed = terms) =>
  watchNotice(caseOf(story, clock, agreed), at(hours)).map(said);

function said(act: WatchAct): string {
  if (act.kind === 'deliver') return `deliver ${act.deliverableId}`;
  if (act.kind === 'protect') return `protect ${act.version}`;
  if (act.kind !== 'remind') return act.kind;
  return act.ladder === 'watchdog' ? `alarm ${act.roles.join(' ')}` : `remind ${act.ladder} ${act.step}`;
}

const minutes = (count: number): number => count / 60;
const protective: Told = [23, version(1, { kind: 'protective', automatic: true })];
const alarmed = (hours: number, ofVersion = 0): Told => [
  hours,
  {
    type: 'notice.reminded',
    values: {
      ladder: 'watchdog',
      version: ofVersion,
      step: 100,
      roles: ['DIR', 'O'],
      deliverables: [{ ...mailTo('alarm-dir'), to: { kind: 'person', id: 'dir' } }],
      unansweredSince: null,
    },
  },
];

describe('the second path, while the engine does its work', () => {
  it.each([0, 12, 23, 23 + minutes(1.9)])('does nothing at %s h', (hours) => {
    expect(watch([], hours)).toEqual([]);
  });

  it('does nothing once a version was accepted', () => {
    expect(watch([protective, ...went(23, 'accepted')], 30)).toEqual([]);
  });

  it('does nothing for a clock that was cancelled, and none for a report', () => {
    expect(watch([], 23.9, { ...confirmed, status: 'cancelled', changedAt: hour(5) })).toEqual([]);
  });
});

describe('the second path, when nothing has left', () => {
  it('alarms DIR and O two minutes after due − margin', () => {
    expect(watch([], 23 + minutes(2))).toEqual(['alarm DIR O']);
  });

  it('alarms a quarter of the margin after it on a short contract', () => {
    const short = {
      ...terms,
      breachNotice: { ...terms.breachNotice, hours: minutes(1.5) },
      protectiveNotice: { enabled: true, marginMinutes: 0.5 },
    };
    const second = (count: number) => minutes(count / 60);
    expect(watch([], second(67), confirmed, short)).toEqual([]);
    expect(watch([], second(67.5), confirmed, short)).toEqual(['alarm DIR O']);
    expect(watch([], second(75), confirmed, short)).toEqual(['protect protective']);
  });

  it('alarms once a version, and carries its mails itself', () => {
    expect(watch([alarmed(23 + minutes(2))], 23 + minutes(3))).toEqual(['deliver alarm-dir']);
  });

  it('still carries the alarm after the notice has left', () => {
    const story: Told[] = [alarmed(23 + minutes(2)), [23.1, version(1)], ...went(23.1, 'accepted')];
    expect(watch(story, 23.2)).toEqual(['deliver alarm-dir']);
  });

  it('freezes the protective notice at due − margin / 2', () => {
    expect(watch([alarmed(23.1), ...went(23.1, 'accepted', 'alarm-dir')], 23.49)).toEqual([]);
    expect(watch([alarmed(23.1), ...went(23.1, 'accepted', 'alarm-dir')], 23.5)).toEqual(['protect protective']);
  });

  it('sends what was frozen and whose sender fell silent, once its lease has ended', () => {
    const claimed: Told = [23, attempt('v1-c1-email', 1, 23.55)];
    expect(watch([protective, claimed, alarmed(23.1, 1)], 23.5)).toEqual(['deliver alarm-dir']);
    expect(watch([protective, claimed, alarmed(23.1, 1)], 23.56)).toEqual(['deliver v1-c1-email', 'deliver alarm-dir']);
  });

  it('without the clause, sends what exists after the limit, the time of an alarm later', () => {
    const agreed = { ...terms, protectiveNotice: { enabled: false, marginMinutes: 60 } };
    expect(watch([], 24 + minutes(1.9), confirmed, agreed)).toEqual([]);
    expect(watch([], 24 + minutes(2), confirmed, agreed)).toEqual(['protect overdue']);
  });

  it('leaves the engine its time when a clock was corrected to a limit that is near or past', () => {
    const corrected: BreachClock = { ...confirmed, changedAt: hour(23.8) };
    expect(watch([], 23.8 + minutes(1), corrected)).toEqual(['protect protective']);
    expect(watch([], 23.8 + minutes(2), corrected)).toEqual(['protect protective']);
  });
});

describe('the second path, after the first sending', () => {
  const told: Told[] = [[1, version(1)], ...went(1, 'accepted')];

  it('sends the withdrawal of what was no breach two minutes after the engine should have', () => {
    const ruledOut: BreachClock = { ...confirmed, status: 'cancelled', changedAt: hour(5) };
    expect(watch(told, 5 + minutes(1.9), ruledOut)).toEqual([]);
    expect(watch(told, 5 + minutes(2), ruledOut)).toEqual(['withdraw']);
    const withdrawal: Told = [5, version(2, { kind: 'withdrawal', items: null })];
    expect(watch([...told, withdrawal], 5 + minutes(1.9), ruledOut)).toEqual([]);
    expect(watch([...told, withdrawal], 5 + minutes(2), ruledOut)).toEqual(['deliver v2-c1-email']);
  });

  it('carries a supplement that somebody froze and nobody sent', () => {
    const supplement: Told = [3, version(2)];
    expect(watch([...told, supplement], 3 + minutes(1.9))).toEqual([]);
    expect(watch([...told, supplement], 3 + minutes(2))).toEqual(['deliver v2-c1-email']);
  });

  it('reminds of a supplement that is due four hours after a correction, the highest passed step alone', () => {
    const corrected: BreachClock = { ...confirmed, changedAt: hour(2) };
    expect(watch(told, 4 + minutes(1.9), corrected)).toEqual([]);
    expect(watch(told, 4 + minutes(2), corrected)).toEqual(['remind supplement 50']);
    expect(watch(told, 6 + minutes(2), corrected)).toEqual(['remind supplement 100']);
  });

  it('opens another way for a mail that came back, or was refused', () => {
    const refused: Told[] = [[1, version(1)], ...went(1, 'refused')];
    expect(watch(refused, 1 + minutes(1.9))).toEqual([]);
    expect(watch(refused, 1 + minutes(2))).toEqual(['fallBack']);
  });

  it('leaves reminders of silence, of items and of questions to the engine: no law waits for them', () => {
    expect(watch(told, 20)).toEqual([]);
  });
});
