import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvelope as readSealed } from '../../../domain/controllerCase/envelope';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { previewVersion } from '../../../application/notice/previewVersion';
import type { SendResult } from '../../../application/ports/mailer';
import { createHookedHouse, GATEWAY_SECRET, hookKeys } from '../../fakes/hookedHouse';
import { type HookServer, startHookServer } from '../../fakes/hookServer';
import { controllers } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { verifyWebhook } from '../../fakes/standardWebhooks';
import { hour, send } from '../../fakes/threeControllers';

let server: HookServer;
let hooked: Awaited<ReturnType<typeof createHookedHouse>>;
let noticeId: string;

beforeAll(async () => {
  server = await startHookServer();
});
afterAll(() => server.stop());
afterEach(() => {
  server.received.length = 0;
  for (const path of Object.keys(server.answers)) delete server.answers[path];
});

async function begin(answers: Record<string, SendResult[]> = {}) {
  hooked = await createHookedHouse(server, answers);
  noticeId = (await hooked.house.noticeOf('val')).id;
}
const sendTo = async (path: string) => server.received.filter((one) => one.path === path);
const WEBHOOK = 'v1-c2-webhook';
const refusedMail = { result: 'refused', replyCode: 550 } as const;

describe('a webhook and a text message, where the contract names them and they are served', () => {
  it('leave with the version, signed, and lead to the notice without a word of it', async () => {
    await begin();
    const secret = await hooked.secretFor('val');
    const { house } = hooked;
    await send(house, noticeId);
    const [version] = (await house.noticeOf('val')).versions;
    expect(version).toMatchObject({
      deliverableIds: ['v1-c1-email', 'v1-c1-sms', 'v1-c2-email', 'v1-c2-webhook'],
      unserved: [],
    });
    await house.settle(noticeId, hour(1.01));

    const [hook] = await sendTo('/val');
    expect(await verifyWebhook(hook?.headers ?? {}, hook?.body ?? '', secret)).toBe(true);
    const payload = JSON.parse(hook?.body ?? '');
    const { reference } = (await house.noticeOf('val')).opened;
    expect(payload).toEqual({
      type: 'notice.version',
      timestamp: hour(1),
      data: {
        reference,
        version: 1,
        kind: 'initial',
        exercise: false,
        link: expect.stringMatching(/^https:\/\/vigie\.example\/n\/[\w-]{43}$/),
        envelope: expect.any(String),
      },
    });
    const input = { noticeId, version: 1, contactId: 'c2' };
    const envelope = await readEnvelope({ ctx: house.as('ines', ['O']), input });
    const kept = readSealed(envelope.ok ? envelope.value.text : '');
    if (typeof kept === 'string') throw new Error(kept);
    expect(kept.facts).toMatchObject({ record: { description: items.a } });
    expect(readSealed(payload.data.envelope)).toMatchObject({ header: kept.header, facts: null });

    const [sms] = await sendTo('/sms');
    expect(await verifyWebhook(sms?.headers ?? {}, sms?.body ?? '', GATEWAY_SECRET)).toBe(true);
    expect(JSON.parse(sms?.body ?? '')).toMatchObject({ type: 'sms.send', data: { to: '+33199000001' } });
    for (const { body } of [hook, sms].flatMap((one) => one ?? [])) {
      for (const told of [items.a, 'bénéficiaires', 'sollicitations', 'comptes fermés']) {
        expect(body).not.toContain(told);
      }
      expect(body).not.toMatch(/\b412\b/); // as a number: hashes hold these digits by chance
    }
    for (const id of ['v1-c1-sms', WEBHOOK]) {
      expect((await hooked.outgoing('val', id)).attempts).toMatchObject([
        { outcome: { result: 'accepted', replyCode: 204 } },
      ]);
    }
  });

  it('never name another controller, nor are they signed by another’s secret', async () => {
    await begin();
    const secrets = new Map<string, string>();
    for (const key of hookKeys) secrets.set(key, await hooked.secretFor(key));
    for (const key of hookKeys) {
      const { id } = await hooked.house.noticeOf(key);
      await send(hooked.house, id, `send-${key}`);
      await hooked.house.settle(id, hour(1.01));
    }
    expect(server.received).toHaveLength(6);
    for (const key of hookKeys) {
      const [hook] = await sendTo(`/${key}`);
      const { reference } = (await hooked.house.noticeOf(key)).opened;
      const own = server.received.filter(({ body }) => body.includes(reference));
      expect(own).toHaveLength(2);
      for (const other of hookKeys.filter((one) => one !== key)) {
        for (const { body, headers } of own) {
          const said = `${body} ${JSON.stringify(headers)}`;
          expect(said).not.toContain(controllers[other].name);
          expect(said).not.toContain((await hooked.house.noticeOf(other)).opened.reference);
        }
        const isTheirs = await verifyWebhook(hook?.headers ?? {}, hook?.body ?? '', secrets.get(other) ?? '');
        expect(isTheirs).toBe(false);
      }
    }
  });

  it('are shown before they are sent, and are part of what was reviewed', async () => {
    await begin();
    await hooked.secretFor('val');
    const ctx = hooked.house.as('ines', ['O']);
    const command = { kind: 'send' as const, items };
    const shown = await previewVersion({ ctx, input: { noticeId, command, link: 'xxx' } });
    expect(shown.ok && shown.value.map(({ channel }) => channel)).toEqual(['email', 'sms', 'email', 'webhook']);
  });
});

