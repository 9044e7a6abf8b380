import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Speaker, speakerOf } from '../fakes/breachStory';
import { openDoor } from '../fakes/door';
import { annex, foundHouse, startRealHouse } from '../fakes/realHouse';

let house: Awaited<ReturnType<typeof startRealHouse>>;
let door: Awaited<ReturnType<typeof openDoor>>;
let home: Awaited<ReturnType<typeof foundHouse>>;
let first: Speaker;
let agreementId: string;
let recorded: unknown;

const unserved = [
  {
    pointer: '/body/controller/noticeContacts/0/channels/1',
    channel: 'sms',
    message: 'nothing leaves from here by this channel: this installation does not serve it',
  },
];

beforeAll(async () => {
  house = await startRealHouse();
  door = await openDoor(house.ports);
  home = await foundHouse(house.ports);
  first = speakerOf(door, home.orgId, home.token);
  const answer = await first.post('/agreements', annex());
  recorded = answer.body;
  agreementId = answer.body.id;
});
afterAll(async () => {
  await door.stop();
  await house.stop();
});

describe('an agreement', () => {
  it('is recorded with a warning for each channel that nothing serves', () => {
    expect(recorded).toMatchObject({ warnings: unserved });
  });

  it('is recorded once: the same document again is told where it belongs', async () => {
    const again = await first.post('/agreements', annex());
    expect(again).toMatchObject({ status: 400, body: { issues: [{ pointer: '/body/reference' }] } });
  });

  it('with faults is refused with all of them', async () => {
    const { terms: _terms, ...rest } = annex() as { terms: object };
    const faulty = await first.post('/agreements', { ...rest, language: 'de', endsOn: '2026-13-01' });
    const pointers = faulty.body.issues.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/body/terms', '/body/language', '/body/endsOn']));
  });

  it('is amended only by the signatures of both sides over the same document', async () => {
    const { signatures: _signatures, ...document } = annex() as { signatures: unknown };
    const path = `/agreements/${agreementId}`;
    const next = { ...document, version: 2, inForceFrom: '2027-01-01' };
    const proposed = await first.decide(path, '/amendments', next);
    expect(proposed).toMatchObject({ status: 201, body: { warnings: unserved } });
    const { body } = await first.get(path);
    expect(body).toMatchObject({
      stage: 'AMENDING',
      versions: [{ state: 'SIGNED' }, { state: 'PROPOSED', from: null }],
    });
    const who = { name: 'Alix Modèle', function: 'Gérante' };
    const wrong = await first.post(`${path}/signatures`, { ...who, documentHash: '0'.repeat(64) });
    expect(wrong).toMatchObject({ status: 400, body: { issues: [{ pointer: '/body/documentHash' }] } });
    const { documentHash } = body.versions[1];
    expect(await first.post(`${path}/signatures`, { ...who, documentHash })).toMatchObject({ status: 200 });
    expect((await first.get(path)).body.versions[1]).toMatchObject({
      state: 'PROPOSED',
      signatures: [{ side: 'processor' }],
    });
    expect(await first.decide(path, '/amendment-withdrawal', { reason: 'test' })).toMatchObject({ status: 200 });
  });
});
