import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breachOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { contextOf, newcomer } from '../fakes/organisations';
import { annex, foundHouse, startRealHouse, tokenFor } from '../fakes/realHouse';

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Awaited<ReturnType<typeof foundHouse>>;
/** Has just been given a key by the founder, and gives the others theirs. */
let registrar: Speaker;
let manager: Speaker;
let dpo: Speaker;
let director: Speaker;
let agreementId: string;

beforeAll(async () => {
  house = await startRealHouse();
  door = await openDoor(house.ports);
  home = await foundHouse(house.ports, ['DPO', 'DIR', 'IM', 'O']);
  const { secret } = await newcomer(home.director, ['O', 'IM', 'DPO', 'DIR']);
  registrar = speakerOf(door, home.orgId, secret);
  const keys = await contextOf(house.ports, secret);
  const as = async (role: 'IM' | 'DPO' | 'DIR') => speakerOf(door, home.orgId, (await newcomer(keys, [role])).secret);
  [manager, dpo, director] = [await as('IM'), await as('DPO'), await as('DIR')];
  const founder = speakerOf(door, home.orgId, home.token);
  agreementId = (await founder.post('/agreements', annex())).body.id;
}, 60_000);
afterAll(async () => {
  await door.stop();
  await house.stop();
});

const minutesAgo = (minutes: number) => new Date(house.ports.now().getTime() - minutes * 60_000).toISOString();

/** A breach whose awareness somebody asks to move later: DPO and management must both agree. */
async function asked(by: Speaker) {
  const { incident, touched } = await breachOf(by, agreementId, home.personId, house.ports.now());
  const at = minutesAgo(1);
  const aware = { awareAt: at, detectedAt: at, nature: ['confidentiality'], touched, why: 'sûr', gapReason: null };
  await by.decide(incident, '/awareness', aware);
  const later = { awareAt: minutesAgo(0.5), detectedAt: at, nature: ['confidentiality'], reason: 'relecture' };
  const { body } = await by.decide(incident, '/corrections', later);
  const clock = (await by.get(incident)).body.clock;
  return { incident, clock, later, yes: { requestId: body.approval.requestId }, effective: body.approval.effective };
}

describe('what needs two persons', () => {
  it('leaves the clock where it was until the last of them has agreed, and then moves it', async () => {
    const { incident, clock, later, yes, effective } = await asked(manager);
    expect([effective, clock.awareAt === later.awareAt]).toEqual([false, false]);
    expect((await dpo.post(`${incident}/approvals`, yes)).body.approval).toMatchObject({ effective: false });
    expect((await manager.get(incident)).body.clock).toEqual(clock);
    expect((await director.post(`${incident}/approvals`, yes)).body.approval).toMatchObject({ effective: true });
    expect((await manager.get(incident)).body.clock).toMatchObject({ awareAt: later.awareAt });
  });

  it('counts both who agree at once', async () => {
    const { incident, later, yes } = await asked(manager);
    const both = await Promise.all([dpo, director].map((speaker) => speaker.post(`${incident}/approvals`, yes)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.filter(({ body }) => body.approval.effective).length).toBeGreaterThan(0);
    const { body } = await manager.get(incident);
    expect(body.clock).toMatchObject({ awareAt: later.awareAt });
    expect(body.approvals.at(-1)).toMatchObject({
      status: 'effective',
      voices: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('compares persons, never tokens: one person with two tokens is one', async () => {
    const founder = speakerOf(door, home.orgId, home.token);
    const { incident, yes } = await asked(founder);
    const second = await tokenFor(home.director, { kind: 'person', id: home.personId }, ['DPO', 'DIR']);
    const self = speakerOf(door, home.orgId, second);
    const refused = await self.post(`${incident}/approvals`, yes);
    expect(refused).toMatchObject({ status: 409, body: { code: 'approval.samePerson' } });
    expect((await director.post(`${incident}/approvals`, yes)).body.approval).toMatchObject({ effective: true });
  });

  it('is not done by who has just given the other a key, whichever of them asks', async () => {
    const founder = speakerOf(door, home.orgId, home.token);
    const refused = { status: 409, body: { code: 'approval.samePerson', until: expect.any(String) } };
    const byFounder = await asked(founder);
    expect(await registrar.post(`${byFounder.incident}/approvals`, byFounder.yes)).toMatchObject(refused);
    const byRegistrar = await asked(registrar);
    expect(await founder.post(`${byRegistrar.incident}/approvals`, byRegistrar.yes)).toMatchObject(refused);
  });

  it('is void once somebody decided otherwise meanwhile, and says what changed', async () => {
    const { incident, yes } = await asked(manager);
    const touched = (await manager.get(incident)).body.touched;
    const wider = { touched, ownProcessing: true, basis: 'nos propres fichiers' };
    expect(await manager.decide(incident, '/extension', wider)).toMatchObject({ status: 200 });
    const late = await dpo.post(`${incident}/approvals`, yes);
    expect([409, 412]).toContain(late.status);
    expect(late.body.changed).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'breach.extended' })]));
  });

  it('names what is approved: another hash is refused', async () => {
    const { incident, yes } = await asked(manager);
    const wrong = await dpo.post(`${incident}/approvals`, { ...yes, requestHash: '0'.repeat(64) });
    expect(wrong).toMatchObject({ status: 400, body: { issues: [{ pointer: '/body/requestHash' }] } });
  });
});
