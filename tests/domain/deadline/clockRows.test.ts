import { PARIS } from '../../fakes/places';
import { describe, expect, it } from '@jest/globals';
import { clockRows } from '../../../domain/deadline/clockRows';
import { clockState, runningClock } from '../../../domain/deadline/clockState';
import { foldIncident } from '../../../domain/incident/fold';
import type { Incident } from '../../../domain/incident/incident';
import { entriesOf, reportedEvent } from '../../fakes/incidentEntries';
import { commands, people, storyAt } from '../../fakes/incidentStory';
import { at, caseOf, hour, phasedItems, T0, type Told, version, went } from '../../fakes/noticeStory';

const rowsAt = (hours: number, story: Told[]) =>
  clockRows({ cases: [caseOf(story)], incidents: [], place: PARIS }, at(hours)).map(
    ({ obligation, clock, alone }) =>
      `${obligation} ${clockState(clock, at(hours))} ${clock.dueAt} ${alone?.act ?? '-'}`,
  );

const phased = version(1, { items: phasedItems, promises: [{ item: 'c', eta: hour(30) }] });

describe('the clock of a notice', () => {
  it('runs from t0, is near from 75 % of its time and late after it; the protective notice is what leaves alone', () => {
    expect(rowsAt(1, [])).toEqual([`notice run ${hour(24)} protect`]);
    expect(rowsAt(18, [])).toEqual([`notice near ${hour(24)} protect`]);
    expect(rowsAt(25, [])).toEqual([`notice late ${hour(24)} protect`]);
  });

  it('is not met by a version that no relay has taken', () => {
    expect(rowsAt(21, [[20, version(1)]])).toContain(`delivery near ${hour(24)} deliver`);
  });

  it('is met by the first acceptance; then acknowledgement, and what was promised, burn', () => {
    expect(rowsAt(3, [[1, phased], ...went(1, 'accepted')])).toEqual([
      `acknowledgement run ${hour(13)} remind`,
      `item run ${hour(30)} -`,
      `delivery done ${hour(24)} -`,
    ]);
  });

  it('is met by a mail that was caught, but not done: nobody outside was told, until a relay takes one', () => {
    const caught: Told[] = [[1, version(1)], ...went(1, 'caught')];
    expect(rowsAt(3, caught)).toContain(`delivery near ${hour(24)} -`);
    expect(rowsAt(3, [...caught, ...went(2, 'accepted', 'v1-c1-email', 2)])).toContain(`delivery done ${hour(24)} -`);
  });

  it('asks for a reason when it was met late, until one is given', () => {
    const late: Told[] = [[25, version(1)], ...went(25, 'accepted')];
    expect(rowsAt(26, late).some((row) => row.startsWith('lateReason late'))).toBe(true);
    const explained: Told[] = [[26, { type: 'notice.explained', values: { what: 'late', reason: 'panne' } }]];
    expect(rowsAt(27, [...late, ...explained]).some((row) => row.startsWith('lateReason'))).toBe(false);
  });

  it('has no row once the notice is closed', () => {
    const end: Told = [3, { type: 'notice.closed', values: { ground: 'withdrawn', reason: null } }];
    expect(rowsAt(4, [[1, version(1)], ...went(1, 'accepted'), end])).toEqual([]);
  });
});

describe('a question of the controller', () => {
  it('has the contract’s limit in working days; the target of 24 hours is what Vigie reminds of', () => {
    const asked: Told = [
      3,
      {
        type: 'notice.asked',
        values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Combien ?' },
      },
    ];
    const story: Told[] = [[1, version(1)], ...went(1, 'accepted'), asked];
    const notices = clockRows({ cases: [caseOf(story)], incidents: [], place: PARIS }, at(4));
    expect(notices.find(({ obligation }) => obligation === 'question')).toMatchObject({
      source: 'contract',
      hours: null,
      clock: { startedAt: hour(3), dueAt: '2026-04-03T22:00:00.000Z' },
      alone: { act: 'remind', at: hour(27) },
    });
  });
});

