import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readMessage, readReceipt } from '../../domain/exchange/message';
import { breachOf, itemsOf } from '../fakes/breachStory';
import { consult } from '../fakes/consultation';
import { itExchangesFiles } from '../fakes/filesExchangedStory';
import { forgedMessages, measuresForged, untiedAct, versionOf } from '../fakes/forgedMessages';
import { annexOf } from '../fakes/noticeHouse';
import { annex } from '../fakes/realHouse';
import { ruleOut } from '../fakes/ruleOut';
import { install, type Installation, postTo } from '../fakes/twoHouses';
import { versionsSent } from '../fakes/versionsSent';

let processor: Installation;
let controller: Installation;
let agreementId: string;
let partyId: string;
let noticeId: string;
let incident: string;
let caseId: string;
let earliest: string; // a measure that was proposed before anything had left

const notice = async () => (await processor.speaker.get(`/notices/${noticeId}`)).body;
const theCase = async () => (await controller.speaker.get(`/cases/${caseId}`)).body;
const head = () => controller.house.ports.journal.head(controller.orgId);
const send = (path: string, body: object) => processor.speaker.decide(`/notices/${noticeId}`, path, body);
const { exchanged, bytesOf, sentOf } = versionsSent(() => ({ processor, controller, noticeId }));
const later = (...sides: Installation[]) => sides.forEach(({ clock }) => (clock.aheadMs += 16 * 60_000));

beforeAll(async () => {
  [processor, controller] = await Promise.all([install(), install()]);
  const { speaker, personId, now } = processor;
  agreementId = (await speaker.post('/agreements', annex())).body.id;
  await speaker.post('/agreements', annexOf('aube')); // of whom the other side must not hear
  const breach = await breachOf(speaker, agreementId, personId, now());
  ({ incident } = breach);
  noticeId = String(breach.notices.body.items[0].id);
}, 60_000);
afterAll(() => Promise.all([processor.stop(), controller.stop()]));

