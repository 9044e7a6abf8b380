import { beforeEach, describe, expect, it } from '@jest/globals';
import { issueWebhookSecret } from '../../../application/agreement/issueWebhookSecret';
import { noteContactCall } from '../../../application/agreement/noteContactCall';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { readAgreement } from '../../../application/agreement/readAgreement';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { settleLinks } from '../../../application/agreement/settleLinks';
import { signForController, signForProcessor } from '../../../application/agreement/signAmendment';
import { testContacts } from '../../../application/agreement/testContacts';
import { confirmContact, readContactTest } from '../../../application/guest/confirmContact';
import { documentHashOf } from '../../../domain/agreement/annex1';
import { DAY_MS } from '../../../domain/shared/instant';
import { amended, annex1 } from '../../fakes/agreements';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';
import { readable } from '../../fakes/threeControllers';

let house: IncidentHouse;
let agreementId: string;

beforeEach(async () => {
  house = await createIncidentHouse();
  const recorded = await recordAgreement({ ctx: house.director, input: { key: 'agreement', document: annex1 } });
  if (!recorded.ok) throw new Error(recorded.error.code);
  agreementId = recorded.value.id;
});

const pass = (ms: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + ms);
};
const test = (only: { contactId?: string; channel?: 'email' | 'webhook' | 'sms' } = {}, ctx = house.manager) =>
  testContacts({ ctx, input: { key: house.newKey(), agreementId, contactId: null, channel: null, ...only } });
const settled = async () => {
  pass(6_000);
  return settleLinks({ ctx: house.engine });
};
const tokenIn = (raw: string) => /\/t\/([\w-]{43})/.exec(readable(raw))?.[1] ?? '';
async function states() {
  const read = await readAgreement({ ctx: house.manager, input: { agreementId } });
  if (!read.ok) throw new Error(read.error.code);
  return Object.fromEntries(
    read.value.liveness.map(({ contactId, channel, state }) => [`${contactId} ${channel}`, state]),
  );
}

