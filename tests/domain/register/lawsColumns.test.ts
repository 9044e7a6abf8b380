import { describe, expect, it } from '@jest/globals';
import { cellsOfIncident, registerColumns } from '../../../domain/register/columns';
import { houseIncident } from '../../../domain/register/incidentPart';
import { writeCell } from '../../../templates/register/writeCell';
import { AWARE, commands, storyAt } from '../../fakes/incidentStory';

const NONE = 'notApplicable';

/** The cells of an incident's row, as they are written. */
function rowOf(story: ReturnType<typeof storyAt>) {
  const around = { notices: [], contracts: [], personName: (id: string) => id };
  const cells = cellsOfIncident(houseIncident(story.state(), around));
  return (key: string) => {
    const cell = cells[registerColumns.findIndex((column) => column.key === key)];
    return cell === NONE ? NONE : writeCell('fr', 'Europe/Paris', cell ?? []);
  };
}

describe('other laws in the register of incidents (domain rules 2.5; GDPR Art 33(5))', () => {
  it('those that apply, what was sent, and those that do not with why, as of a case', () => {
    const story = storyAt('BREACH');
    story.act({ ...commands['regime.concern'], facts: { trustService: 'no' } });
    story.act(commands['regime.record']);
    story.act({ kind: 'regime.exclude', regimes: ['dora'], reason: 'aucune entité financière' });
    const row = rowOf(story);
    expect(row('regimes')).toMatch(/NIS ?2[\s\S]*NIS ?2.*2026/);
    expect(row('regimesExcluded')).toMatch(/DORA.*aucune entité financière$/);
    expect(row('police')).not.toBe(NONE);
  });

  it('the complaint that an attack asks for stands there before anybody answered, and the police once it was filed', () => {
    const story = storyAt('TRIAGE');
    const before = rowOf(story)('regimes');
    story.act({ ...commands['facts.record'], attackKnownAt: AWARE });
    expect(rowOf(story)('regimes')).not.toBe(before);
    const untold = rowOf(story)('police');
    story.act({ ...commands['regime.record'], regime: 'insuranceComplaint', stage: 'complaint' });
    expect([untold, rowOf(story)('police')]).toEqual([expect.not.stringMatching(/Oui/), 'Oui']);
  });

  it('of an event that nobody has looked at, or that was put aside as nothing, they cannot be said', () => {
    for (const stage of ['EVENT_NEW', 'EVENT_CLOSED'] as const) {
      const row = rowOf(storyAt(stage));
      expect(['regimes', 'regimesExcluded', 'police'].map(row)).toEqual([NONE, NONE, NONE]);
    }
  });
});
