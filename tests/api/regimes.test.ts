import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegimeId } from '../../domain/regime/vocabulary';
import { commands, decision } from '../fakes/caseStory';
import { type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { contextOf, newcomer } from '../fakes/organisations';
import { foundHouse } from '../fakes/realHouse';

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let dpo: Speaker;
let director: Speaker;

beforeAll(async () => {
  door = await openDoor(house.ports);
  const home = await foundHouse(house.ports, ['DIR']);
  director = speakerOf(door, home.orgId, home.token);
  const registrar = await contextOf(house.ports, (await newcomer(home.director, ['DIR'])).secret);
  dpo = speakerOf(door, home.orgId, (await newcomer(registrar, ['DPO'])).secret); // whoever gives a token is no second voice
}, 60_000);
afterAll(() => door.stop());

const hoursAgo = (hours: number) => new Date(house.ports.now().getTime() - hours * 3_600_000).toISOString();

const hoursAfter = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();

async function opened(): Promise<string> {
  const told = { origin: 'own', receivedAt: hoursAgo(10), from: 'nous', text: 'un envoi', certain: true };
  const { body } = await dpo.post('/cases', told);
  const path = `/cases/${body.id}`;
  await dpo.decide(path, '/qualification', { nature: ['confidentiality'], reason: 'x' });
  return path;
}
const nis2 = (hours: number) => ({
  regime: 'nis2',
  triggerAt: hoursAgo(hours),
  reason: 'x',
  facts: { trustService: 'no' },
});

describe('other laws on a case, by REST', () => {
  it('an answer runs its stages, in the case and among all clocks, and is one however often it is sent', async () => {
    const path = await opened();
    const key = { 'idempotency-key': randomUUID() };
    const body = nis2(10);
    const first = await dpo.decide(path, '/regimes/concerned', body, key);
    const again = await dpo.decide(path, '/regimes/concerned', body, key);
    expect([first.status, again.body.seq]).toEqual([200, first.body.seq]);
    const { regimes } = (await dpo.get(path)).body;
    expect(regimes.answers).toHaveLength(1);
    expect(regimes.answers[0]).toMatchObject({ regime: 'nis2', concerned: 'yes', facts: { trustService: 'no' } });
    expect(regimes.stages.find(({ stage }: { stage: string }) => stage === 'earlyWarning')).toMatchObject({
      state: 'running',
      dueAt: hoursAfter(body.triggerAt, 24),
    });
    const { items } = (await dpo.get('/clocks')).body;
    expect(items.map(({ stage }: { stage: string | null }) => stage)).toContain('nis2.earlyWarning');
  });

  it('a stage is recorded with its receipt; what is wrong with it is said at its field, and nothing changes', async () => {
    const path = await opened();
    await dpo.decide(path, '/regimes/concerned', nis2(30));
    const late = { regime: 'nis2', stage: 'earlyWarning', sentAt: hoursAgo(1), receipt: 'CERT-FR-1' };
    const refused = await dpo.decide(path, '/regimes/stages', late);
    expect([refused.status, refused.body.issues[0].pointer]).toEqual([400, '/body/delayText']);
    expect((await dpo.get(path)).body.regimes.sent).toEqual([]);
    expect((await dpo.decide(path, '/regimes/stages', { ...late, delayText: 'panne' })).status).toBe(200);
    expect((await dpo.get(path)).body.regimes.sent[0]).toMatchObject({ receipt: 'CERT-FR-1', delayText: 'panne' });
  });

  it('putting a limit off asks a second person, and takes effect with the last voice', async () => {
    const path = await opened();
    await dpo.decide(path, '/regimes/concerned', nis2(10));
    const asked = await dpo.decide(path, '/regimes/concerned', nis2(5));
    expect(asked.body.approval).toMatchObject({ effective: false });
    const dueOf = async () => (await dpo.get(path)).body.regimes.stages[0].dueAt;
    const before = await dueOf();
    const yes = { requestId: asked.body.approval.requestId };
    expect((await dpo.post(`${path}/approvals`, yes)).status).toBe(409);
    expect(await dueOf()).toBe(before);
    expect((await director.post(`${path}/approvals`, yes)).body.approval).toMatchObject({ effective: true });
    expect(Date.parse(await dueOf()) - Date.parse(before)).toBeGreaterThan(4 * 3_600_000);
  });

  it('a case of a breach is closed once every question is answered', async () => {
    const path = await opened();
    const { kind: _score, ...answers } = commands['risk.score'];
    const { kind: _decide, ...unlikely } = decision('unlikely');
    await dpo.decide(path, '/scores', answers);
    await director.decide(path, '/risk', unlikely);
    const { kind: _excuse, ...excused } = commands['record.excuse'];
    expect((await dpo.post(`${path}/record-excuses`, excused)).status).toBe(200);
    const early = await director.decide(path, '/closure', { lessons: 'x' });
    expect([early.status, (await dpo.get(path)).body.owed]).toEqual([
      400,
      [`nobody has said whether these regimes apply: ${RegimeId.options.join(', ')}`],
    ]);
    const none = { regimes: RegimeId.options, reason: 'aucun ne nous vise' };
    expect((await director.decide(path, '/regimes/excluded', none)).status).toBe(200);
    expect((await director.decide(path, '/closure', { lessons: 'x' })).status).toBe(200);
  });
});