describe('F36 a test of the contacts', () => {
  it('leaves to each by mail, says that it is a test, and is confirmed by its link alone', async () => {
    expect(await states()).toEqual({ 'c1 email': 'never', 'c2 email': 'never', 'c2 phone': 'never' });
    expect(await test()).toMatchObject({
      value: {
        tests: [
          { contactId: 'c1', channel: 'email' },
          { contactId: 'c2', channel: 'email' },
        ],
      },
    });
    await settled();
    expect(house.mails.map(({ to }) => to)).toEqual(['dpo@val-temoin.example', 'astreinte@val-temoin.example']);
    expect(await states()).toMatchObject({ 'c1 email': 'waiting', 'c2 email': 'waiting' });
    const token = tokenIn(house.mails[0]?.raw ?? '');
    const before = house.journal.entries.length;
    expect(await readContactTest(house.ports, token)).toMatchObject({ value: { confirmedAt: null, caught: false } });
    expect(house.journal.entries).toHaveLength(before);
    const [first, second] = [await confirmContact(house.ports, token), await confirmContact(house.ports, token)];
    expect(second).toEqual(first);
    expect(await states()).toMatchObject({ 'c1 email': 'works', 'c2 email': 'waiting' });
    expect(JSON.stringify(house.journal.entries.map(({ fields }) => fields))).not.toContain(token);
  });

  it('that a newer one followed opens nothing any more', async () => {
    await test({ contactId: 'c1' });
    await settled();
    await test({ contactId: 'c1' });
    await settled();
    const [older, newer] = house.mails.map(({ raw }) => tokenIn(raw));
    expect(await confirmContact(house.ports, older ?? '')).toMatchObject({ error: { code: 'link.unknown' } });
    expect(await confirmContact(house.ports, newer ?? '')).toMatchObject({ ok: true });
    pass(30 * DAY_MS);
    expect(await readContactTest(house.ports, newer ?? '')).toMatchObject({ error: { code: 'link.expired' } });
  });

  it('begun beside another of the same contact leaves with a link that is alive', async () => {
    const { render } = house.ports.texts;
    let isFirst = true;
    let second: Promise<unknown> = Promise.resolve();
    house.ports.texts = {
      ...house.ports.texts,
      async render(...asked) {
        if (!isFirst) return render(...asked);
        isFirst = false;
        second = test({ contactId: 'c1' }); // begins after the first, and is written before it
        await second;
        return render(...asked);
      },
    };
    await test({ contactId: 'c1' });
    await settled();
    expect(house.mails).toHaveLength(1);
    expect(await confirmContact(house.ports, tokenIn(house.mails[0]?.raw ?? ''))).toMatchObject({ ok: true });
    expect(await states()).toMatchObject({ 'c1 email': 'works' });
  });

  it('that was only caught reached nobody, and cannot be confirmed', async () => {
    const send = house.ports.mailer.send;
    house.ports.mailer.send = async (mail) => {
      await send(mail);
      return { result: 'caught', replyCode: 250 };
    };
    await test({ contactId: 'c1' });
    await settled();
    expect(await states()).toMatchObject({ 'c1 email': 'caught' });
    const token = tokenIn(house.mails[0]?.raw ?? '');
    expect(await confirmContact(house.ports, token)).toMatchObject({ error: { code: 'input.invalid' } });
    expect(await states()).toMatchObject({ 'c1 email': 'caught' });
  });

  it.each([
    ['was refused', async () => ({ result: 'refused' as const, replyCode: 550 }), 0],
    ['was not answered in a week', null, 8 * DAY_MS],
  ])('that %s has failed', async (_name, send, ms) => {
    if (send !== null) house.ports.mailer.send = send;
    await test({ contactId: 'c1' });
    await settled();
    pass(ms);
    expect(await states()).toMatchObject({ 'c1 email': 'failed', 'c2 email': 'never' });
  });

  it('that a relay put off is tried again with its amendment or without', async () => {
    const { send } = house.ports.mailer;
    house.ports.mailer.send = async () => ({ result: 'deferred', replyCode: 451 });
    await test({ contactId: 'c1' });
    await settled();
    house.ports.mailer.send = send;
    pass(61_000);
    expect(await settleLinks({ ctx: house.engine })).toEqual({ ok: true, value: { tried: 1, nextAtMs: null } });
    expect(house.mails).toHaveLength(1);
  });

  it('that waits while an amendment is signed leaves all the same', async () => {
    const { send } = house.ports.mailer;
    house.ports.mailer.send = async () => ({ result: 'deferred', replyCode: 451 });
    await test({ contactId: 'c1' });
    await settled();
    house.ports.mailer.send = send;
    await amend((one) => one);
    pass(61_000);
    await settleLinks({ ctx: house.engine });
    expect(await confirmContact(house.ports, tokenIn(house.mails.at(-1)?.raw ?? ''))).toMatchObject({ ok: true });
  });

  it('by webhook works once it is answered; where nothing serves a channel there is none to test', async () => {
    const sent: string[] = [];
    const webhookUrl = 'https://hooks.val-temoin.example/vigie';
    const [first, ...others] = annex1.controller.noticeContacts;
    if (first === undefined) throw new Error('no contact');
    const noticeContacts = [{ ...first, webhookUrl, channels: [...first.channels, 'webhook' as const] }, ...others];
    const document = { ...annex1, reference: 'HOOK', controller: { ...annex1.controller, noticeContacts } };
    const recorded = await recordAgreement({ ctx: house.director, input: { key: 'hooked', document } });
    agreementId = recorded.ok ? recorded.value.id : '';
    expect(await test({ channel: 'webhook' })).toMatchObject({ error: { issues: [{ pointer: '/contactId' }] } });
    house.ports.carriers.webhook = async ({ bytes, secrets }) => {
      sent.push(`${secrets.length} ${bytes.toString()}`);
      return { result: 'accepted', replyCode: 204 };
    };
    await issueWebhookSecret({ ctx: house.director, input: { key: 'secret', agreementId, contactId: 'c1' } });
    expect(await test({ channel: 'webhook' })).toMatchObject({ ok: true });
    await settled();
    expect(sent).toEqual([expect.stringMatching(/^1 .*"contact\.test".*"test":true,"breach":false/)]);
    expect(await states()).toMatchObject({ 'c1 webhook': 'works' });
  });

  it('is management’s, the DPO’s and the incident manager’s; one contact that does not exist is none', async () => {
    expect(await test({}, house.oncall)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(await test({ contactId: 'c9' })).toMatchObject({ error: { issues: [{ pointer: '/contactId' }] } });
  });
});

type Listed = (typeof annex1.controller.noticeContacts)[number];

/** Another list of contacts, signed by both sides. */
async function amend(changed: (contact: Listed) => Listed): Promise<void> {
  const noticeContacts = annex1.controller.noticeContacts.map(changed);
  const document = amended({ controller: { ...annex1.controller, noticeContacts } });
  must(await proposeAmendment({ ctx: house.dpo, input: { agreementId, key: 'p', document } }));
  const signature = { documentHash: documentHashOf(document), name: 'A', function: 'B' };
  must(await signForProcessor({ ctx: house.director, input: { agreementId, key: 's1', ...signature } }));
  const guest = { ...house.engine, actor: { kind: 'guest' as const, id: 'c1' } };
  const link = { orgId: house.engine.orgId, agreementId, contactId: 'c1' };
  must(await signForController({ ctx: guest, input: { link, key: 's2', ...signature } }));
}

describe('F36 a call to try a telephone', () => {
  const call = (at: string, contactId = 'c2', reached = true) =>
    noteContactCall({ ctx: house.oncall, input: { key: house.newKey(), agreementId, contactId, reached, at } });

  it('counts from when it was made, and both instants are in the entry', async () => {
    const madeAt = house.clock.now.toISOString();
    pass(2 * 3_600_000);
    expect(await call(madeAt)).toMatchObject({ ok: true });
    expect(house.journal.entries.at(-1)).toMatchObject({ at: madeAt, recordedAt: house.clock.now.toISOString() });
    expect(await states()).toMatchObject({ 'c2 phone': 'works' });
  });

  it('noted after an amendment proves the number that was signed when it was made', async () => {
    const madeAt = house.clock.now.toISOString();
    pass(DAY_MS);
    await amend((one) => (one.phone === undefined ? one : { ...one, phone: '+33 1 99 00 00 09' }));
    pass(DAY_MS);
    expect(await call(madeAt)).toMatchObject({ ok: true });
    expect(await states()).toMatchObject({ 'c2 phone': 'never' });
    expect(await call(house.clock.now.toISOString())).toMatchObject({ ok: true });
    expect(await states()).toMatchObject({ 'c2 phone': 'works' });
  });

  it('is refused with an instant to come or before the agreement, of nobody, and all of it at once', async () => {
    const later = new Date(house.clock.now.getTime() + DAY_MS).toISOString();
    expect(await call(later, 'c9')).toMatchObject({
      error: { issues: [{ pointer: '/at', message: 'is yet to come' }, { pointer: '/contactId' }] },
    });
    const earlier = new Date(house.clock.now.getTime() - DAY_MS).toISOString();
    expect(await call(earlier)).toMatchObject({ error: { issues: [{ pointer: '/at' }] } });
    expect(await states()).toMatchObject({ 'c2 phone': 'never' });
  });
});

describe('F36 what worked', () => {
  const works = async () => {
    await test({ contactId: 'c1' });
    await settled();
    await confirmContact(house.ports, tokenIn(house.mails.at(-1)?.raw ?? ''));
  };

  it('is stale after 180 days, and works for that long', async () => {
    await works();
    pass(179 * DAY_MS);
    expect(await states()).toMatchObject({ 'c1 email': 'works' });
    pass(DAY_MS);
    expect(await states()).toMatchObject({ 'c1 email': 'stale' });
  });

  it('counts for its address alone: an amendment with another has yet to be tested', async () => {
    await works();
    await amend((one) =>
      one.order === 1 ? { ...one, phone: '+33 1 99 00 00 09' } : { ...one, email: 'nuit@val-temoin.example' },
    );
    expect(await states()).toMatchObject({ 'c1 email': 'works', 'c2 email': 'never' });
  });
});