describe('the consent of both sides across installations (ADR 0037)', () => {
  it('is given by key and address, each of which is looked at', async () => {
    const tie = (body: object) =>
      processor.speaker.post(`/agreements/${agreementId}/tie`, { reason: 'appel', ...body });
    const { key, exchangeUrl } = controller;
    expect(exchangeUrl).toBe(`${controller.door.base}/exchange/${controller.orgId}`);
    const refused = [
      await tie({ key: null, exchangeUrl }),
      await tie({ key: 'no key', exchangeUrl }),
      await tie({ key: processor.key, exchangeUrl }),
      await tie({ key, exchangeUrl: 'http://vigie.example/exchange/1' }),
      await tie({ key, exchangeUrl: 'https://user:word@vigie.example/exchange/1' }),
      await tie({ key }), // of no organisation of this installation
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect((await tie({ key, exchangeUrl })).status).toBe(200);
    expect((await processor.speaker.get(`/agreements/${agreementId}`)).body).toMatchObject({
      inside: null,
      outside: { key, url: exchangeUrl },
    });
  });

  it('lets nothing in before the controller has agreed: the mail leaves, and why is said', async () => {
    const proposal = { what: 'Prévenir les partenaires.', urgentHours: null };
    expect((await processor.speaker.post(`/notices/${noticeId}/measures`, proposal)).status).toBe(200);
    earliest = (await notice()).measures[0].id;
    const before = await head();
    expect((await send('/sending', { items: itemsOf(processor.now()) })).status).toBe(202);
    await processor.settleNotice(noticeId);
    expect((await notice()).delivery).not.toBe('DRAFT');
    const { result, tries } = await exchanged(1);
    expect([result, tries.at(-1)]).toMatchObject(['deferred', { why: 'stranger', replyCode: 403 }]);
    expect(await head()).toBe(before);
    const page = await processor.page(`${incident}/notices/${noticeId}`);
    expect(page).toContain('échange remis à plus tard');
    expect(page).toContain('elle ne nous laisse pas entrer');
    expect(await processor.page(`/agreements/${agreementId}`)).toContain(controller.exchangeUrl);
  });
});

describe('a notice over HTTPS between two installations (duties S3-04, S3-08; domain rules 7.4)', () => {
  it('opens the case when both have agreed, received at the instant at which it was taken (E5), once', async () => {
    const { key, exchangeUrl } = processor;
    const party = await controller.speaker.post('/parties', { role: 'processor', name: 'SLIME', key });
    partyId = party.body.id;
    const admission = { admitted: true, exchangeUrl, reason: 'convention' };
    const admitted = await controller.speaker.decide(`/parties/${partyId}`, '/admission', admission);
    expect(admitted.status).toBe(200);
    later(processor, controller);
    const from = controller.now().toISOString();
    await processor.settleNotice(noticeId);
    const [one] = (await controller.speaker.get('/cases')).body.items;
    caseId = one.id;
    const opened = await theCase();
    expect(opened).toMatchObject({ origin: 'processor', told: [{ from: 'SLIME', version: 1, kind: 'suspicion' }] });
    expect(opened.receivedAt > from).toBe(true);
    const [version] = (await notice()).versions;
    expect(version.frozenAt < from).toBe(true);
    const { tries } = await exchanged(1);
    expect(tries.at(-1)).toMatchObject({ result: 'accepted', why: null, receivedAt: opened.receivedAt });
    expect(JSON.stringify(opened)).not.toMatch(/\/n\/[\w-]{43}/);
  });

  it('is answered by a receipt that its key has signed; the same bytes change nothing and are answered the same', async () => {
    const bytes = await bytesOf(1);
    expect(readMessage(bytes)).toMatchObject({ header: { said: { upward: { items: { a: expect.any(String) } } } } });
    const before = await head();
    const [first, second] = [await postTo(controller.exchangeUrl, bytes), await postTo(controller.exchangeUrl, bytes)];
    expect([first.status, second.body]).toEqual([200, first.body]);
    expect(await head()).toBe(before);
    const read = readMessage(bytes);
    const receipt = typeof read === 'string' ? null : readReceipt(first.body, read.hash);
    expect(receipt?.receipt).toMatchObject({ receivedAt: (await theCase()).receivedAt });
    const { notary } = processor.house.ports.proofs;
    expect(notary.isSignedBy(controller.key, receipt?.note ?? '')).toBe(true);
  });

  it('is acknowledged, asked about and answered by itself, and each side records its own', async () => {
    const at = () => controller.now().toISOString();
    const acknowledgement = { acknowledgedAt: at(), name: 'Dana Exemple', function: 'DPO' };
    await controller.speaker.post(`/cases/${caseId}/processor/acknowledgements`, acknowledgement);
    const text = 'Combien de foyers ?';
    await controller.speaker.post(`/cases/${caseId}/processor/questions`, { askedAt: at(), text, urgentHours: 4 });
    await controller.settleCase(caseId);
    const told = await notice();
    expect(told).toMatchObject({
      acknowledgements: [{ version: 1, via: 'exchange', name: 'Dana Exemple' }],
      questions: [{ text, answer: null }],
    });
    const answer = 'Quarante et un.';
    const { id: questionId } = told.questions[0];
    await processor.speaker.post(`/notices/${noticeId}/answers`, { questionId, text: answer });
    await processor.settleNotice(noticeId);
    expect((await theCase()).processor).toMatchObject({
      acknowledged: [{ handing: null, exchange: { state: 'taken', attempts: 1, why: null } }],
      questions: [{ text, answer, exchange: { state: 'taken' } }],
    });
    expect((await notice()).questions).toMatchObject([{ answer, exchange: { state: 'taken' } }]);
    expect(await processor.types()).toEqual(expect.arrayContaining(['notice.acknowledged', 'notice.asked']));
    expect(await controller.types()).toEqual(
      expect.arrayContaining(['processor.acknowledged', 'processor.asked', 'processor.answered']),
    );
  });

  itExchangesFiles(() => ({ processor, controller, noticeId, caseId }));

  it('is consulted on measures, each side of which records its own (duty S3-05)', async () => {
    const after = [
      { id: earliest, state: 'PROPOSED' },
      ...(await consult({ processor, controller, noticeId, caseId })),
    ];
    const both = [(await theCase()).processor.measures, (await notice()).measures];
    for (const measures of both) expect(measures).toMatchObject(after);
    expect(both[0][1]).toMatchObject({ via: 'account', exchange: { state: 'taken', attempts: 1 } });
    expect(both[1][1]).toMatchObject({ via: 'exchange' });
    for (const { exchange } of both[1]) expect(exchange).toMatchObject({ state: 'taken', attempts: 1 });
    expect(await processor.page(`${incident}/notices/${noticeId}`)).toContain('depuis son installation');
  });

  it('has a supplement that waits for a peer that is away, and is told to the same case when it is back', async () => {
    const { exchange } = processor.house.ports.carriers;
    processor.house.ports.carriers.exchange = async () => ({ status: null, why: 'away' });
    const items = { c: { answer: 'cannotBeDetermined', reason: 'journaux perdus' } };
    expect((await send('/supplements', { items })).status).toBe(202);
    await processor.settleNotice(noticeId);
    const { result, tries } = await exchanged(2);
    expect([result, tries.at(-1)]).toMatchObject(['deferred', { why: 'away' }]);
    later(processor, controller);
    await processor.settleNotice(noticeId);
    expect((await theCase()).told).toHaveLength(1);
    expect(await processor.types()).toContain('notice.fellBack'); // our people are told, the contact need not be called
    const { outbox } = (await processor.house.ports.projections.read(processor.orgId, 'notice', noticeId)) ?? {};
    expect(outbox?.filter(({ id }) => id.startsWith('v2-exchange-instead'))).toEqual([]);
    processor.house.ports.carriers.exchange = exchange;
    later(processor, controller);
    await processor.settleNotice(noticeId);
    expect((await theCase()).told.map(({ kind, version }: Record<string, unknown>) => [kind, version])).toEqual([
      ['suspicion', 1],
      ['supplement', 2],
    ]);
  });
});

describe('what is posted to an installation and not believed changes nothing (ADR 0037)', () => {
  it.each(forgedMessages)('%s', async (_name, status, code, forge) => {
    const before = await head();
    const answered = await postTo(controller.exchangeUrl, await forge(await sentOf(1)));
    expect([answered.status, answered.code]).toEqual([status, `exchange.${code}`]);
    expect(await head()).toBe(before);
  });

  it('a word on what nobody proposed, and other words on what is known', async () => {
    const there = () => processor.house.ports.journal.head(processor.orgId);
    const before = [await head(), await there()];
    for (const [{ exchangeUrl }, told, code] of measuresForged(await sentOf(1), earliest)) {
      expect((await postTo(exchangeUrl, await told)).code).toBe(`exchange.${code}`);
    }
    expect([await head(), await there()]).toEqual(before);
  });

  it('an older version that never came, once a later one is known', async () => {
    const sent = await sentOf(2);
    expect((await postTo(controller.exchangeUrl, await versionOf(sent, 'n9', 2))).status).toBe(200);
    const before = await head();
    const answered = await postTo(controller.exchangeUrl, await versionOf(sent, 'n9', 1));
    expect([answered.status, answered.code]).toEqual([409, 'exchange.superseded']);
    expect(await head()).toBe(before);
  });

  it('an act on a notice that is not tied to who sends it: the same words as where nobody is', async () => {
    const before = await processor.house.ports.journal.head(processor.orgId);
    const act = await untiedAct(await sentOf(1));
    const answers = [
      await postTo(processor.exchangeUrl, act),
      await postTo(`${processor.door.base}/exchange/nobody`, act),
    ];
    expect(answers[0]).toMatchObject({ status: 403, code: 'exchange.stranger' });
    expect(answers[1]).toEqual(answers[0]);
    expect(await processor.house.ports.journal.head(processor.orgId)).toBe(before);
  });

  it('whoever is let in nowhere is slowed down: ten a minute from one network', async () => {
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push(await postTo(processor.exchangeUrl, 'bonjour'));
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      code: 'exchange.busy',
      retryAfter: expect.stringMatching(/^\d+$/),
    });
  });
});

describe('the end of an exchange', () => {
  it('a withdrawal tells the same case', async () => {
    expect(await ruleOut(processor.engine, incident.replace('/incidents/', ''))).toMatchObject({ ok: true });
    await processor.settleNotice(noticeId);
    expect((await theCase()).told.at(-1)).toMatchObject({ kind: 'withdrawal', version: 3 });
  });

  it('nothing is taken any more once a side has taken its consent back', async () => {
    await controller.speaker.decide(`/parties/${partyId}`, '/admission', { admitted: false, reason: 'fin de contrat' });
    expect(await postTo(controller.exchangeUrl, await bytesOf(1))).toMatchObject({ code: 'exchange.stranger' });
  });

  it('leaves nothing of one controller with another', async () => {
    expect(JSON.stringify(await controller.house.ports.journal.readWindow(controller.orgId, 0, 1_000))).not.toMatch(
      /Aube|aube-modele/,
    );
  });
});
