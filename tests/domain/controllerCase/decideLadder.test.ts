import { describe, expect, it } from '@jest/globals';
import { owedBy } from '../../../domain/controllerCase/closing';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { notReached } from '../../../domain/controllerCase/notReached';
import { nextType } from '../../../domain/controllerCase/sheet';
import { caseRows } from '../../../domain/deadline/caseRows';
import { caseAt, commands, decision, NOW, RECEIVED } from '../../fakes/caseStory';
import { after, climb, type Story } from '../../fakes/climbed';
import { people } from '../../fakes/incidentStory';

const lines = (story: Story, until: string, ladder: string, from?: string) =>
  climb(story, until, from).filter((line) => line.includes(`: ${ladder} `));
const obligations = (story: Story, at = NOW) =>
  caseRows(story.state(), new Date(at)).map(({ obligation }) => obligation);

describe('what a filing does not end: the decision on the persons’ risk (domain rules 7.4, ASSESS; 7.7)', () => {
  it.each([
    ['is no breach yet', 'RECEIVED'],
    ['has no decision', 'BREACH'],
  ] as const)('a case that was notified and %s asks from half of the 72 hours on, each day', (_name, stage) => {
    const story = caseAt(stage);
    story.act({ ...commands['authority.file'], type: 'complete' });
    expect(lines(story, after(RECEIVED, 90), 'decide')).toEqual([
      '36 h: decide 36 DPO+DIR',
      '60 h: decide 60 DPO+DIR',
      '84 h: decide 84 DPO+DIR',
    ]);
  });

  it('while the 72 hours run their own ladder asks, and once it is decided nobody is asked', () => {
    expect(lines(caseAt('BREACH'), after(RECEIVED, 90), 'decide')).toEqual([]);
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(decision('unlikely'));
    expect(lines(story, after(RECEIVED, 90), 'decide')).toEqual([]);
  });

  it('news after the decision is asked about each day until the risk is decided again', () => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type: 'complete' });
    story.act(decision('unlikely'));
    story.act(commands['told.add'], people.oncall, after(NOW, 1));
    expect(lines(story, after(NOW, 60), 'decide', NOW)).toEqual(['25 h: decide 24 DPO+DIR', '49 h: decide 48 DPO+DIR']);
    story.act(commands['risk.score'], people.dpo, after(NOW, 61));
    story.act(decision('unlikely'), people.director, after(NOW, 62));
    const onward = caseRungs(story.state(), new Date(after(NOW, 200)));
    expect(onward.filter(({ ladder }) => ladder === 'decide')).toEqual([]);
  });
});

describe('E10: what was notified and is no breach is withdrawn, complete or not', () => {
  const ruledOut = (type: 'initial' | 'complete'): Story => {
    const story = caseAt('BREACH');
    story.act({ ...commands['authority.file'], type });
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    return story;
  };

  it.each(['initial', 'complete'] as const)('after a notification that was %s', (type) => {
    const story = ruledOut(type);
    expect(owedBy(story.state())).toEqual([{ what: 'file', authorityId: 'cnil' }]);
    expect(obligations(story)).toContain('authorityWithdrawal');
    expect(lines(story, after(NOW, 200), 'withdraw', NOW)).toEqual([
      '24 h: withdraw 24 DPO',
      '192 h: withdraw 192 DPO',
    ]);
    const others = caseRungs(story.state(), new Date(after(NOW, 2000)));
    expect(others.filter(({ ladder }) => ladder === 'complement' || ladder === 'silence')).toEqual([]);
    expect(nextType(story.state(), 'cnil')).toBe('withdrawal');
    story.act(commands['authority.withdraw']);
    expect([owedBy(story.state()), obligations(story)]).toEqual([[], []]);
    expect(nextType(story.state(), 'cnil')).toBe('initial');
  });

  it('asks for nothing where nobody was notified', () => {
    const story = caseAt('BREACH');
    story.act(commands.ruleOut, people.dpo);
    story.yes(people.director);
    expect([owedBy(story.state()), obligations(story)]).toEqual([[], []]);
    expect(nextType(story.state(), 'cnil')).toBe('initial');
  });
});

describe('what comes in after the end has its limit on the board, too', () => {
  it('a question of the authority', () => {
    const story = caseAt('CLOSED');
    expect(obligations(story)).toEqual([]);
    story.act(commands['authority.ask']);
    expect(obligations(story)).toEqual(['authorityQuestion']);
  });
});

describe('E11: a public notice in place of telling is decided, never recorded alone (GDPR Art 34(3)(c))', () => {
  it('is refused as a way of telling, unless the risk was decided with ground c', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.decide']);
    story.act(commands['persons.draft']);
    const refused = story.try({ ...commands['persons.tell'], means: 'publicNotice' });
    expect(JSON.stringify(refused)).toContain('/means');
    expect(story.state().persons.state).not.toBe('TOLD');
  });
});

describe('told versus concerned', () => {
  it('counts what is recorded after the persons were told', () => {
    const story = caseAt('BREACH');
    story.act(commands['risk.decide']);
    story.act(commands['persons.draft']);
    story.act({ ...commands['persons.tell'], told: 40, concerned: 40, bounced: 0 });
    expect(notReached(story.state())).toBeNull();
    story.act({ kind: 'record.change', change: { persons: { amount: 'exact', count: 4000 } } });
    expect(notReached(story.state())).toMatchObject({ told: 40, concerned: 4000 });
  });
});
