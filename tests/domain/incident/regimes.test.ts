import { describe, expect, it } from '@jest/globals';
import { elsewhereIn } from '../../../domain/controllerCase/regimes';
import { incidentRows } from '../../../domain/deadline/incidentRows';
import type { CommandOf } from '../../../domain/incident/commands';
import { askedOf, owedLaws, stagesHere, unanswered } from '../../../domain/incident/regimes';
import { lawChoices } from '../../../domain/incident/lawMove';
import { nextMilestone } from '../../../domain/incident/nextMilestone';
import { answerTo } from '../../../domain/regime/asked';
import { RegimeId } from '../../../domain/regime/vocabulary';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands as caseCommands } from '../../fakes/caseStory';
import { AWARE, commands, NOW, people, storyAt } from '../../fakes/incidentStory';
import { PARIS, STRASBOURG } from '../../fakes/places';

type Story = ReturnType<typeof storyAt>;

const concern = (own: Partial<CommandOf<'regime.concern'>> = {}): CommandOf<'regime.concern'> => ({
  ...commands['regime.concern'],
  ...(own.regime === undefined && { facts: { trustService: 'no' } }),
  ...own,
});
const after = (hours: number, from = AWARE) => plusMs(from, hours * HOUR_MS);
const dueOf = (story: Story, at = NOW) =>
  Object.fromEntries(
    stagesHere(story.state(), null, new Date(at)).map(({ regime, id, dueAt }) => [`${regime}.${id}`, dueAt]),
  );
const issuesOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string; message: string }[] } }).error.issues;

describe('other laws are asked of an incident, whoever controls the data (domain rules 6)', () => {
  it.each(['INCIDENT', 'BREACH'] as const)('of %s, and it is not closed before each is answered', (stage) => {
    const story = storyAt(stage);
    const refusal = issuesOf(story.try(commands['incident.close']));
    expect(refusal[0]?.message).toMatch(/^nobody has said whether these regimes apply: nis2, dora/);
    story.act(commands['regime.exclude']);
    expect(story.try(commands['incident.close'])).toMatchObject({ ok: true });
  });

  it('one that applies runs at once, in its stages, and keeps the incident open until they are done', () => {
    const story = storyAt('INCIDENT');
    story.act({ ...commands['regime.exclude'], regimes: RegimeId.options.filter((id) => id !== 'nis2') });
    story.act(concern());
    expect(dueOf(story)).toMatchObject({
      'nis2.earlyWarning': after(24),
      'nis2.notification': after(72),
      'nis2.users': null,
      'nis2.final': null,
    });
    expect(owedLaws(story.state(), null)).toContain('nis2 still asks for: earlyWarning');
    story.act(commands['regime.record']);
    expect(owedLaws(story.state(), null)).not.toContain('nis2 still asks for: earlyWarning');
    expect(story.try(commands['incident.close'])).toMatchObject({ ok: false });
  });

  it('its rows stand on the board by the law, less what was done', () => {
    const story = storyAt('INCIDENT');
    story.act(concern());
    const rows = () =>
      incidentRows(story.state(), new Date(NOW), PARIS, null).flatMap(({ stage, source }) =>
        stage ? [`${stage} ${source}`] : [],
      );
    expect(rows().toSorted()).toEqual(['nis2.earlyWarning law', 'nis2.notification law', 'nis2.users procedure']);
    story.act(commands['regime.record']);
    expect(rows().toSorted()).toEqual(['nis2.notification law', 'nis2.users procedure']);
  });

  it('is reminded of as its time burns, of passed steps the highest, and no more once it is done', () => {
    const story = storyAt('INCIDENT');
    story.act(concern());
    const told = ['receipt', 'alert'] as const;
    const quiet = {
      ...story.state(),
      peopleTold: told.map((step) => ({ step, about: 1, at: NOW })),
    };
    expect(nextMilestone(quiet, new Date(after(13)), PARIS)).toMatchObject({
      kind: 'remind',
      ladder: 'nis2.earlyWarning',
      step: 50,
      roles: ['DPO', 'IM'],
      startedAt: AWARE,
      dueAt: after(24),
    });
    const said = { ladder: 'nis2.earlyWarning', about: 4, step: 50, at: NOW } as const;
    const later = { ladder: 'nis2.notification', about: 4, step: 25, at: NOW } as const;
    expect(nextMilestone({ ...quiet, regimesReminded: [said, later] }, new Date(after(13)), PARIS)).toMatchObject({
      ladder: 'nis2.earlyWarning',
      step: 75,
    });
    expect(nextMilestone({ ...quiet, stage: 'CLOSED' }, new Date(after(13)), PARIS)).toBeNull();
  });

  it('an event is not dismissed while another law asks for something', () => {
    const story = storyAt('TRIAGE');
    story.act(concern());
    expect(issuesOf(story.try(commands['event.dismiss']))[0]?.message).toBe('nis2 still asks for: earlyWarning');
  });
});