describe('of an exercise', () => {
  const drill = async (optedIn: readonly string[]) => {
    hooked = await createHookedHouse(server, {}, { exercise: true, optedIn });
    await hooked.secretFor('val');
    const { id } = await hooked.house.noticeOf('val');
    await send(hooked.house, id);
    await hooked.house.settle(id, hour(1.01));
    return server.received.map(({ path }) => path).toSorted();
  };

  it('neither leaves to who has not opted in', async () => {
    expect(await drill([])).toEqual([]);
  });

  it('both say that it is one to who has', async () => {
    expect(await drill(['Dominique Essai', 'Astreinte DSI'])).toEqual(['/sms', '/val']);
    const [hook] = await sendTo('/val');
    expect(JSON.parse(hook?.body ?? '').data.exercise).toBe(true);
    const [sms] = await sendTo('/sms');
    expect(JSON.parse(sms?.body ?? '').data.text).toContain('"exercise":true');
  });
});

describe('what was not served', () => {
  const unserved = async () => (await hooked.house.noticeOf('val')).versions[0]?.unserved;
  it('is said with its reason: no secret yet, then nothing set by the operator', async () => {
    await begin();
    await send(hooked.house, noticeId);
    expect(await unserved()).toEqual([{ contactId: 'c2', channel: 'webhook', why: 'noSecret' }]);
    await begin();
    await hooked.secretFor('val');
    hooked.house.ports.carriers = { webhook: null, sms: null, exchange: null };
    await send(hooked.house, noticeId);
    expect(await unserved()).toEqual([
      { contactId: 'c1', channel: 'sms', why: 'notOffered' },
      { contactId: 'c2', channel: 'webhook', why: 'notOffered' },
    ]);
    expect(server.received).toEqual([]);
  });

  it('waits where the operator takes it away after it was frozen, and leaves once it is back', async () => {
    await begin();
    await hooked.secretFor('val');
    await send(hooked.house, noticeId);
    const { carriers } = hooked.house.ports;
    hooked.house.ports.carriers = { webhook: null, sms: null, exchange: null };
    await hooked.house.settle(noticeId, hour(1.01));
    expect((await hooked.outgoing('val', WEBHOOK)).attempts).toMatchObject([{ outcome: { result: 'deferred' } }]);
    hooked.house.ports.carriers = carriers;
    await hooked.house.settle(noticeId, hour(1.1));
    expect((await hooked.outgoing('val', WEBHOOK)).attempts.at(-1)).toMatchObject({ outcome: { result: 'accepted' } });
  });
});

it('neither discharges the clock: only what tells the notice itself does', async () => {
  await begin({ 'dpo@val-temoin.example': [refusedMail], 'astreinte@val-temoin.example': [refusedMail] });
  await hooked.secretFor('val');
  await send(hooked.house, noticeId);
  await hooked.house.settle(noticeId, hour(1.01));
  expect(await sendTo('/val')).toHaveLength(1);
  expect(await hooked.house.noticeOf('val')).toMatchObject({ delivery: 'LEAVING', dischargedAt: null });
});
