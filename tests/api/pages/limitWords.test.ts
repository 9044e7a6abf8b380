import { describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

describe('from which instant a contract’s limit runs', () => {
  it('is said of each contract on the form that starts clocks, and on the contract’s own page', async () => {
    const told = await tellNight();
    const door = await openNightDoor(told.night);
    const said =
      /24 h à compter de la prise de connaissance\s; si la confidentialité est touchée, à compter de la détection/;
    const form = await door.read('paul', `/incidents/${told.stolen.id}/extend`);
    expect(form.text.match(new RegExp(said, 'g'))).toHaveLength(2);
    const contract = await door.read('paul', `/agreements/${told.night.agreements.val}`);
    expect(contract.text).toMatch(said);
    expect(contract.text).toContain('D’où court le délai');
    await door.stop();
  });
});
