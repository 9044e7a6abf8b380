import { describe, expect, it } from '@jest/globals';
import type { CaseCommandOf } from '../../../domain/controllerCase/commands';
import { owedBy } from '../../../domain/controllerCase/closing';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { askedOf } from '../../../domain/controllerCase/regimes';
import { answerTo, runningStages, screeningOf } from '../../../domain/regime/asked';
import { caseRows } from '../../../domain/deadline/caseRows';
import { RegimeId } from '../../../domain/regime/vocabulary';
import { HOUR_MS, plusMs } from '../../../domain/shared/instant';
import { caseAt, commands, createCaseStory, decision, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

type Story = ReturnType<typeof createCaseStory>;
type Concern = Partial<CaseCommandOf<'regime.concern'>>;

const concern = (own: Concern = {}) => ({ ...commands['regime.concern'], ...own });
const record = (own: Partial<CaseCommandOf<'regime.record'>> = {}) => ({ ...commands['regime.record'], ...own });
const exclude = (...regimes: RegimeId[]) => ({ ...commands['regime.exclude'], regimes });
const faultsOf = (refusal: unknown) =>
  (refusal as { error: { issues: { pointer: string }[] } }).error.issues.map(({ pointer }) => pointer);
const stages = (story: Story, at = NOW) =>
  Object.fromEntries(
    runningStages(askedOf(story.state()), new Date(at)).map(({ regime, id, dueAt, state }) => [
      `${regime}.${id}`,
      `${state} ${dueAt ?? '-'}`,
    ]),
  );
const after = (hours: number) => plusMs(RECEIVED, hours * HOUR_MS);

describe('the other regimes of a case (domain rules 6 and 7.4, OTHER)', () => {
  it('asks of every regime that was law when the breach was first known', () => {
    const later: RegimeId[] = ['craVulnerability', 'craIncident'];
    expect(screeningOf(askedOf(caseAt('BREACH').state())).unanswered).toEqual(
      RegimeId.options.filter((id) => !later.includes(id)),
    );
  });

  it('takes "it applies" with the instant that its limits count from; they run at once, by the law in force then', () => {
    const story = caseAt('BREACH');
    story.act(concern());
    expect(answerTo(story.state().regimes, 'nis2')).toMatchObject({
      concerned: 'yes',
      profileId: 'EU-2025-01-17',
      byId: 'p-director',
    });
    expect(stages(story)).toMatchObject({
      'nis2.earlyWarning': 'running 2026-03-11T13:20:00.000Z',
      'nis2.notification': 'running 2026-03-13T13:20:00.000Z',
      'nis2.users': 'open -',
      'nis2.final': 'waiting -',
    });
  });

  it.each<[string, Concern, string[]]>([
    ['a trigger that is yet to come', { triggerAt: after(2) }, ['/triggerAt']],
    ['a regime that was not yet law at its trigger', { regime: 'craIncident', facts: {} }, ['/triggerAt']],
    ['a fact of another regime', { facts: { theft: 'yes' } }, ['/facts/theft']],
    [
      'every fault at once',
      { triggerAt: after(2), facts: { theft: 'yes', requestedAt: after(3) } },
      ['/facts/theft', '/triggerAt', '/facts/requestedAt'],
    ],
  ])('refuses %s', (_name, own, pointers) => {
    const story = caseAt('BREACH');
    expect(faultsOf(story.try(concern(own)))).toEqual(pointers);
    expect(story.state().regimes.answers).toEqual([]);
  });

  it('takes "they do not apply, because …" of several in one entry, and keeps what was answered before', () => {
    const story = caseAt('BREACH');
    story.act(exclude('dora', 'psd2', 'dora'));
    expect(screeningOf(askedOf(story.state())).notConcerned).toEqual(['dora', 'psd2']);
    story.act(concern({ regime: 'dora', facts: {} }));
    const { answers } = story.state().regimes;
    expect(answers.map(({ regime, concerned }) => `${regime} ${concerned}`)).toEqual([
      'dora no',
      'psd2 no',
      'dora yes',
    ]);
    expect(screeningOf(askedOf(story.state())).running).toEqual(['dora']);
  });

  it('an earlier trigger counts at once', () => {
    const story = caseAt('BREACH');
    story.act(concern());
    story.act(concern({ triggerAt: after(-2) }));
    expect(stages(story)['nis2.earlyWarning']).toBe(`running ${after(22)}`);
    expect(story.state().approvals).toEqual([]);
  });

  it.each<[string, Concern, Parameters<Story['act']>[0], string]>([
    ['a later trigger', {}, concern({ triggerAt: NOW }), 'nis2.earlyWarning'],
    ['a fact that puts a stage off', { facts: {} }, concern(), 'nis2.notification'],
    ['that it does not apply after all', {}, exclude('nis2', 'eidas'), 'nis2.earlyWarning'],
  ])('%s takes the DPO and management while a limit runs (invariant 4)', (_name, first, command, stage) => {
    const story = caseAt('BREACH');
    story.act(concern(first));
    const before = stages(story)[stage];
    story.act(command, people.dpo);
    expect(stages(story)[stage]).toBe(before);
    expect(story.yes(people.dpo)).toMatchObject({ ok: false, error: { code: 'approval.samePerson' } });
    expect(story.yes(people.manager)).toMatchObject({ ok: false, error: { code: 'actor.forbidden' } });
    expect(story.yes(people.director).ok).toBe(true);
    expect(stages(story)[stage]).not.toBe(before);
    expect(story.state().regimes.answers[0]).toMatchObject({ concerned: 'yes', triggerAt: RECEIVED });
  });

  it('keeps the law that its clock began with while its trigger stays (domain rules 6)', () => {
    const story = createCaseStory(opening({ receivedAt: '2025-08-19T10:00:00.000Z' }));
    const uk = concern({ regime: 'ukTelecom', triggerAt: '2025-08-19T10:00:00.000Z', facts: {} });
    story.act(uk);
    story.act({ ...uk, facts: { unintelligible: 'yes' } });
    expect(story.state().regimes.answers.map(({ profileId }) => profileId)).toEqual(['UK-2021-01-01', 'UK-2021-01-01']);
    expect(stages(story)['ukTelecom.notification']).toContain('2025-08-20T10:00:00.000Z');
  });

  it('a stage that was done stops its clock and starts what follows', () => {
    const story = caseAt('BREACH');
    story.act(concern());
    story.act(record());
    story.act(record({ stage: 'notification' }));
    expect(stages(story)).toMatchObject({
      'nis2.earlyWarning': 'done 2026-03-11T13:20:00.000Z',
      'nis2.final': 'running 2026-04-10T22:00:00.000Z',
    });
  });

  it.each<[string, Partial<CaseCommandOf<'regime.record'>>, string[]]>([
    ['of a regime that nobody said applies', { regime: 'dora', stage: 'initial' }, ['/regime']],
    ['that the regime does not know', { stage: 'complaint' }, ['/stage']],
    ['whose start is not known', { stage: 'final' }, ['/stage']],
    ['before its trigger', { sentAt: after(-1) }, ['/sentAt']],
    ['yet to come', { sentAt: after(3) }, ['/sentAt']],
  ])('refuses a stage %s', (_name, own, pointers) => {
    const story = caseAt('BREACH');
    story.act(concern());
    expect(faultsOf(story.try(record(own)))).toEqual(pointers);
    expect(story.state().regimes.sent).toEqual([]);
  });

  it('asks why a stage left after its limit, and refuses a second sending that changes nothing', () => {
    const story = caseAt('BREACH');
    story.act(concern());
    const late = record({ sentAt: after(25) });
    expect(faultsOf(story.try(late, people.dpo, after(26)))).toEqual(['/delayText']);
    story.act({ ...late, delayText: 'panne du portail' }, people.dpo, after(26));
    expect(stages(story, after(26))['nis2.earlyWarning']).toMatch(/^done_late/);
    expect(faultsOf(story.try({ ...late, delayText: 'encore' }, people.dpo, after(27)))).toEqual(['/stage']);
    story.act(record({ sentAt: after(20) }), people.dpo, after(27));
    expect(stages(story, after(27))['nis2.earlyWarning']).toMatch(/^done /);
  });

  it('refuses every command once the case is closed', () => {
    for (const command of [concern(), exclude('dora'), record()])
      expect(caseAt('CLOSED').try(command)).toMatchObject({ error: { code: 'state.refused' } });
  });
});

describe('an attack that a case names as its cause (insurance code L12-10-1; docs/adr/0053)', () => {
  const COMPLAINT = 'insuranceComplaint.complaint';
  const cause = (...causes: ('external-malicious' | 'internal-accidental' | 'unknown')[]) => ({
    ...commands['record.change'],
    change: { causes },
  });
  const attacked = () => {
    const story = caseAt('BREACH');
    story.act(cause('external-malicious'));
    return story;
  };

  it('runs the 72 hours of the complaint since the breach is known, among all other clocks', () => {
    const story = caseAt('BREACH');
    story.act(cause('internal-accidental'));
    expect(stages(story)).toEqual({});
    story.act(cause('external-malicious'));
    expect(stages(story)).toEqual({ [COMPLAINT]: `running ${after(72)}` });
    expect(screeningOf(askedOf(story.state())).unanswered).not.toContain('insuranceComplaint');
    const rows = caseRows(story.state(), new Date(NOW)).filter(({ obligation }) => obligation === 'regime');
    expect(rows.map(({ stage, clock }) => [stage, clock.dueAt])).toEqual([[COMPLAINT, after(72)]]);
    const steps = caseRungs(story.state(), new Date(NOW)).filter(({ ladder }) => ladder === COMPLAINT);
    expect(steps.map(({ atMs }) => new Date(atMs).toISOString())).toContain(after(18));
    expect(owedBy(story.state())).toContainEqual({ what: 'stage', regime: 'insuranceComplaint', stage: 'complaint' });
  });

  it('is not forgotten by another cause that one person says later: that none is owed takes two (invariant 4)', () => {
    const story = attacked();
    story.act(cause('unknown'));
    expect(stages(story)).toEqual({ [COMPLAINT]: `running ${after(72)}` });
    story.act(exclude('insuranceComplaint'), people.dpo);
    expect(stages(story)).toEqual({ [COMPLAINT]: `running ${after(72)}` });
    expect(story.yes(people.director).ok).toBe(true);
    expect(stages(story)).toEqual({});
  });

  it.each([
    [{ causes: ['external-malicious'], origins: ['equipment-lost-or-stolen'] }, false],
    [{ causes: ['external-malicious'], origins: ['other'] }, true],
    [{ causes: ['internal-malicious'], origins: ['hacking-or-malware', 'equipment-lost-or-stolen'] }, true],
    [{ causes: ['internal-malicious'], origins: [] }, false],
  ] as const)('is one on systems: of %j it runs: %s', (change, runs) => {
    const story = caseAt('BREACH');
    story.act({ ...commands['record.change'], change: { causes: [...change.causes], origins: [...change.origins] } });
    expect(Object.keys(stages(story))).toEqual(runs ? [COMPLAINT] : []);
  });

  it('ends once it is filed', () => {
    const story = attacked();
    story.act(record({ regime: 'insuranceComplaint', stage: 'complaint' }));
    expect(stages(story)[COMPLAINT]).toMatch(/^done /);
  });
});

describe('the end of a case', () => {
  it('waits for an answer about every regime, and for each stage that is owed', () => {
    const story = caseAt('BREACH');
    story.act(decision('unlikely'));
    const others = screeningOf(askedOf(story.state())).unanswered.filter((id) => id !== 'healthIncident');
    story.act(exclude(...others));
    expect(owedBy(story.state())).toEqual([{ what: 'screening', regimes: ['healthIncident'] }]);
    expect(faultsOf(story.try(commands['case.close']))).toEqual(['']);
    story.act(concern({ regime: 'healthIncident', facts: {} }));
    expect(owedBy(story.state())).toEqual([{ what: 'stage', regime: 'healthIncident', stage: 'report' }]);
    expect(faultsOf(story.try(commands['case.close']))).toEqual(['']);
    story.act(record({ regime: 'healthIncident', stage: 'report' }));
    expect(story.act(commands['case.close']).stage).toBe('CLOSED');
  });

  it('a breach that is none is not asked about, but what was said to apply is still owed', () => {
    const story = caseAt('NOT_A_BREACH');
    expect(owedBy(story.state())).toEqual([]);
    story.act(concern({ regime: 'healthIncident', facts: {} }));
    expect(owedBy(story.state())).toEqual([{ what: 'stage', regime: 'healthIncident', stage: 'report' }]);
  });
});

describe('their clocks', () => {
  it('burn among all others until they are done; without a number, by our own target', () => {
    const story = caseAt('BREACH');
    story.act(concern());
    story.act(record());
    const rows = caseRows(story.state(), new Date(NOW)).filter(({ obligation }) => obligation === 'regime');
    expect(rows.map(({ stage, clock, source, hours }) => [stage, clock.dueAt, clock.reg1182, source, hours])).toEqual([
      ['nis2.users', after(24), null, 'procedure', 24],
      ['nis2.notification', after(72), '2026-03-13T14:00:00.000Z', 'law', null],
    ]);
  });
});
