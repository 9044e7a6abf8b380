import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameAmong } from '../../../api/pages/rowWords';
import { openNightDoor } from '../../fakes/nightDoor';
import { memberPaths } from '../../fakes/nightPaths';
import { tellNight } from '../../fakes/nightStory';
import { seen } from '../../fakes/seen';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

describe('a role is shown in words', () => {
  it.each(['fr', 'en'] as const)('on every page of the house, in %s', async (language) => {
    const faults: string[] = [];
    for (const path of memberPaths(told).filter((one) => !one.startsWith('/mailbox/'))) {
      const { text } = await door.read('sacha', path, language);
      // what is read on the telephone is a letter, in a letter's words
      const ours = text.replaceAll(/<p class="letter-text">.*?<\/p>/gs, '');
      const codes = seen(ours).match(/.{0,20}\b(?:IM|DPO|DIR|EC|CC|CDPO|AUDITOR)\b.{0,20}/g) ?? [];
      faults.push(...codes.map((words) => `${path}: ${words}`));
    }
    expect(faults).toEqual([]);
  });

  it('where Vigie says whom it will remind', async () => {
    const fr = seen((await door.read('paul', '', 'fr')).text);
    expect(fr).toContain('rappel à la direction, à l’astreinte, au responsable d’incident');
    const en = seen((await door.read('paul', '', 'en')).text);
    expect(en).toContain('Reminder to management, the on-call person, the incident manager');
  });
});

describe('an incident', () => {
  it('shows the number of persons that a notice gave last', async () => {
    const { text } = await door.read('paul', `/incidents/${told.stolen.id}`);
    expect(seen(text)).toContain('Personnes 412 au moins');
    const { night, stolen } = told;
    const path = `/incidents/${stolen.id}/fact`;
    await night.command('paul', stolen.id, {
      kind: 'facts.record',
      agreementId: night.agreements.aube,
      persons: { approx: 88 },
    });
    expect((await door.read('paul', path)).status).toBe(200);
    expect(seen((await door.read('paul', `/incidents/${stolen.id}`)).text)).toContain('Personnes 500 environ');
    await night.command('paul', stolen.id, { kind: 'facts.record', agreementId: null, persons: { approx: 490 } });
    expect(seen((await door.read('paul', `/incidents/${stolen.id}`)).text)).toContain('Personnes 490 environ');
  });
});

describe('clocks of two contracts of one controller', () => {
  const of = (name: string, reference: string) =>
    ({ agreement: { reference, document: { controller: { name } } } }) as Parameters<typeof nameAmong>[0];

  it('name the contract; a controller with one contract is named alone', () => {
    const cases = [of('Ville', 'PAIE-1'), of('Ville', 'ETAT-CIVIL-2'), of('Port', 'PORT-1')];
    expect(cases.map((one) => nameAmong(one, cases))).toEqual(['Ville, PAIE-1', 'Ville, ETAT-CIVIL-2', 'Port']);
  });
});
