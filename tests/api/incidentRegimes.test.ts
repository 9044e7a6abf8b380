import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegimeId } from '../../domain/regime/vocabulary';
import { signalOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { contextOf, newcomer } from '../fakes/organisations';
import { foundHouse } from '../fakes/realHouse';

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let dpo: Speaker;
let director: Speaker;
let manager: Speaker;

beforeAll(async () => {
  door = await openDoor(house.ports);
  const home = await foundHouse(house.ports, ['DIR']);
  director = speakerOf(door, home.orgId, home.token);
  const registrar = await contextOf(house.ports, (await newcomer(home.director, ['DIR'])).secret);
  dpo = speakerOf(door, home.orgId, (await newcomer(registrar, ['DPO'])).secret);
  manager = speakerOf(door, home.orgId, (await newcomer(registrar, ['IM'])).secret);
}, 60_000);
afterAll(() => door.stop());

const hoursAgo = (hours: number) => new Date(house.ports.now().getTime() - hours * 3_600_000).toISOString();
const nis2 = (hours: number) => ({
  regime: 'nis2',
  triggerAt: hoursAgo(hours),
  reason: 'x',
  facts: { trustService: 'no' },
});
const others = { regimes: RegimeId.options.filter((id) => id !== 'nis2'), reason: 'x' };

async function lookedInto(): Promise<string> {
  const { body } = await dpo.post('/signals', signalOf(house.ports.now()));
  const path = `/incidents/${body.incidentId}`;
  await manager.decide(path, '/triage', {});
  return path;
}

describe('other laws on an incident, by REST', () => {
  it('an answer runs its stages, in the incident and among all clocks', async () => {
    const path = await lookedInto();
    expect((await dpo.decide(path, '/regimes/concerned', nis2(10))).status).toBe(200);
    const { regimes } = (await dpo.get(path)).body;
    expect(regimes.answers[0]).toMatchObject({ regime: 'nis2', concerned: 'yes' });
    const { items } = (await dpo.get('/clocks')).body;
    expect(items.map(({ stage }: { stage: string | null }) => stage)).toContain('nis2.earlyWarning');
  });

  it('excluding what runs waits for management; other laws are excluded at once', async () => {
    const path = await lookedInto();
    await dpo.decide(path, '/regimes/concerned', nis2(10));
    expect((await dpo.decide(path, '/regimes/excluded', others)).status).toBe(200);
    const asked = await dpo.decide(path, '/regimes/excluded', { regimes: ['nis2'], reason: 'x' });
    expect(asked.body.approval).not.toBeNull();
    expect((await dpo.get(path)).body.regimes.stages).not.toEqual([]);
    await director.decide(path, '/regimes/excluded', { regimes: ['nis2'], reason: 'x' });
    expect((await dpo.get(path)).body.regimes).toMatchObject({ stages: [], unanswered: [] });
  });
});
