import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valuesOf } from '../../domain/journal/entry';
import { breachOf, itemsOf, type Speaker, speakerOf } from '../fakes/breachStory';
import { annexOf, controllers } from '../fakes/noticeHouse';
import { annex, foundHouse, startRealHouse } from '../fakes/realHouse';
import { openPageDoor, type PageDoor } from '../security/pageDoor';

type House = Awaited<ReturnType<typeof startRealHouse>>;
type Side = { house: House; door: PageDoor; orgId: string; speaker: Speaker };

const sides: Side[] = [];

/** An installation of its own: its stores, its door, one organisation. */
async function install(): Promise<Side & { personId: string }> {
  const house = await startRealHouse();
  const door = await openPageDoor(house.ports, house.mailbox);
  const { orgId, token, personId } = await foundHouse(house.ports);
  await house.proofs.signNow(orgId);
  const side = { house, door, orgId, speaker: speakerOf(door, orgId, token) };
  sides.push(side);
  return { ...side, personId };
}

let processor: Side & { personId: string };
let controller: Side;
let noticeId: string;
let link: string;
let incident: string;

const guest = (path: string, form: Record<string, string>) => processor.door.send(`/n/${link}${path}`, '', form);
const typesIn = async ({ house, orgId }: Side) => {
  const entries = await house.ports.journal.readWindow(orgId, 0, 1_000);
  return entries.map(({ type }) => type);
};
/** Every value of its journal, as one text. */
const valuesIn = async ({ house, orgId }: Side) => {
  const entries = await house.ports.journal.readWindow(orgId, 0, 1_000);
  return JSON.stringify(entries.map(valuesOf));
};
const proofOf = async (version: number): Promise<string> => {
  const found = await processor.door.call('GET', `/n/${link}/envelope/${version}`);
  expect(found.status).toBe(200);
  return found.text;
};
const receive = (envelope: string, more: object = {}) =>
  controller.speaker.post('/cases/received', {
    envelope,
    receivedAt: new Date().toISOString(),
    text: 'Un tableau est parti chez un tiers.',
    ...more,
  });

beforeAll(async () => {
  processor = await install();
  controller = await install();
  const { speaker, house, orgId, personId } = processor;
  const { body } = await speaker.post('/agreements', annex());
  await speaker.post('/agreements', annexOf('aube')); // of whom the other side must not hear
  const { notices, incident: path } = await breachOf(speaker, String(body.id), personId, house.ports.now());
  incident = path;
  noticeId = String(notices.body.items[0].id);
  const sent = await speaker.decide(`/notices/${noticeId}`, '/sending', { items: itemsOf(house.ports.now()) });
  expect(sent.status).toBe(202);
  link = await house.ports.links.issue(orgId, noticeId, 'c1');
}, 60_000);
afterAll(async () => {
  for (const { door, house } of sides) {
    await door.stop();
    await house.stop();
  }
});

