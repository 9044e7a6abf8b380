import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let path: string;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  path = `/cases/new?incidentId=${told.stolen.id}`;
}, 60_000);
afterAll(() => door.stop());

const incident = () => told.night.ports.projections.read(told.night.orgId, 'incident', told.stolen.id);
const cases = () => told.night.ports.projections.list(told.night.orgId, 'controllerCase', { limit: 10 });
const leads = /href="[^"]*\/cases\/new\?incidentId(?:=|&#x3D;)([^"]+)"/;

describe('a case that is opened from an incident', () => {
  it('is offered on the incident’s page to whoever may open one', async () => {
    const page = await door.read('sacha', `/incidents/${told.stolen.id}`);
    expect(leads.exec(page.text)?.[1]).toBe(told.stolen.id);
  });

  it('asks nothing twice: who told, when, what and what is lost stand there already', async () => {
    const known = await incident();
    expect(known?.report.text).toBeTruthy();
    const { text } = await door.read('sacha', path);
    expect(text).toContain('Ce que le signalement a déjà dit');
    expect(text).toContain(known?.report.text?.split('\n')[0]?.slice(0, 30));
    expect(text).toMatch(/name="receivedAt"[^>]*value="\d{4}-/);
    expect(text).toMatch(/name="from"[^>]*value="[^"]+"/);
    const natures = known?.clock.nature ?? [];
    expect(natures.length).toBeGreaterThan(0);
    for (const nature of natures) expect(text).toMatch(new RegExp(`name="nature.${nature}"[^>]*checked`));
    expect(text).toMatch(/<option value="own" selected/);
  });

  it('belongs to that incident once it is opened, and nothing is made of an incident that nobody knows', async () => {
    const before = (await cases()).length;
    const answers = {
      origin: 'thirdParty',
      from: 'Une cliente',
      receivedAtNow: 'yes',
      certain: 'yes',
      text: 'Un ordinateur.',
    };
    const sent = await door.send('sacha', '/cases/new', { ...answers, incidentId: told.stolen.id });
    expect(sent.status).toBe(303);
    const made = await cases();
    expect(made).toHaveLength(before + 1);
    expect(made.find(({ opened }) => opened.origin === 'thirdParty')?.opened.incidentId).toBe(told.stolen.id);
    const unknown = await door.read('sacha', '/cases/new?incidentId=nobody');
    expect(unknown.status).toBe(200);
    expect(unknown.text).not.toContain('Ce que le signalement a déjà dit');
  });
});
