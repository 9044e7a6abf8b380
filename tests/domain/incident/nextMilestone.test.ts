import { PARIS } from '../../fakes/places';
import { describe, expect, it } from '@jest/globals';
import type { Incident } from '../../../domain/incident/incident';
import { isFollowed, nextMilestone } from '../../../domain/incident/nextMilestone';
import { foldIncident } from '../../../domain/incident/fold';
import type { FollowUpStep } from '../../../domain/incident/workValues';
import { entriesOf, reportedEvent } from '../../fakes/incidentEntries';
import { commands, createStory, people, storyAt } from '../../fakes/incidentStory';

const REPORTED = '2026-05-13T08:01:00.000Z';
const at = (hours: number, from = REPORTED) => new Date(Date.parse(from) + hours * 3_600_000);

/** The same incident after these steps were told. */
function told(incident: Incident, ...steps: [FollowUpStep, number][]): Incident {
  const peopleTold = steps.map(([step, about]) => ({ step, about, at: REPORTED }));
  return { ...incident, peopleTold: [...incident.peopleTold, ...peopleTold] };
}

const atOnce: [FollowUpStep, number][] = [
  ['receipt', 1],
  ['alert', 1],
];

describe('following up (domain rules 7.1, duty S4-02)', () => {
  it('gives the declarant a receipt and tells DPO and management at once', () => {
    const incident = storyAt('EVENT_NEW').state();
    expect(nextMilestone(incident, at(0), PARIS)).toMatchObject({
      step: 'receipt',
      atMs: Date.parse(REPORTED),
    });
    const next = nextMilestone(told(incident, ['receipt', 1]), at(0), PARIS);
    expect(next).toMatchObject({ step: 'alert', atMs: Date.parse(REPORTED), roles: ['DPO', 'DIR'] });
  });

  it('tells them of a mere event when it is declared an incident', () => {
    const story = createStory({ ...reportedEvent, values: { ...reportedEvent.values, kind: 'event' } });
    story.act(commands['triage.start']);
    expect(nextMilestone(told(story.state(), ['receipt', 1]), at(0), PARIS)).toMatchObject({
      step: 'investigation12h',
    });
    story.act(commands['incident.declare']);
    expect(nextMilestone(told(story.state(), ['receipt', 1]), at(0), PARIS)).toMatchObject({
      step: 'alert',
      about: 3,
    });
  });

  it.each([
    [0, 'triage4h', 4, ['O']],
    [4, 'triage4h', 4, ['O']],
    [8, 'triage8h', 8, ['IM']],
    [30, 'triage8h', 8, ['IM']],
  ])('a signal that nobody looks at: %i h after, %s', (hours, step, due, roles) => {
    const incident = told(storyAt('EVENT_NEW').state(), ...atOnce);
    expect(nextMilestone(incident, at(hours), PARIS)).toMatchObject({ step, roles, atMs: at(due).getTime() });
  });

  it('a passed step is told once, the highest alone', () => {
    const incident = told(storyAt('EVENT_NEW').state(), ...atOnce);
    expect(nextMilestone(told(incident, ['triage4h', 1]), at(5), PARIS)).toMatchObject({ step: 'triage8h' });
    expect(nextMilestone(told(incident, ['triage8h', 1]), at(9), PARIS)).toBeNull();
  });

  it.each([
    [0, 'investigation12h', 12, ['IM']],
    [12, 'investigation12h', 12, ['IM']],
    [24, 'investigation24h', 24, ['DPO']],
    [48, 'investigation48h', 48, ['DIR']],
    [90, 'investigation48h', 48, ['DIR']],
  ])('an investigation that lasts: %i h after, %s', (hours, step, due, roles) => {
    const story = storyAt('TRIAGE');
    const start = story.state().triage?.at ?? '';
    const next = nextMilestone(told(story.state(), ...atOnce), at(hours, start), PARIS);
    expect(next).toMatchObject({ step, roles, atMs: at(due, start).getTime() });
  });

  it('an investigation that the DPO has justified goes on to management only', () => {
    const story = storyAt('TRIAGE');
    story.act(commands['investigation.justify'], people.dpo);
    const incident = told(story.state(), ...atOnce, ['investigation12h', 2]);
    expect(nextMilestone(incident, at(25), PARIS)).toMatchObject({ step: 'investigation48h' });
  });

  it('a reopened event is investigated anew', () => {
    const story = storyAt('EVENT_CLOSED');
    const old = told(story.act(commands['event.reopen']), ...atOnce, ['investigation48h', 2]);
    expect(nextMilestone(old, at(0), PARIS)).toMatchObject({ step: 'investigation12h', about: 4 });
  });

  it.each([
    [0, 'whom25', 6, ['IM']],
    [12, 'whom50', 12, ['IM', 'DPO']],
    [20, 'whom75', 18, ['DPO', 'DIR']],
    [22, 'whom90', 21.6, ['DIR', 'O', 'IM', 'DPO']],
    [30, 'whom100', 24, ['DIR']],
  ])('a clock runs and touches nobody yet (7.5, 7.7): %i h after, %s', (hours, step, due, roles) => {
    const { clock, ...rest } = told(storyAt('INCIDENT').state(), ...atOnce);
    const running = { ...clock, status: 'provisional' as const, provisionalT0: REPORTED };
    const limit = { t0: REPORTED, dueAt: at(24).toISOString() };
    const change = { at: REPORTED, byId: 'engine', type: 'subNotice.received', seq: 7, before: clock, after: running };
    const incident: Incident = { ...rest, clock: running, clockHistory: [change] };
    const next = (one: Incident) => nextMilestone(one, at(hours), PARIS, { limit });
    expect(next(incident)).toMatchObject({ step, roles, about: 7, atMs: at(due).getTime() });
    expect(next(told(incident, ['whom100', 7]))).toBeNull();
    expect(next({ ...incident, touched: [{ agreementId: 'a', role: 'processor' }] })).toBeNull();
  });

  it('one person for two is reviewed the next working day at nine', () => {
    const story = storyAt('TRIAGE');
    const breakGlassReason = 'personne ne répond';
    story.act({ ...commands['event.dismiss'], personalDataOnSystem: true, breakGlassReason }, people.oncall);
    const incident = told(story.state(), ...atOnce);
    expect(nextMilestone(incident, at(0), PARIS)).toEqual({
      kind: 'tell',
      step: 'breakGlassReview',
      about: 3,
      roles: ['DPO', 'DIR'],
      atMs: Date.parse('2026-05-15T07:00:00.000Z'), // Ascension lies between
    });
    expect(isFollowed(incident)).toBe(true);
    story.act(commands['breakGlass.review'], people.director);
    expect(isFollowed(told(story.state(), ...atOnce))).toBe(false);
  });

  it('the next working day is that of the organisation’s own zone', () => {
    const story = storyAt('TRIAGE');
    const breakGlassReason = 'personne ne répond';
    story.act({ ...commands['event.dismiss'], personalDataOnSystem: true, breakGlassReason }, people.oncall);
    const incident = told(story.state(), ...atOnce);
    const nextIn = (zone: string) =>
      new Date(nextMilestone(incident, at(0), { ...PARIS, zone })?.atMs ?? 0).toISOString();
    expect(nextIn('Europe/Paris')).toBe('2026-05-15T07:00:00.000Z');
    expect(nextIn('America/Martinique')).toBe('2026-05-15T13:00:00.000Z');
  });

  it('what was frozen is delivered, before people are reminded', () => {
    const documentId = 'd'.repeat(64);
    const deliverable = {
      id: 'd1',
      to: { kind: 'declarant', id: 'declarant' },
      channel: 'email',
      documentId,
      messageId: '<a@b>',
      envelopeId: 'e',
    };
    const receipt = {
      type: 'people.told',
      values: { step: 'receipt', about: 1, roles: [], deliverables: [deliverable] },
    };
    const incident = foldIncident(entriesOf([{ event: reportedEvent }, { event: receipt }]));
    expect(incident && nextMilestone(told(incident, ['alert', 1]), at(9), PARIS)).toMatchObject({
      kind: 'deliver',
      deliverableId: 'd1',
    });
    expect(incident && nextMilestone(incident, at(9), PARIS)).toMatchObject({ step: 'alert' });
  });

  it('nothing is due for a declared incident once all were told, nor for a closed one', () => {
    expect(nextMilestone(told(storyAt('INCIDENT').state(), ...atOnce), at(100), PARIS)).toBeNull();
    expect(isFollowed(told(storyAt('INCIDENT').state(), ...atOnce))).toBe(true);
    const closed = told(storyAt('CLOSED').state(), ...atOnce);
    expect([nextMilestone(closed, at(100), PARIS), isFollowed(closed)]).toEqual([null, false]);
  });
});
