import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let path: string;
let id: string;

beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  id = await openNightCase(night);
  path = `/cases/${id}`;
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const said = async () => (await night.ports.projections.read(night.orgId, 'controllerCase', id))?.said;

describe('"none" in the record of a breach', () => {
  it('is an answer of its own, stands on the sheet and stays ticked', async () => {
    expect((await said())?.otherBodies).toBeUndefined();
    const none = { 'none.otherBodies': 'on', 'none.sensitive': 'on', 'none.establishments': 'on' };
    expect((await door.send('sacha', `${path}/record`, none)).status).toBe(303);
    expect(await said()).toMatchObject({ otherBodies: [], sensitive: [], establishments: [] });
    const form = (await door.read('sacha', `${path}/record`)).text;
    expect(form).toMatch(/name="none.otherBodies"[^>]*checked/);
    expect(form).not.toMatch(/name="none.measuresAfter"[^>]*checked/);
  });

  it('yields to what is given in the same form', async () => {
    const both = { 'none.sensitive': 'on', 'sensitive.health': 'on' };
    expect((await door.send('sacha', `${path}/record`, both)).status).toBe(303);
    expect((await said())?.sensitive).toEqual(['health']);
  });
});
