import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';
import { vigie } from './terminal';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

it('a reference names what its id names: INC, SIG of what became an incident, AV', async () => {
  const env = { VIGIE_URL: door.base, VIGIE_TOKEN: told.night.people.get('ines')?.token ?? '' };
  const show = async (kind: string, id: string) => JSON.parse((await vigie([kind, 'show', id, '--json'], { env })).out);
  const incident = await show('incident', told.stolen.id);
  expect((await show('incident', incident.ref)).id).toBe(told.stolen.id);
  expect((await show('incident', incident.receipt)).id).toBe(told.stolen.id);
  const notice = await show('notice', told.stolen.aube);
  expect((await show('notice', notice.reference)).id).toBe(told.stolen.aube);
  expect((await vigie(['incident', 'show', 'SIG-2026-9999'], { env })).code).toBe(3);
});
