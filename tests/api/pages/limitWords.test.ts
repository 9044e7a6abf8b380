import { describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

describe('from which instant a contract’s limit runs', () => {
  it('is said of each contract on the form that starts clocks, and on the contract’s own page', async () => {
    const told = await tellNight();
    const door = await openNightDoor(told.night);
    const said =
      /24\sh à compter de la prise de connaissance\s; si la confidentialité est touchée, à compter de la détection/;
    const form = await door.read('paul', `/incidents/${told.stolen.id}/extend`);
    expect(form.text.match(new RegExp(said, 'g'))).toHaveLength(2);
    const contract = await door.read('paul', `/agreements/${told.night.agreements.val}`);
    expect(contract.text).toMatch(said);
    expect(contract.text).toContain('D’où court le délai');
    await door.stop();
  });

  it('of a suspicion, says when the limit would end, and that it is past', async () => {
    const told = await tellNight();
    const door = await openNightDoor(told.night);
    const suspecting = async (id: string) => {
      await told.night.command('ines', id, { kind: 'triage.start', firstFacts: null });
      await told.night.command('paul', id, {
        kind: 'incident.declare',
        incidentKind: 'other',
        severity: 'low',
        harmed: 'security',
        possibleCrime: 'no',
        leadId: told.night.as('paul').actor.id,
        basis: 'Confirmé.',
      });
      return (await door.read('paul', `/incidents/${id}/suspect`)).text;
    };
    // first alert at 02:38 in Paris, no detection: 24 h from then, over the change of the hour
    expect((await suspecting(told.scan)).match(/avant le dim\.\s29\smars\s03:38\s\(UTC\+2\)/g)).toHaveLength(2);
    const old = await told.night.report('ines', 'Vu trop tard.', '2026-03-26T01:00:00.000Z', 'event');
    expect((await suspecting(old)).match(/a pris fin le ven\.\s27\smars\s02:00/g)).toHaveLength(2);
    await door.stop();
  });
});
