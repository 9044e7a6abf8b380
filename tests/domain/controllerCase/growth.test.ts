import { describe, expect, it } from '@jest/globals';
import type { BreachRecord } from '../../../domain/authority/breachRecord';
import { authorityRegion, awaitsReassessment, currentScore } from '../../../domain/controllerCase/case';
import { owedBy } from '../../../domain/controllerCase/closing';
import type { RecordChange } from '../../../domain/authority/breachRecord';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { openLimit } from '../../../domain/controllerCase/term';
import { caseRows } from '../../../domain/deadline/caseRows';
import { caseAt, commands, decision, LIMIT, NOW } from '../../fakes/caseStory';
import { data, found, scored } from '../../fakes/edpbCases';
import { commands as said } from '../../fakes/incidentStory';
import { known } from '../../fakes/ownCaseStory';
import { people } from '../../fakes/incidentStory';

const change = (fields: RecordChange) => ({ kind: 'record.change' as const, change: fields });
const whats = (one: Parameters<typeof owedBy>[0]) => owedBy(one).map(({ what }) => what);

/** Forty persons, their names and what they owe: decided that no authority need be told. */
function decided() {
  const story = caseAt('BREACH');
  story.act(decision('unlikely'));
  return story;
}

describe('facts that grow after the decision (domain rules 7.4, reassess)', () => {
  it.each<[string, RecordChange]>([
    ['more persons', { persons: { amount: 'exact', count: 41 } }],
    ['further data', { data: ['contact-details', 'location'] }],
    ['special categories', { sensitive: ['health'] }],
    ['something else lost', { natures: ['availability'] }],
  ])('%s: decided again, and the limit runs from the same instant until then', (_what, fields) => {
    const story = decided();
    expect(openLimit(story.state())).toBeNull();
    const one = story.act(change(fields));
    expect(awaitsReassessment(one)).toBe(true);
    expect(authorityRegion(one)).toBe('PENDING');
    expect(openLimit(one)?.strict).toBe(LIMIT);
    expect(whats(one)).toEqual(expect.arrayContaining(['reassess', 'authority']));
    expect(currentScore(one)).toBeNull();
    expect(story.try(decision('unlikely'))).toMatchObject({
      ok: false,
      error: { issues: [{ message: 'more was told after the risk was scored: score it again first' }] },
    });
    story.act(commands['risk.score']);
    expect(authorityRegion(story.act(decision('unlikely')))).toBe('NOT_REQUIRED');
  });

  it.each<[string, RecordChange]>([
    ['words', { description: 'Un second classeur.', harmsText: 'Démarchage.' }],
    ['as many persons', { persons: { amount: 'exact', count: 40 } }],
    ['fewer persons', { persons: { amount: 'exact', count: 12 } }],
    ['a number that nobody knows', { persons: { amount: 'unknown' } }],
    ['fewer data', { data: ['contact-details'] }],
    ['records', { records: { amount: 'exact', count: 90_000 } }],
  ])('%s ask for nothing', (_what, fields) => {
    const one = decided().act(change(fields));
    expect(awaitsReassessment(one)).toBe(false);
    expect(authorityRegion(one)).toBe('NOT_REQUIRED');
  });

  it('of the incident of our own overtake the decision, though nothing was told', () => {
    const story = known();
    story.act(commands['risk.score']);
    story.act(decision('unlikely'), people.director);
    expect(authorityRegion(story.state())).toBe('NOT_REQUIRED');
    story.incident.act({ ...said['facts.record'], persons: { approx: 40_000 }, sensitive: ['health'] });
    story.follow();
    expect(authorityRegion(story.state())).toBe('PENDING');
    expect(whats(story.state())).toContain('reassess');
  });

  it('tell DPO and management at once, and each day from a day on; the row counts from them', () => {
    const one = decided().act(change({ persons: { amount: 'exact', count: 400 } }));
    const rungs = caseRungs(one, new Date(NOW)).filter(({ about }) => about === one.seq);
    expect(rungs).toMatchObject([
      { ladder: 'reassess', roles: ['DPO', 'DIR'] },
      { ladder: 'decide', step: 24 },
    ]);
    const row = caseRows(one, new Date(NOW)).find(({ obligation }) => obligation === 'riskDecision');
    expect(row?.clock.startedAt).toBe(NOW);
  });

  it('before the decision need no second assessment', () => {
    const story = caseAt('BREACH');
    expect(currentScore(story.act(change({ persons: { amount: 'exact', count: 400 } })))).not.toBeNull();
  });

  it('in entries of before overtake nothing', () => {
    const values: BreachRecord = { persons: { amount: 'exact', count: 40_000 } };
    const one = decided().write({ type: 'case.recorded', values });
    expect(awaitsReassessment(one)).toBe(false);
    expect(authorityRegion(one)).toBe('NOT_REQUIRED');
  });
});

describe('an assessment after the decision', () => {
  const mild = {
    ...commands['risk.score'],
    score: scored({ data: [data('simple', 0, 'contact-details')], persons: 40, confidentiality: 'knownRecipients' }),
    findings: found(),
  };

  it('that comes to anything else asks for a decision, and the old one lets nobody off', () => {
    const story = caseAt('BREACH');
    story.act(mild);
    story.act({ ...decision('unlikely') });
    const one = story.act(commands['risk.score']);
    expect(whats(one)).toEqual(expect.arrayContaining(['reassess', 'authority']));
    expect(currentScore(one)?.seq).toBe(one.seq);
    expect(authorityRegion(story.act(decision('unlikely')))).toBe('NOT_REQUIRED');
  });

  it('that comes to the same asks for nothing', () => {
    const one = decided().act(commands['risk.score']);
    expect(awaitsReassessment(one)).toBe(false);
    expect(authorityRegion(one)).toBe('NOT_REQUIRED');
  });
});
