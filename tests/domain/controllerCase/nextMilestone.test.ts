import { describe, expect, it } from '@jest/globals';
import { caseRows } from '../../../domain/deadline/caseRows';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { isFollowed } from '../../../domain/controllerCase/nextMilestone';
import { caseAt, commands, createCaseStory, decision, NOW, opening, RECEIVED } from '../../fakes/caseStory';
import { after, climb, next, type Story } from '../../fakes/climbed';
import { people } from '../../fakes/incidentStory';

describe('what time makes due in a controller’s case (domain rules 7.4, 7.7)', () => {
  it('climbs the 72 hours: risk decided? propose initial? filed?', () => {
    expect(climb(caseAt('RECEIVED'), after(RECEIVED, 130)).slice(1)).toEqual([
      '18 h: authority 25 DPO',
      '36 h: authority 50 DPO+IM',
      '47.52 h: propose 66 DPO+DIR',
      '54 h: authority 75 DPO+DIR',
      '64.8 h: authority 90 DIR',
      '72 h: authority 100 DIR+DPO',
      '96 h: overdue 96 DIR+DPO',
      '120 h: overdue 120 DIR+DPO',
    ]);
  });

  it('tells DPO and management of a new case at once', () => {
    expect(next(caseAt('RECEIVED'), NOW)).toMatchObject({ ladder: 'opened', roles: ['DPO', 'DIR'] });
  });

  it('of steps that have passed fires only the highest', () => {
    const story = createCaseStory(opening({ receivedAt: '2026-03-08T00:00:00.000Z' }));
    const said = climb(story, NOW, '2026-03-08T00:00:00.000Z');
    expect(said.map((line) => line.split(': ')[1])).toEqual([
      'opened 1 DPO+DIR',
      'authority 75 DPO+DIR',
      'propose 66 DPO+DIR',
    ]);
  });

  it.each([
    ['the authority was told', (story: Story) => story.act({ ...commands['authority.file'], type: 'complete' })],
    ['the risk is unlikely', (story: Story) => story.act(decision('unlikely'))],
  ])('stops once %s', (_name, act) => {
    const story = caseAt('BREACH');
    act(story);
    const ladder = /: (authority|propose|overdue) /;
    expect(climb(story, '2026-03-20T00:00:00.000Z').filter((line) => ladder.test(line))).toEqual([]);
  });

  it('asks for the complement 72 h after the initial one, then each week', () => {
    const story = caseAt('BREACH');
    story.act(commands['authority.file']);
    expect(climb(story, after(NOW, 72 + 2 * 168), NOW).filter((line) => line.includes('complement'))).toEqual([
      '72 h: complement 72 DPO',
      '240 h: complement 240 DPO',
      '408 h: complement 408 DPO',
    ]);
  });

  it('asks for a draft within 24 h of a high risk, and for the sending within 48 h, then each day', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(commands['risk.decide']);
    expect(climb(story, after(NOW, 73), NOW).filter((line) => !line.includes('opened'))).toEqual([
      '24 h: draft 24 DPO',
      '48 h: tell 48 DPO+DIR',
      '72 h: tell 72 DPO+DIR',
    ]);
  });

  it('is silent towards the persons while the police asks for it', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(commands['risk.decide']);
    story.act(commands['persons.hold']);
    expect(climb(story, after(NOW, 160)).filter((line) => !line.includes('opened'))).toEqual([]);
  });

  it('asks for the answer to an authority before its own limit', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act({ ...commands['authority.ask'], dueAt: after(NOW, 100) });
    expect(climb(story, after(NOW, 200), NOW).filter((line) => line.includes('question'))).toEqual([
      '50 h: question 50 DPO',
      '75 h: question 75 DPO+DIR',
      '100 h: question 100 DIR+DPO',
    ]);
  });

  it('asks at once to assess the risk again when more was told', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.decide']);
    story.act(commands['told.add'], people.oncall, after(NOW, 1));
    const said = climb(story, after(NOW, 1), NOW);
    expect(said).toContain('1 h: reassess 1 DPO+DIR');
  });

  it('tells of what comes in after the end too, once', () => {
    const story = caseAt('CLOSED');
    climb(story, after(NOW, 1), NOW);
    expect([next(story, NOW), isFollowed(story.state())]).toEqual([null, false]);
    story.act({ ...commands['told.add'], tellingKind: 'withdrawal' }, people.oncall, after(NOW, 2));
    expect(isFollowed(story.state())).toBe(true);
    expect(climb(story, after(NOW, 3), NOW)).toEqual(['2 h: reassess 1 DPO+DIR']);
    expect(isFollowed(story.state())).toBe(false);
  });

  it('looks no further than two weeks ahead: the relay’s round finds the rest', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(decision('unlikely'));
    climb(story, after(NOW, 1));
    story.act({ ...commands['authority.ask'], dueAt: '2027-02-01T00:00:00.000Z' });
    expect(next(story, NOW)).toBeNull();
    expect(next(story, '2026-08-15T00:00:00.000Z')).toMatchObject({ ladder: 'question', step: 50 });
  });
});