describe('a question asked after the notice ended', () => {
  it.each(['confirmed', 'withdrawn'] as const)(
    'has its limit where it closed as %s, and nothing else has',
    (ground) => {
      const end: Told = [3, { type: 'notice.closed', values: { ground, reason: null } }];
      const asked: Told = [
        5,
        {
          type: 'notice.asked',
          values: { via: 'link', urgentHours: null, questionId: 'q1', contactId: 'c1', text: 'Sûrs ?' },
        },
      ];
      const answered: Told = [
        6,
        { type: 'notice.answered', values: { questionId: 'q1', text: 'Oui.', deliverables: [] } },
      ];
      const story: Told[] = [[1, version(1)], ...went(1, 'accepted'), end, asked];
      expect(rowsAt(5.5, story)).toEqual(['question run 2026-04-03T22:00:00.000Z remind']);
      expect(rowsAt(7, [...story, answered])).toEqual([]);
    },
  );
});

describe('rows of several subjects', () => {
  const now = new Date(Date.parse('2026-05-13T13:00:00.000Z'));
  const incident = foldIncident(entriesOf([{ event: reportedEvent }])) as Incident;

  it('a signal is to be qualified within four hours of its record', () => {
    const [row] = clockRows({ cases: [], incidents: [incident], place: PARIS }, now);
    expect(row).toMatchObject({ obligation: 'triage', hours: 4, roles: ['O', 'IM'], source: 'procedure' });
    expect(row && clockState(row.clock, now)).toBe('late');
  });

  it('an incident asks within 24 h of its triage whether personal data are touched, until somebody has said', () => {
    const story = storyAt('INCIDENT');
    const rows = () => clockRows({ cases: [], incidents: [story.state()], place: PARIS }, now);
    expect(rows()).toMatchObject([{ obligation: 'assessment', hours: 24, roles: ['IM', 'DPO'], source: 'procedure' }]);
    expect(rows()[0]?.clock.startedAt).toBe(story.state().triage?.at);
    story.act(commands['breach.ruleOut'], people.dpo);
    expect(story.state()).toMatchObject({ stage: 'INCIDENT', clock: { status: 'cancelled' } });
    expect(rows()).toEqual([]);
  });

  it('what one person decided for two is looked at until the end of the next working day where people work', () => {
    const story = storyAt('TRIAGE');
    const breakGlassReason = 'personne ne répond';
    story.act({ ...commands['event.dismiss'], personalDataOnSystem: true, breakGlassReason }, people.oncall);
    const limitIn = (zone: string) =>
      clockRows({ cases: [], incidents: [story.state()], place: { ...PARIS, zone } }, now).map(
        ({ obligation, clock }) => [obligation, clock.dueAt],
      );
    // Ascension lies between; 21:00 UTC of the 13th is already the 14th in Nouméa
    expect(limitIn('Europe/Paris')).toEqual([['breakGlassReview', '2026-05-15T22:00:00.000Z']]);
    expect(limitIn('Pacific/Noumea')).toEqual([['breakGlassReview', '2026-05-15T13:00:00.000Z']]);
  });

  it('what ends first comes first, whatever binds most; what was met comes last', () => {
    const rows = clockRows(
      { cases: [caseOf([[1, phased], ...went(1, 'accepted')])], incidents: [], place: PARIS },
      at(31),
    );
    expect(rows.map(({ obligation, source }) => [obligation, source])).toEqual([
      ['acknowledgement', 'procedure'],
      ['item', 'promise'],
      ['delivery', 'contract'],
    ]);
  });
});

describe('strict hours and those of Regulation 1182/71', () => {
  const clock = { ...runningClock(T0, hour(72)), reg1182: hour(72.66) };

  it('between both limits the clock says so; after the second it is late', () => {
    expect(clockState(clock, at(72))).toBe('near');
    expect(clockState(clock, at(72.5))).toBe('strict');
    expect(clockState(clock, at(73))).toBe('late');
  });
});
