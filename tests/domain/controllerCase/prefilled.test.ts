import { describe, expect, it } from '@jest/globals';
import { commands } from '../../fakes/incidentStory';
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
