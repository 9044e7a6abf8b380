import { describe, expect, it } from '@jest/globals';
import { factsFor } from '../../../domain/incident/incident';
import { commands, people, storyAt } from '../../fakes/incidentStory';

const facts = commands['facts.record'];

describe('what one controller may be told is known (invariant 8)', () => {
  it('is what is common, and its own part, never another’s', () => {
    const story = storyAt('BREACH');
    story.act(commands['breach.extend']);
    story.act({
      ...facts,
      agreementId: null,
      persons: { approx: 500 },
      description: 'chez Val et Aube',
      ongoing: false,
    });
    story.act({ ...facts, agreementId: 'g1', persons: { approx: 412 }, description: 'vos bénéficiaires' });
    const state = story.state();
    expect(factsFor(state, 'g1')).toMatchObject({
      persons: { approx: 412 },
      description: 'vos bénéficiaires',
      ongoing: false,
    });
    const other = factsFor(state, 'g2');
    expect(other).toMatchObject({ origin: 'wrong-recipient', ongoing: false });
    expect(JSON.stringify(other)).not.toMatch(/500|412|Val|bénéficiaires/);
  });

  it('is all of it where that controller is the only one touched', () => {
    const story = storyAt('BREACH');
    story.act({ ...facts, agreementId: null, persons: { approx: 24 } });
    expect(factsFor(story.state(), 'g1').persons).toEqual({ approx: 24 });
  });

  it('goes by the newest record, field by field; a count can be taken back to unknown', () => {
    const story = storyAt('BREACH');
    story.act({ ...facts, persons: { approx: 24 }, records: { approx: 30 } }, people.dpo);
    story.act({ kind: 'facts.record', agreementId: null, persons: null });
    expect(factsFor(story.state(), 'g1')).toMatchObject({
      persons: null,
      records: { approx: 30 },
      cause: 'internal-accidental',
    });
  });
});
