import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { claimAttempt } from '../../../application/delivery/claimAttempt';
import { noteNotice } from '../../../application/notice/noteNotice';
import { loadCase } from '../../../application/notice/readCase';
import type { SendResult } from '../../../application/ports/mailer';
import { createHookedHouse } from '../../fakes/hookedHouse';
import { type HookServer, startHookServer } from '../../fakes/hookServer';
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

describe('the same bytes under the same identifier leave again', () => {
  it('where the receiver is busy', async () => {
    await begin();
    await hooked.secretFor('val');
    server.answers['/val'] = (response) => response.writeHead(503).end();
    await send(hooked.house, noticeId);
    await hooked.house.settle(noticeId, hour(1.01));
    delete server.answers['/val'];
    await hooked.house.settle(noticeId, hour(1.1));
    const hooks = await sendTo('/val');
    expect(hooks).toHaveLength(2);
    expect(new Set(hooks.map(({ body }) => body)).size).toBe(1);
    expect(new Set(hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const results = (await hooked.outgoing('val', WEBHOOK)).attempts.map(({ outcome }) => outcome?.replyCode);
    expect(results).toEqual([503, 204]);
  });

  it('after a crash between attempt and outcome: once the lease is over, and the outcome of the first is unknown', async () => {
    await begin();
    await hooked.secretFor('val');
    const { house } = hooked;
    await send(house, noticeId);
    const read = await loadCase(house.engine, noticeId);
    if (!read.ok) throw new Error(read.error.code);
    const outgoing = await hooked.outgoing('val', WEBHOOK);
    const claimed = {
      subject: { kind: 'notice' as const, id: noticeId },
      revision: read.value.notice.revision,
      outgoing,
    };
    expect(await claimAttempt(house.engine, claimed, 60_000)).not.toBeNull(); // and the process ends here
    await house.settle(noticeId, hour(1.01));
    expect(await sendTo('/val')).toHaveLength(0);
    await house.settle(noticeId, hour(1.1));
    expect(await sendTo('/val')).toHaveLength(1);
    const { attempts } = await hooked.outgoing('val', WEBHOOK);
    expect(attempts.map(({ n, outcome }) => [n, outcome?.result])).toEqual([
      [1, 'unknown'],
      [2, 'accepted'],
    ]);
  });

  it('when a person asks, once for each asking, whatever came of them before', async () => {
    await begin();
    await hooked.secretFor('val');
    const { house } = hooked;
    const ask = (key: string, roles: Parameters<typeof house.as>[1] = ['O'], deliverableId = WEBHOOK) =>
      noteNotice({
        ctx: house.as('ines', roles),
        input: { noticeId, key, command: { kind: 'replay', deliverableId } },
      });
    await send(house, noticeId);
    expect(await ask('early')).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    await house.settle(noticeId, hour(1.01));
    for (const roles of [['DIR'], ['AUDITOR'], ['CC']] as const) {
      expect(await ask('no', [...roles])).toMatchObject({ ok: false, error: { code: 'actor.forbidden' } });
    }
    expect(await ask('none', ['O'], 'v9')).toMatchObject({ ok: false, error: { code: 'subject.unknown' } });
    expect(await ask('again')).toMatchObject({ ok: true, value: { created: true } });
    expect(await ask('again')).toMatchObject({ ok: true, value: { created: false } });
    expect(await ask('twice')).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    await house.settle(noticeId, hour(1.02));
    const hooks = await sendTo('/val');
    expect(hooks).toHaveLength(2);
    expect(new Set(hooks.map(({ body, headers }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    expect((await hooked.outgoing('val', WEBHOOK)).attempts).toHaveLength(2);
    await house.settle(noticeId, hour(3));
    expect(await sendTo('/val')).toHaveLength(2);

    server.answers['/val'] = (response) => response.writeHead(410).end();
    await ask('third');
    await house.settle(noticeId, hour(3.01));
    expect((await house.noticeOf('val')).fellBack).toEqual([]); // it had arrived before
  });

  it('a mail too, with its own Message-ID', async () => {
    await begin();
    const { house } = hooked;
    await send(house, noticeId);
    await house.settle(noticeId, hour(1.01));
    const mailsTo = () => house.mails.filter(({ to }) => to === 'dpo@val-temoin.example');
    const before = mailsTo().length;
    const input = { noticeId, key: 'mail', command: { kind: 'replay' as const, deliverableId: 'v1-c1-email' } };
    await noteNotice({ ctx: house.as('sacha', ['DPO']), input });
    await house.settle(noticeId, hour(1.02));
    const sent = mailsTo();
    expect(sent).toHaveLength(before + 1);
    expect(sent.at(-1)?.raw).toBe(sent[before - 1]?.raw);
  });
});

describe('a webhook that is refused', () => {
  it('beside a mail that was taken: our people are told, nobody is called', async () => {
    await begin();
    await hooked.secretFor('val');
    server.answers['/val'] = (response) => response.writeHead(404).end();
    await send(hooked.house, noticeId);
    await hooked.house.settle(noticeId, hour(1.01));
    const { fellBack, outbox } = await hooked.house.noticeOf('val');
    expect(fellBack).toEqual([WEBHOOK]);
    expect(outbox.filter(({ channel, to }) => channel === 'phone' && to.kind === 'contact')).toEqual([]);
    expect(hooked.house.mails.some(({ raw }) => raw.includes('refused (HTTP 404)'))).toBe(true);
  });

  it('beside a mail that was refused too: the contact is to be called, once', async () => {
    await begin({ 'astreinte@val-temoin.example': [refusedMail] });
    await hooked.secretFor('val');
    server.answers['/val'] = (response) => response.writeHead(404).end();
    await send(hooked.house, noticeId);
    await hooked.house.settle(noticeId, hour(1.01));
    const { fellBack, outbox } = await hooked.house.noticeOf('val');
    expect(fellBack).toEqual(['v1-c2-email', WEBHOOK]);
    const calls = outbox.filter(({ channel, to }) => channel === 'phone' && to.kind === 'contact');
    expect(calls.map(({ to }) => to.id)).toEqual(['c2']);
  });
});

it('a secret that takes the place of another leaves it valid for a day, and is answered once', async () => {
  await begin();
  const first = await hooked.secretFor('val', 'first');
  expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await hooked.secretFor('val', 'first')).toBe('');
  const second = await hooked.secretFor('val', 'second');
  const { house } = hooked;
  const validAt = (at: string) => house.ports.webhookSecrets.valid('o1', 'val', 'c2', new Date(at));
  expect(await validAt(hour(2))).toEqual([second, first]);
  expect(await validAt(hour(25.1))).toEqual([second]);
  await expect(hooked.secretFor('val', 'third', 'c1')).rejects.toThrow('has no address for webhooks');
  await expect(hooked.secretFor('val', 'fourth', 'c9')).rejects.toThrow('subject.unknown');
  for (const entry of house.journal.entries) {
    expect(JSON.stringify(entry)).not.toContain(first.slice(6));
    expect(JSON.stringify(entry)).not.toContain(second.slice(6));
  }
});
