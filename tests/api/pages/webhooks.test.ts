import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWebhookCarrier } from '../../../adapters/webhook/carrier';
import { openImplied } from '../../../application/notice/openImplied';
import { breachOf, itemsOf, type Speaker, speakerOf } from '../../fakes/breachStory';
import { HOOK_CERTIFICATE, type HookServer, startHookServer } from '../../fakes/hookServer';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';
import { annex } from '../../fakes/realHouse';
import { verifyWebhook } from '../../fakes/standardWebhooks';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let server: HookServer;
let director: Speaker;
let duty: Speaker;
let agreement: string;
let secret: string;

type Contact = { webhookUrl?: string; channels: string[] };
const hooked = (reference: string, webhookUrl: string | undefined) => {
  const document = annex() as { controller: { noticeContacts: Contact[] } };
  const [dpo, ...desks] = document.controller.noticeContacts;
  const contact = { ...dpo, channels: ['email', 'webhook'], ...(webhookUrl !== undefined && { webhookUrl }) };
  return { ...document, reference, controller: { ...document.controller, noticeContacts: [contact, ...desks] } };
};

beforeAll(async () => {
  server = await startHookServer();
  night = await createNight();
  night.clock.now = new Date();
  const settings = { allowedHosts: ['127.0.0.1'], caFile: HOOK_CERTIFICATE, now: () => new Date() };
  night.ports.carriers = { webhook: createWebhookCarrier(settings), sms: null, exchange: null };
  door = await openNightDoor(night);
  const speakerFor = (who: 'alix' | 'ines') => speakerOf(door, night.orgId, night.people.get(who)?.token ?? '');
  [director, duty] = [speakerFor('alix'), speakerFor('ines')];
});
afterAll(async () => {
  await door.stop();
  await server.stop();
});

const secretIn = (html: string) =>
  /<p class="hash" id="secret">(whsec_[^<]+)<\/p>/.exec(html)?.[1]?.replaceAll('&#x3D;', '=');

describe('a contract that names a webhook', () => {
  it('names its address too, one that may be posted to', async () => {
    const place = '/body/controller/noticeContacts/0/webhookUrl';
    for (const url of [undefined, 'http://hooks.example/', 'https://u:p@hooks.example/']) {
      const refused = await director.post('/agreements', hooked('W-0', url));
      expect(refused).toMatchObject({ status: 400, body: { issues: [{ pointer: place }] } });
    }
    const { body } = await door.call('GET', '/api/v1/schemas/agreement.json');
    const contact = body.properties.controller.properties.noticeContacts.items.properties;
    expect(contact.webhookUrl).toMatchObject({ type: 'string', maxLength: 500, pattern: '^https://' });
  });

  it('is recorded with a warning: no webhook leaves before a secret was made', async () => {
    const recorded = await director.post('/agreements', hooked('W-1', server.urlOf('/hook')));
    const warning = { pointer: '/body/controller/noticeContacts/0/channels/1', channel: 'webhook' };
    expect(recorded).toMatchObject({ status: 201, body: { warnings: [warning] } });
    expect(recorded.body.warnings[0].message).toContain('once a secret was made for this contact');
    agreement = `/agreements/${recorded.body.id}`;
    expect((await door.read('alix', agreement)).text).toContain('webhook prévu, son secret reste à créer');
  });
});

describe('the secret of a webhook', () => {
  it('is made by management, on a page that shows it once', async () => {
    expect((await door.read('ines', agreement)).text).not.toContain(`${agreement}/webhooks`);
    expect((await door.read('ines', `${agreement}/webhooks`)).status).toBe(403);
    expect((await door.read('alix', agreement)).text).toContain(`${agreement}/webhooks`);
    const made = await door.send('alix', `${agreement}/webhooks`, { contactId: 'c1' });
    expect(made.status).toBe(200);
    secret = secretIn(made.text) ?? '';
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const later = await door.read('alix', `${agreement}/webhooks`);
    expect(secretIn(later.text)).toBeUndefined();
    expect(later.text).toContain('secret du');
    expect((await door.read('alix', agreement)).text).not.toContain('son secret reste à créer');
  });

  it('is replaced by REST, answered once under one key, and refused for who has no address', async () => {
    const path = `${agreement}/contacts/c1/webhook-secrets`;
    const headers = { 'idempotency-key': 'rotate-0001' };
    const first = await director.post(path, {}, headers);
    expect(first).toMatchObject({ status: 201, body: { contactId: 'c1', secret: expect.stringMatching(/^whsec_/) } });
    const again = await director.post(path, {}, headers);
    expect(again.body).toEqual({ ...first.body, secret: null });
    const { body } = await director.get(agreement);
    expect(body.webhookSecrets).toEqual([{ contactId: 'c1', issuedAt: expect.any(String) }]);
    const nobody = await director.post(`${agreement}/contacts/c2/webhook-secrets`, {});
    const issues = [{ pointer: '/body/contactId', message: 'has no address for webhooks' }];
    expect(nobody).toMatchObject({ status: 400, body: { issues } });
    const twice = await door.send('alix', `${agreement}/webhooks`, { contactId: 'c2' });
    expect([twice.status, secretIn(twice.text)]).toEqual([400, undefined]);
    expect(JSON.stringify(door.logged)).not.toContain('whsec_');
  });
});

