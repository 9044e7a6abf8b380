import { describe, expect, it } from '@jest/globals';
import { toldLetter } from '../../../domain/controllerCase/toldLetter';
import { commands, createCaseStory, RECEIVED } from '../../fakes/caseStory';

const secret = 'Mme Personne, 4 rue du Lac';
const sealed = {
  type: 'case.informed' as const,
  values: {
    version: 1,
    description: secret,
    consequencesText: secret,
    measuresAfter: [],
    sensitive: ['health' as const],
    persons: { amount: 'approx' as const, count: 40 },
    records: { amount: 'unknown' as const },
    period: { period: 'ongoing' as const, from: RECEIVED, estimated: true },
    otherBodies: [{ name: 'Slime', role: 'processor' as const, contact: '+33 1 00 00 00 00', alertedAt: RECEIVED }],
  },
};

describe('what the first mail about a case says of what was received', () => {
  it('of a notice that is described in words alone, is who, when, what was lost and what is missing', () => {
    expect(toldLetter(createCaseStory().state())).toMatchObject({
      from: 'Prestataire d’enquêtes',
      reference: 'AV-arcadia',
      version: 1,
      receivedAt: RECEIVED,
      contact: null,
      terms: [{ field: 'natures', terms: ['confidentiality'] }],
      counts: [],
      missing: [
        { field: 'period', knownBy: null },
        { field: 'origins', knownBy: null },
        { field: 'data', knownBy: null },
        { field: 'personCategories', knownBy: null },
        { field: 'persons', knownBy: null },
        { field: 'records', knownBy: null },
        { field: 'consequencesText', knownBy: null },
        { field: 'measuresAfter', knownBy: null },
      ],
    });
  });

  it('of a sealed notice, is whom to ask, since when, how many and by when the rest is known; never its sentences', () => {
    const story = createCaseStory();
    story.write(sealed);
    const knownBy = '2026-03-12T10:00:00.000Z';
    const awaited = { kind: 'record.change' as const, change: {}, awaited: [{ field: 'records' as const, knownBy }] };
    const told = toldLetter(story.act(awaited));
    expect(told).toMatchObject({
      contact: '+33 1 00 00 00 00',
      beganAt: RECEIVED,
      isOngoing: true,
      counts: [{ field: 'persons', count: { amount: 'approx', count: 40 } }],
    });
    expect(told?.terms).toContainEqual({ field: 'sensitive', terms: ['health'] });
    expect(told?.missing).toEqual([
      { field: 'origins', knownBy: null },
      { field: 'personCategories', knownBy: null },
      { field: 'records', knownBy },
    ]);
    expect(JSON.stringify(told)).not.toContain('Personne');
  });

  it('is of the newest telling', () => {
    const one = createCaseStory().act(commands['told.add']);
    expect(toldLetter(one)).toMatchObject({ kind: 'supplement', version: 2, from: 'Prestataire' });
  });
});
