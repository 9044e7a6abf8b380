import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightCase, printNightLetters } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let base: string;
let letters: string;
let asked = 0;

beforeAll(async () => {
  told = await tellNight();
  const { night } = told;
  base = `/cases/${await openNightCase(night)}`;
  letters = `${base}/recipients/${await printNightLetters(night, base.replace('/cases/', ''))}/letters`;
  const { people } = night.ports;
  night.ports.people = {
    ...people,
    withRoles(orgId, roles) {
      if (roles.join() === 'DPO') asked += 1;
      return people.withRoles(orgId, roles);
    },
  };
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

/** How often the page looks up who the officer is. */
async function timesOf(path: string): Promise<number> {
  asked = 0;
  expect([path, (await door.read('sacha', path)).status]).toEqual([path, 200]);
  return asked;
}

describe('what the organisation says of itself is read', () => {
  it('by no page of a case that fills in no form', async () => {
    for (const path of ['', '/files', '/regimes', '/recipients', '/message', '/approve'].map((one) => base + one))
      expect([path, await timesOf(path)]).toEqual([path, 0]);
    expect(await timesOf(letters)).toBe(0);
  });

  it('by the sheet, the common template and the form of the record', async () => {
    for (const path of ['/sheet', '/edpb', '/record'].map((one) => base + one))
      expect([path, (await timesOf(path)) > 0]).toEqual([path, true]);
  });
});
