import { expect, it } from '@jest/globals';
import { readStatistics } from '../../../application/register/readStatistics';
import { wholeRegister } from '../../../domain/register/filter';
import { commands } from '../../fakes/incidentStory';
import { createNight, NIGHT, taken } from '../../fakes/night';

it('a notice that nobody has sent waits until the limit of its contract, and is late from there on', async () => {
  const night = await createNight();
  night.at(NIGHT);
  const id = await night.report('ines', 'portable volé', NIGHT, 'theft');
  const touched = [{ agreementId: night.agreements.val, role: 'processor' as const }];
  await night.command('ines', id, commands['triage.start']);
  await night.command('ines', id, { ...commands['incident.declare'], leadId: night.as('paul').actor.id });
  await night.command('ines', id, { ...commands['breach.suspect'], touched });
  const timing = async (at: string) => {
    night.at(at);
    const { groups } = taken(await readStatistics({ ctx: night.as('sacha'), input: { filter: wholeRegister } }));
    const counts = groups.find(({ key }) => key === 'timing')?.counts ?? [];
    return counts.filter(({ processor }) => processor > 0).map(({ term, processor }) => [term, processor]);
  };
  expect(await timing('2026-03-28T03:00:00.000Z')).toEqual([['waiting', 1]]);
  expect(await timing('2026-04-20T03:00:00.000Z')).toEqual([['late', 1]]);
});