describe('what time makes due under another law (domain rules 6, 7.7)', () => {
  const quiet = () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    return story;
  };
  const regimeLines = (story: Story, until: string) =>
    climb(story, until).filter((line) => /: (nis2|dora|healthIncident)\./.test(line));

  it('climbs the hours of each stage until it is done', () => {
    const story = quiet();
    story.act({ ...commands['regime.concern'], facts: { trustService: 'no', usersAffected: 'no' } });
    story.act({ ...commands['regime.record'], stage: 'notification' });
    expect(regimeLines(story, after(RECEIVED, 30))).toEqual([
      '6 h: nis2.earlyWarning 25 DPO',
      '12 h: nis2.earlyWarning 50 DPO+IM',
      '18 h: nis2.earlyWarning 75 DPO+DIR',
      '21.6 h: nis2.earlyWarning 90 DIR',
      '24 h: nis2.earlyWarning 100 DIR+DPO',
    ]);
  });

  it('a limit of a few hours goes to who is there; one of a month is told 30, 7 and 1 days before', () => {
    const story = quiet();
    story.act({ ...commands['regime.concern'], regime: 'dora', facts: { classifiedAt: RECEIVED } });
    expect(regimeLines(story, after(RECEIVED, 5))).toEqual([
      '2 h: dora.initial 50 O',
      '3 h: dora.initial 75 IM',
      '3.6 h: dora.initial 90 DIR',
      '4 h: dora.initial 100 DIR+DPO',
    ]);
    const monthly = quiet();
    monthly.act({ ...commands['regime.concern'], facts: { trustService: 'no', usersAffected: 'no' } });
    monthly.act(commands['regime.record']);
    monthly.act({ ...commands['regime.record'], stage: 'notification' });
    const days = caseRungs(monthly.state(), new Date(NOW)).filter(({ ladder }) => ladder === 'nis2.final');
    expect(days.map(({ atMs, step, roles }) => [new Date(atMs).toISOString(), step, roles.join('+')])).toEqual([
      ['2026-03-11T22:00:00.000Z', 4, 'DPO'],
      ['2026-04-03T22:00:00.000Z', 77, 'DPO'],
      ['2026-04-09T22:00:00.000Z', 96, 'DPO+DIR'],
      ['2026-04-10T22:00:00.000Z', 100, 'DIR+DPO'],
    ]);
  });

  it('what has no number is asked for each day until it is done', () => {
    const story = quiet();
    story.act({ ...commands['regime.concern'], regime: 'healthIncident', facts: {} });
    expect(regimeLines(story, after(RECEIVED, 49))).toEqual([
      '24 h: healthIncident.report 24 DPO',
      '48 h: healthIncident.report 48 DPO',
    ]);
    story.act(
      { ...commands['regime.record'], regime: 'healthIncident', stage: 'report' },
      people.dpo,
      after(RECEIVED, 49),
    );
    expect(regimeLines(story, after(RECEIVED, 100))).toEqual([]);
  });

  it('is climbed anew once an answer has moved it', () => {
    const story = quiet();
    story.act({ ...commands['regime.concern'], facts: { trustService: 'no', usersAffected: 'no' } });
    climb(story, after(RECEIVED, 13));
    const earlier = { ...commands['regime.concern'], triggerAt: after(RECEIVED, -12) };
    story.act({ ...earlier, facts: { trustService: 'no', usersAffected: 'no' } }, people.dpo, after(RECEIVED, 13));
    expect(next(story, after(RECEIVED, 13))).toMatchObject({ ladder: 'nis2.earlyWarning', step: 100 });
  });
});

describe('the silence of an authority (domain rules 3.5 `s.cnil.silence`, 7.4)', () => {
  const complete = { ...commands['authority.file'], type: 'complete' as const };

  it('two months after the CNIL was told all the DPO is asked once whether to close; nothing closes by itself', () => {
    const story = caseAt('BREACH');
    story.act(complete);
    story.act(decision('unlikely'));
    climb(story, after(NOW, 1));
    const overAt = '2026-05-10T22:00:00.000Z'; // 24:00 in Paris, a Sunday: nothing moves it
    expect(next(story, '2026-05-01T00:00:00.000Z')).toMatchObject({
      ladder: 'silence',
      atMs: Date.parse(overAt),
      roles: ['DPO'],
    });
    expect(climb(story, '2026-05-12T00:00:00.000Z', NOW, '2026-05-01T00:00:00.000Z')).toEqual([
      '1472 h: silence 1 DPO',
    ]);
    expect(next(story, '2026-06-30T00:00:00.000Z')).toBeNull();
    expect(story.state().authorities[0]?.state).toBe('FINAL');
    const rows = (at: string) => caseRows(story.state(), new Date(at)).map(({ obligation }) => obligation);
    expect(rows('2026-05-10T21:59:00.000Z')).not.toContain('authoritySilence');
    expect(rows('2026-05-10T22:00:00.000Z')).toContain('authoritySilence');
    story.act({ ...commands['authority.close'], ground: 'silence' }, people.director, '2026-07-01T00:00:00.000Z');
    expect(rows('2026-07-01T00:00:00.000Z')).not.toContain('authoritySilence');
  });

  it('is counted anew from the answer to a question, and not while one waits', () => {
    const story = caseAt('BREACH');
    story.act(complete);
    const asked = '2026-04-10T08:00:00.000Z';
    const one = story.act({ ...commands['authority.ask'], askedAt: asked }, people.dpo, asked);
    const silent = () => caseRungs(story.state(), new Date(asked)).filter(({ ladder }) => ladder === 'silence');
    expect(silent()).toEqual([]);
    const questionId = one.authorities[0]?.questions[0]?.id ?? '';
    const answeredAt = '2026-04-12T08:00:00.000Z';
    story.act({ ...commands['authority.answer'], questionId, answeredAt }, people.dpo, answeredAt);
    expect(silent().map(({ atMs }) => new Date(atMs).toISOString())).toEqual(['2026-06-12T22:00:00.000Z']);
  });

  it('of an authority that says nothing of it, and of what is not final, nobody is told', () => {
    const story = caseAt('BREACH');
    story.act({ ...complete, authorityId: 'apd-gba' });
    story.act(commands['authority.file']);
    expect(caseRungs(story.state(), new Date(NOW)).filter(({ ladder }) => ladder === 'silence')).toEqual([]);
  });
});
