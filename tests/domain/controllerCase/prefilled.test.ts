import { describe, expect, it } from '@jest/globals';
import { commands } from '../../fakes/incidentStory';
import { caseAt, commands as caseCommands } from '../../fakes/caseStory';
import { toldAfterScore } from '../../../domain/controllerCase/completeRecord';
import { data, found, scored } from '../../fakes/edpbCases';
import { declared, known, ours } from '../../fakes/ownCaseStory';

describe('facts of the incident in the record of its case', () => {
  const facts = {
    ...commands['facts.record'],
    data: ['contact-details' as const],
    persons: { approx: 40 },
    description: 'un fichier est parti',
  };

  it('stand where the record is silent, and are marked', () => {
    const story = known();
    story.incident.act(facts);
    story.incident.act(commands['measure.add']);
    expect(story.follow()).toEqual(['case.prefilled']);
    const { record, takenFrom } = story.state();
    expect(record).toMatchObject({
      data: ['contact-details'],
      persons: { amount: 'approx', count: 40 },
      causes: ['internal-accidental'],
      origins: ['wrong-recipient'],
      measuresAfter: [{ what: 'compte fermé', state: 'done' }],
    });
    expect(takenFrom).toMatchObject({ data: 'incident', persons: 'incident', measuresAfter: 'incident' });
    expect(takenFrom.natures).toBeUndefined();
  });

  it('give way to what a person says in the case', () => {
    const story = known();
    story.act({ kind: 'record.change', change: { persons: { amount: 'exact', count: 12 } } });
    story.incident.act(facts);
    story.follow();
    expect(story.state().record.persons).toEqual({ amount: 'exact', count: 12 });
    expect(story.state().takenFrom.persons).toBeUndefined();
  });

  it('are not copied twice, and what was erased in the case is not copied again', () => {
    const story = known();
    story.incident.act(facts);
    story.follow();
    expect(story.follow()).toEqual([]);
    story.put({ type: 'case.prefilled', values: { incidentSeq: story.incident.state().seq, description: null } });
    expect(story.follow()).toEqual([]);
  });

  it('given for several parties together are not said of us alone (invariant 8)', () => {
    const story = declared();
    story.incident.act({ ...ours.aware, touched: [{ agreementId: 'g1', role: 'processor' }] });
    story.incident.act(facts);
    story.follow();
    const { record } = story.state();
    expect(record.data).toEqual(['contact-details']);
    expect(record.persons).toBeUndefined();
    expect(record.description).toBeUndefined();
  });
});

describe('answers of an assessment in the record', () => {
  const score = {
    ...caseCommands['risk.score'],
    score: scored({
      data: [data('simple', 0, 'contact-details'), data('sensitive', 0, 'health')],
      persons: 40,
      confidentiality: 'knownRecipients',
    }),
    findings: found({ identityTheft: 'yes' }),
  };

  it('stand where it is silent, marked: data, special categories, persons, harm, gravity', () => {
    const story = caseAt('BREACH');
    const { record, takenFrom } = story.act(score);
    expect(record).toMatchObject({
      data: ['contact-details'],
      sensitive: ['health'],
      persons: { amount: 'approx', count: 40 },
      harms: ['identity-theft', 'fraud'],
    });
    for (const field of ['data', 'sensitive', 'persons', 'harms', 'gravity'] as const)
      expect(takenFrom[field]).toBe('score');
  });

  it('give way to what a person said, and say nothing of harm where nobody knows', () => {
    const story = caseAt('BREACH');
    story.act({ kind: 'record.change', change: { data: ['location'] } });
    const { record, takenFrom } = story.act({ ...score, findings: found({ identityTheft: 'unknown' }) });
    expect(record.data).toEqual(['location']);
    expect(takenFrom.data).toBeUndefined();
    expect(record.harms).toBeUndefined();
  });

  it('stand before what is taken from the incident: they were given for this very case', () => {
    const story = known();
    story.incident.act({ ...commands['facts.record'], data: ['location'], harms: ['discrimination'] });
    story.follow();
    story.act({ ...score, findings: found({ identityTheft: 'no' }) });
    expect(story.state().record).toMatchObject({ data: ['contact-details'], harms: ['discrimination'] });
    expect(story.state().takenFrom).toMatchObject({ data: 'score', harms: 'incident' });
  });

  it('give way to what the incident says after them, field by field', () => {
    const story = known();
    story.act(score);
    const later = { data: ['location' as const], persons: { approx: 40_000 }, harms: ['discrimination' as const] };
    story.incident.act({ ...commands['facts.record'], ...later });
    story.follow();
    const { record, takenFrom } = story.state();
    expect(record).toMatchObject({
      data: ['location'],
      sensitive: ['health'],
      persons: { amount: 'approx', count: 40_000 },
      harms: ['discrimination'],
    });
    expect(takenFrom).toMatchObject({
      data: 'incident',
      sensitive: 'score',
      persons: 'incident',
      harms: 'incident',
      gravity: 'score',
    });
    expect([...toldAfterScore(story.state())].toSorted()).toEqual(expect.arrayContaining(['data', 'harms', 'persons']));
  });

  it('stand again once the persons are assessed anew', () => {
    const story = known();
    story.act(score);
    story.incident.act({ ...commands['facts.record'], persons: { approx: 40_000 } });
    story.follow();
    story.act({ ...score, score: { ...score.score, persons: { approx: 39_000 } } });
    expect(story.state().record.persons).toEqual({ amount: 'approx', count: 39_000 });
    expect(story.state().takenFrom.persons).toBe('score');
    expect(toldAfterScore(story.state()).has('persons')).toBe(false);
  });
});
