import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAgreement } from '../../application/agreement/readAgreement';
import { remindOfContacts } from '../../application/agreement/remindOfContacts';
import { settleLinks } from '../../application/agreement/settleLinks';
import type { PostAnswer } from '../../application/ports/carriers';
import { TESTED_EVERY_DAYS } from '../../domain/agreement/liveness';
import { DAY_MS } from '../../domain/shared/instant';
import { annex, must } from '../fakes/realHouse';
import { install, type Installation, postTo } from '../fakes/twoHouses';

let processor: Installation;
let controller: Installation;
let agreementId: string;
let partyId: string;

const later = (ms: number) => [processor, controller].forEach(({ clock }) => (clock.aheadMs += ms));
const agreement = async () => (await processor.speaker.get(`/agreements/${agreementId}`)).body;
const way = async () => (await agreement()).contacts.find(({ channel }: { channel: string }) => channel === 'exchange');
const ask = (body: object) => processor.speaker.post(`/agreements/${agreementId}/contact-tests`, body);
const settle = async () => must(await settleLinks({ ctx: processor.engine }));
const heads = () => Promise.all([processor, controller].map(({ house, orgId }) => house.ports.journal.head(orgId)));
const admit = (body: object) => controller.speaker.decide(`/parties/${partyId}`, '/admission', body);
const tie = (exchangeUrl: string) =>
  processor.speaker.post(`/agreements/${agreementId}/tie`, { reason: 'appel', key: controller.key, exchangeUrl });
/** Tests the tie, and lets the engine send; `answer`: instead of the other installation. */
async function testNow(answer?: PostAnswer) {
  const { exchange } = processor.house.ports.carriers;
  if (answer !== undefined) processor.house.ports.carriers.exchange = async () => answer;
  const asked = await ask({ contactId: null, channel: 'exchange' });
  later(10_000); // who asked is done by then
  await settle();
  processor.house.ports.carriers.exchange = exchange;
  return asked;
}

beforeAll(async () => {
  [processor, controller] = await Promise.all([install(), install()]);
  agreementId = (await processor.speaker.post('/agreements', annex())).body.id;
}, 60_000);
afterAll(() => Promise.all([processor.stop(), controller.stop()]));

describe('F36 the tie to another installation', () => {
  it('is none to test before there is one', async () => {
    expect((await ask({ contactId: null, channel: 'exchange' })).status).toBe(400);
    expect(await way()).toBeUndefined();
  });

  it('stands beside the contacts, and why its test has no receipt is said: we are not let in yet', async () => {
    expect((await tie(controller.exchangeUrl)).status).toBe(200);
    expect(await way()).toMatchObject({ contactId: (await agreement()).partyId, state: 'never', why: null });
    const { body } = await testNow();
    expect(body.tests).toEqual([{ contactId: (await agreement()).partyId, channel: 'exchange' }]);
    expect(await way()).toMatchObject({ state: 'waiting', succeededAt: null, why: 'stranger' });
    expect(await processor.page(`/agreements/${agreementId}`)).toContain('elle ne nous laisse pas entrer');
  });

  it('works once the other side has signed its receipt, and writes nothing there', async () => {
    const party = { role: 'processor', name: 'SLIME', key: processor.key };
    partyId = (await controller.speaker.post('/parties', party)).body.id;
    expect((await admit({ admitted: true, exchangeUrl: processor.exchangeUrl, reason: 'convention' })).status).toBe(
      200,
    );
    const [, before] = await heads();
    later(2 * 60_000);
    await settle();
    expect(await way()).toMatchObject({ state: 'works', succeededAt: expect.any(String), why: null });
    expect((await heads())[1]).toBe(before);
    expect((await controller.speaker.get('/cases')).body.items).toEqual([]);
    const page = await processor.page(`/agreements/${agreementId}`);
    expect(page).toMatch(/échange entre installations.{1,20}réussi le/);
    expect(await processor.page(`/agreements/${agreementId}/contacts`)).toContain('installation de');
  });

  it('is tested with all contacts, or alone by our record of the controller', async () => {
    const { partyId: contactId } = await agreement();
    const all = (await ask({ contactId: null, channel: null })).body.tests;
    expect(all.map(({ channel }: { channel: string }) => channel)).toEqual(
      expect.arrayContaining(['email', 'exchange']),
    );
    expect((await ask({ contactId, channel: null })).body.tests).toEqual([{ contactId, channel: 'exchange' }]);
    expect((await ask({ contactId: 'c1', channel: 'exchange' })).status).toBe(400);
  });

  it('of a peer that knows no tests is reached, and that is said; what only refuses has failed', async () => {
    await testNow({ status: 400, body: '{"code":"exchange.unreadable"}' });
    expect(await way()).toMatchObject({ state: 'works', why: 'noTests' });
    expect(await processor.page(`/agreements/${agreementId}`)).toContain('ne connaît pas encore les essais');
    await testNow({ status: 421, body: '{"code":"exchange.misaddressed"}' });
    expect(await way()).toMatchObject({ state: 'failed', why: 'misaddressed', succeededAt: expect.any(String) });
  });

  it('that leads elsewhere has yet to be tested', async () => {
    await tie(`${controller.exchangeUrl}?anew`);
    expect(await way()).toMatchObject({ state: 'never', testedAt: null, succeededAt: null });
    await testNow();
    expect(await way()).toMatchObject({ state: 'works', why: null });
  });

  it('a test that nobody let in has sealed is a stranger’s', async () => {
    expect((await admit({ admitted: false, reason: 'fin de contrat' })).status).toBe(200);
    const before = await heads();
    const { documents, projections } = processor.house.ports;
    const one = await projections.read(processor.orgId, 'agreement', agreementId);
    const sent = one?.outbox.find(({ channel }) => channel === 'exchange');
    const bytes = await documents.get(processor.orgId, agreementId, sent?.documentId ?? '');
    const posted = await postTo(controller.exchangeUrl, bytes?.bytes.toString() ?? '');
    expect(posted).toMatchObject({ status: 403, code: 'exchange.stranger' });
    expect(await heads()).toEqual(before);
  });

  it('is stale after half a year, of which incident managers and DPO are reminded', async () => {
    const { engine: ctx } = processor;
    const states = async () => must(await readAgreement({ ctx, input: { agreementId } })).liveness;
    const exchange = async () => (await states()).find(({ channel }) => channel === 'exchange');
    later(TESTED_EVERY_DAYS * DAY_MS - 60 * 60_000);
    expect(await exchange()).toMatchObject({ state: 'works', asks: false });
    later(2 * 60 * 60_000);
    expect(await exchange()).toMatchObject({ state: 'stale', asks: true });
    expect(must(await remindOfContacts({ ctx }))).toBe(1);
  });
});