describe('a notice between two installations (duties S3-04, S3-08; domain rules 7.4)', () => {
  let caseId: string;

  it('is refused while the sender is unknown, and says what to do', async () => {
    const before = await controller.house.ports.journal.head(controller.orgId);
    const refused = await receive(await proofOf(1));
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('record the party');
    expect(await controller.house.ports.journal.head(controller.orgId)).toBe(before);
  });

  it('opens a case once the key was given by another way, and is one however often it comes', async () => {
    const key = await processor.house.proofs.notary.verifierKey(processor.orgId);
    const party = await controller.speaker.post('/parties', { role: 'processor', name: 'SLIME', key });
    expect(party.status).toBe(201);
    const proof = await proofOf(1);
    const opened = await receive(proof);
    expect(opened.status).toBe(201);
    caseId = opened.body.id;
    expect((await receive(proof)).body.id).toBe(caseId);
    const one = (await controller.speaker.get(`/cases/${caseId}`)).body;
    expect(one).toMatchObject({ origin: 'processor', told: [{ from: 'SLIME', version: 1 }] });
    expect(one.clock.strict).toBe(new Date(Date.parse(one.receivedAt) + 72 * 3_600_000).toISOString());
  });

  it('is refused when a character of it is another', async () => {
    const proof = await proofOf(1);
    for (const bytes of [proof.replace('"version":1', '"version":7'), proof.replace('{"seal":', '{ "seal":')]) {
      expect((await receive(bytes)).status).toBe(400);
    }
    expect((await controller.speaker.get(`/cases/${caseId}`)).body.told).toHaveLength(1);
  });

  it('is acknowledged by its link, and each side records its own', async () => {
    const sent = await guest('', { name: 'Dana Exemple', function: 'DPO', version: '1' });
    expect(sent.status).toBe(303);
    const acknowledgement = { acknowledgedAt: new Date().toISOString(), name: 'Dana Exemple', function: 'DPO' };
    const noted = await controller.speaker.post(`/cases/${caseId}/processor/acknowledgements`, acknowledgement);
    expect(noted.status).toBe(200);
    expect((await processor.speaker.get(`/notices/${noticeId}`)).body.delivery).toBe('ACKED');
    expect(await typesIn(processor)).toContain('notice.acknowledged');
    expect(await typesIn(controller)).toContain('processor.acknowledged');
  });

  it('is asked about and answered: the question, its limit and the answer stand on both sides', async () => {
    const text = 'Combien de foyers ?';
    expect((await guest('/ask', { question: text })).status).toBe(303);
    const askedAt = new Date().toISOString();
    await controller.speaker.post(`/cases/${caseId}/processor/questions`, { askedAt, text, urgentHours: 4 });
    const { questions } = (await processor.speaker.get(`/notices/${noticeId}`)).body;
    const answer = 'Quarante et un.';
    await processor.speaker.post(`/notices/${noticeId}/answers`, { questionId: questions[0].id, text: answer });
    expect((await processor.door.call('GET', `/n/${link}`)).text).toContain(answer);
    const [asked] = (await controller.speaker.get(`/cases/${caseId}`)).body.processor.questions;
    expect(asked).toMatchObject({ text, dueAt: new Date(Date.parse(askedAt) + 4 * 3_600_000).toISOString() });
    const answeredAt = new Date().toISOString();
    await controller.speaker.post(`/cases/${caseId}/processor/answers`, {
      questionId: asked.id,
      answeredAt,
      text: answer,
    });
    const [after] = (await controller.speaker.get(`/cases/${caseId}`)).body.processor.questions;
    expect(after).toMatchObject({ answeredAt, answer });
    expect([await typesIn(processor), await typesIn(controller)]).toEqual([
      expect.arrayContaining(['notice.asked', 'notice.answered']),
      expect.arrayContaining(['processor.asked', 'processor.answered']),
    ]);
  });

  it('has a supplement, which is told to the same case', async () => {
    const items = { ...itemsOf(new Date()), c: { answer: 'cannotBeDetermined', reason: 'journaux perdus' } };
    const sent = await processor.speaker.decide(`/notices/${noticeId}`, '/supplements', { items: { c: items.c } });
    expect(sent.status).toBe(202);
    const told = await receive(await proofOf(2), { text: 'On ne saura pas combien.' });
    expect(told.body.id).toBe(caseId);
    const { told: all } = (await controller.speaker.get(`/cases/${caseId}`)).body;
    expect(all.map(({ kind, version }: { kind: string; version: number }) => [kind, version])).toEqual([
      ['notice', 1],
      ['supplement', 2],
    ]);
  });

  it('leaves nothing of one side’s own in the other’s journal but what was sent', async () => {
    const [ours, theirs] = ['réserve interne du prestataire', 'réserve interne du responsable'];
    const noted = await Promise.all([
      processor.speaker.post(`${incident}/notes`, { class: 'general', text: ours }),
      controller.speaker.post(`/cases/${caseId}/notes`, { class: 'general', text: theirs }),
    ]);
    expect(noted.map(({ status }) => status)).toEqual([200, 200]);
    const another = controllers.aube.name;
    const [own, other] = [await valuesIn(controller), await valuesIn(processor)];
    expect([other.includes(ours), other.includes(another), own.includes(theirs)]).toEqual([true, true, true]);
    expect([own.includes(ours), own.includes(another), other.includes(theirs)]).toEqual([false, false, false]);
    expect(await proofOf(1)).not.toContain(another);
  });
});