describe('what left', () => {
  let notice: string;
  let page: string;
  let noticeId: string;
  const delivery = async () => {
    const { body } = await duty.get(notice);
    const found = body.versions[0].deliveries.find(({ channel }: { channel: string }) => channel === 'webhook');
    return found as {
      deliverableId: string;
      messageId: string;
      tries: { result: string | null }[];
      replayAskedAt: string | null;
    };
  };
  const soon = () => new Date(Date.now() + 60_000).toISOString();

  beforeAll(async () => {
    const lead = String(night.as('paul').actor.id);
    const told = await breachOf(duty, agreement.replace('/agreements/', ''), lead, night.clock.now);
    await openImplied({ ctx: night.engine, input: { incidentId: told.incidentId } });
    const { body } = await duty.get(`/notices?incidentId=${told.incidentId}`);
    noticeId = body.items[0].id;
    notice = `/notices/${noticeId}`;
    page = `${told.incident}/notices/${noticeId}`;
    server.answers['/hook'] = (response) => response.writeHead(503).end();
    const sent = await duty.decide(notice, '/sending', { items: itemsOf(night.clock.now) });
    if (sent.status >= 300) throw new Error(sent.text);
    while (((await delivery()).tries[0]?.result ?? null) === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await night.settle(noticeId, night.clock.now.toISOString());
  });

  it('shows each attempt with its status, as it comes', async () => {
    expect((await delivery()).tries).toMatchObject([
      { n: 1, result: 'deferred', replyCode: 503, at: expect.any(String) },
    ]);
    const { text } = await door.read('ines', page);
    expect(text).toContain('webhook remis à plus tard');
    expect(text).toMatch(/1 essai<\/summary><ol class="list"><li>webhook remis à plus tard \(503\)/);
  });

  it('leaves again by REST and by page: the same bytes and identifier, a new attempt, signed by both secrets', async () => {
    delete server.answers['/hook'];
    const { deliverableId, messageId } = await delivery();
    const path = `${notice}/deliveries/${deliverableId}/replays`;
    expect(await director.post(path, {})).toMatchObject({ status: 403 });
    expect(await duty.post(path, {})).toMatchObject({ status: 200, body: { seq: expect.any(Number) } });
    expect(await duty.post(path, {})).toMatchObject({ status: 400 });
    await night.settle(noticeId, soon());
    const replay = await door.send('ines', `${page}/replay?deliverable=${deliverableId}`, { deliverableId });
    expect(replay.status).toBe(303);
    await night.settle(noticeId, soon());
    const hooks = server.received.filter((one) => one.path === '/hook');
    expect(hooks).toHaveLength(3);
    expect(new Set(hooks.map(({ body, headers }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    expect(hooks[2]?.headers['webhook-id']).toBe(messageId);
    expect(await verifyWebhook(hooks[2]?.headers ?? {}, hooks[2]?.body ?? '', secret)).toBe(true);
    expect((await delivery()).tries).toMatchObject([{ replyCode: 503 }, { replyCode: 204 }, { replyCode: 204 }]);
    const { text } = await door.read('ines', page);
    expect(text).toContain('3 essais');
    expect(text).toContain(`${page}/replay?deliverable&#x3D;${deliverableId}`);
    expect((await door.read('alix', page)).text).not.toContain(`${page}/replay`);
  });

  it.each(['fr', 'en'] as const)('is shown in valid HTML, in %s', async (language) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-redundant-role': 'off', 'long-title': 'off' },
    });
    for (const [who, path] of [
      ['ines', page],
      ['ines', `${page}/replay`],
      ['alix', `${agreement}/webhooks`],
    ] as const) {
      const { text } = await door.read(who, path, language);
      const { results } = await validator.validateString(text);
      expect([path, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([path, []]);
    }
  });

  it('is nothing where nothing of that id left', async () => {
    const refused = await duty.post(`${notice}/deliveries/v9-c9-webhook/replays`, {});
    expect(refused).toMatchObject({ status: 404 });
  });
});