describe('a limit that runs is put off by two persons alone (invariant 4)', () => {
  it.each<[string, Parameters<Story['act']>[0]]>([
    ['a later trigger', concern({ triggerAt: NOW })],
    ['that it does not apply after all', { ...commands['regime.exclude'], regimes: ['nis2'] }],
  ])('%s takes the DPO and management', (_name, command) => {
    const story = storyAt('INCIDENT');
    story.act(concern());
    const before = dueOf(story);
    story.act(command, people.dpo);
    expect(dueOf(story)).toEqual(before);
    expect(story.yes(people.dpo)).toMatchObject({ error: { code: 'approval.samePerson' } });
    expect(story.yes(people.manager)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(story.yes(people.director).ok).toBe(true);
    expect(dueOf(story)).not.toEqual(before);
  });

  it('another law moves it by two alone, and by none that is only proposed', () => {
    const triggerAt = '2025-08-19T10:00:00.000Z';
    const story = storyAt('INCIDENT');
    story.act(concern({ regime: 'ukTelecom', triggerAt }));
    const due = (hours: number) => ({ 'ukTelecom.notification': plusMs(triggerAt, hours * HOUR_MS) });
    expect(dueOf(story)).toMatchObject(due(24));
    story.act(commands['law.move'], people.dpo);
    expect(dueOf(story)).toMatchObject(due(24));
    expect(story.yes(people.dpo)).toMatchObject({ error: { code: 'approval.samePerson' } });
    expect(story.yes(people.director).ok).toBe(true);
    expect(dueOf(story)).toMatchObject(due(72));
    expect(answerTo(story.state().regimes, 'ukTelecom')).toMatchObject({ profileId: 'UK-2025-08-20', triggerAt });
  });

  it('a proposal (96 h, COM(2025) 837) moves nothing, with it in the list or not: nobody can choose what is no law', () => {
    const story = storyAt('INCIDENT');
    story.act(concern());
    const before = dueOf(story);
    const move = { ...commands['law.move'], regime: 'nis2' as const, profileId: 'EU-omnibus-proposal' };
    expect(issuesOf(story.try(move, people.dpo))).toEqual([
      { pointer: '/profileId', message: 'a law that is not in force' },
    ]);
    expect(lawChoices(story.state(), 'nis2', new Date(NOW)).open).toEqual([]);
    expect(dueOf(story)).toEqual(before);
  });

  it('keeps the law and the place that its clock began with, whatever the organisation says later', () => {
    const story = storyAt('INCIDENT');
    const notice = concern({
      regime: 'insuranceNotice',
      triggerAt: '2026-03-27T09:00:00.000Z',
      facts: { theft: 'no' },
    });
    story.act(notice, people.dpo, { place: STRASBOURG });
    const before = dueOf(story);
    // neither Good Friday, which is worked in Paris, nor Easter Monday counts
    expect(before).toMatchObject({ 'insuranceNotice.notice': '2026-04-07T22:00:00.000Z' });
    story.act({ ...notice, reason: 'autrement dit' }, people.dpo, { place: PARIS });
    expect(dueOf(story)).toEqual(before);
  });
});

describe('a complaint within 72 hours of the knowledge of an attack (domain rules 7.6; L12-10-1)', () => {
  const attacked = (own: object = {}) => {
    const story = storyAt('TRIAGE');
    story.act({ ...commands['facts.record'], attackKnownAt: AWARE, ...own });
    return story;
  };

  it('runs by itself from then on, with a ladder of its own', () => {
    const story = attacked();
    expect(dueOf(story)).toEqual({ 'insuranceComplaint.complaint': after(72) });
    const quiet = {
      ...story.state(),
      stage: 'BREACH' as const,
      peopleTold: [
        { step: 'receipt' as const, about: 1, at: NOW },
        { step: 'alert' as const, about: 1, at: NOW },
      ],
    };
    const steps = [18.1, 36.1, 54.1, 65, 72.1].map((hours) => nextMilestone(quiet, new Date(after(hours)), PARIS));
    expect(steps.map((one) => one?.kind === 'remind' && [one.step, one.roles.join()])).toEqual([
      [25, 'L,DIR'],
      [50, 'DIR'],
      [75, 'DIR,DPO'],
      [90, 'O,IM,DPO,DIR,L'],
      [100, 'DIR,DPO'],
    ]);
  });

  it('comes before what the house alone reminds itself of, so that neither hides the other', () => {
    const told = ['receipt', 'alert'].map((step) => ({ step: step as 'receipt' | 'alert', about: 1, at: NOW }));
    const quiet = { ...attacked().state(), peopleTold: told };
    expect(quiet.stage).toBe('TRIAGE');
    const first = nextMilestone(quiet, new Date(after(40)), PARIS);
    if (first?.kind !== 'remind') throw new Error('the law is not first');
    const reminded = { ...quiet, regimesReminded: [{ ...first, at: NOW }] };
    expect(nextMilestone(reminded, new Date(after(40)), PARIS)?.kind).toBe('tell');
  });

  it('not of what was no attack', () => {
    expect(dueOf(attacked({ malicious: false }))).toEqual({});
    const story = attacked({ malicious: false });
    story.act({ ...commands['facts.record'], malicious: true });
    expect(dueOf(story)).toEqual({ 'insuranceComplaint.complaint': after(72) });
  });

  it('an earlier knowledge binds at once; a later one, or none, moves nothing', () => {
    const story = attacked();
    story.act({ ...commands['facts.record'], attackKnownAt: after(-2) });
    story.act({ ...commands['facts.record'], attackKnownAt: after(0.5) });
    story.act({ ...commands['facts.record'], attackKnownAt: null, malicious: false });
    expect(dueOf(story)).toEqual({ 'insuranceComplaint.complaint': after(70) });
  });

  it('is silent once it was filed, or two persons recorded that there is no policy', () => {
    const filed = attacked();
    filed.act({ ...commands['regime.record'], regime: 'insuranceComplaint', stage: 'complaint' });
    expect(stagesHere(filed.state(), null, new Date(NOW)).map(({ sentAt }) => sentAt)).toEqual([NOW]);
    const story = attacked();
    story.act({ kind: 'regime.exclude', regimes: ['insuranceComplaint'], reason: 'aucune police' }, people.dpo);
    expect(dueOf(story)).toEqual({ 'insuranceComplaint.complaint': after(72) });
    story.yes(people.director);
    expect(dueOf(story)).toEqual({});
  });
});

describe('where the case of our own processing has the answer (one fact, one place)', () => {
  const own = () => {
    const story = caseAt('BREACH');
    story.act({ ...caseCommands['regime.exclude'], regimes: ['dora'] });
    story.act(caseCommands['regime.concern']);
    return elsewhereIn(story.state());
  };

  it('it is asked of the incident no more, and refused there', () => {
    const story = storyAt('BREACH');
    expect(unanswered(story.state(), own())).not.toContain('nis2');
    expect(unanswered(story.state(), own())).not.toContain('dora');
    expect(unanswered(story.state(), own())).toContain('eidas');
    const refusal = story.try(concern(), people.dpo, { elsewhere: own() });
    expect(issuesOf(refusal)).toEqual([
      { pointer: '/regime', message: expect.stringMatching(/^answered in the case of our own processing: CTL-/) },
    ]);
  });

  it('a clock that runs here goes on, unless the case asks for the same act no later', () => {
    const story = storyAt('BREACH');
    story.act(concern());
    story.act(concern({ regime: 'dora', triggerAt: AWARE }));
    const here = stagesHere(story.state(), own(), new Date(NOW)).map(({ regime, id }) => `${regime}.${id}`);
    expect(here).not.toContain('nis2.earlyWarning'); // its case counts from March
    expect(here).toContain('dora.initial'); // one person's no in the case stops nothing
    expect(askedOf(story.state()).regimes.answers).toHaveLength(2);
  });
});
