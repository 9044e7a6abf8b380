import { afterEach, describe, expect, it } from '@jest/globals';
import { createSmtpMailer } from '../../../adapters/mail/smtp';
import { handToRelay, RELAY_TIMEOUTS } from '../../../adapters/mail/relay';
import { testLine } from '../../../api/pages/contactLines';
import { proposeAmendment } from '../../../application/agreement/proposeAmendment';
import { readAgreement } from '../../../application/agreement/readAgreement';
import { settleLinks } from '../../../application/agreement/settleLinks';
import { signForController, signForProcessor } from '../../../application/agreement/signAmendment';
import { testContacts } from '../../../application/agreement/testContacts';
import { sendVersion } from '../../../application/notice/sendVersion';
import { AmendedAnnex1, documentHashOf } from '../../../domain/agreement/annex1';
import type { SendingCommand } from '../../../domain/notice/commands';
import { composeBounces } from '../../../runtime/compose/bounces';
import { startBounceSmtp } from '../../../runtime/servers/bounceSmtp';
import { freePort } from '../../../runtime/servers/freePort';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { annexOf, createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { type Fault, startScriptedSmtp, type TakenMail } from '../../fakes/scriptedSmtp';
import { statusNotice } from '../../fakes/statusNotice';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

const BOUNCES = 'bounces@slime.example';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** As the mail server that gets what comes back would hand it over: from nobody. */
const comeBack = (port: number, raw: Buffer, to = BOUNCES) =>
  handToRelay(
    `smtp://127.0.0.1:${port}`,
    RELAY_TIMEOUTS,
    { from: '', to, raw, envelopeId: 'x/y' },
    Promise.resolve(true),
  );

/** A house whose mails leave through a real relay, and whose reports come back to a listener. */
async function openWire<H extends Pick<House, 'ports'>>(house: H, faults: readonly Fault[] = []) {
  const relay = await startScriptedSmtp(faults);
  stops.push(relay.stop);
  const from = { name: 'Vigie', address: 'vigie@slime.example' };
  house.ports.mailer = createSmtpMailer({ url: relay.url, from, returnPath: BOUNCES, catching: false });
  const port = await freePort();
  const said: object[] = [];
  const log = { info: (facts: object) => said.push(facts) };
  const bounces = { address: BOUNCES, port, bind: '127.0.0.1' };
  stops.push((await composeBounces({ config: { bounces }, ports: house.ports, log })).close);
  return { relay, port, said };
}

/** Both contacts of Val Témoin have other addresses from 1 July on, signed by both sides. */
async function amendVal(house: IncidentHouse): Promise<void> {
  const { signatures: _signed, ...first } = annexOf('val');
  const addresses = ['protection@val-temoin.example', 'garde@val-temoin.example'];
  const noticeContacts = first.controller.noticeContacts.map((one, index) => ({ ...one, email: addresses[index] }));
  const controller = { ...first.controller, noticeContacts };
  const document = AmendedAnnex1.parse({ ...first, version: 2, inForceFrom: '2026-07-01', controller });
  const agreementId = 'val';
  must(await proposeAmendment({ ctx: house.dpo, input: { agreementId, key: 'p', document } }));
  const signature = { documentHash: documentHashOf(document), name: 'A', function: 'B' };
  must(await signForProcessor({ ctx: house.director, input: { agreementId, key: 's1', ...signature } }));
  const guest = { ...house.engine, actor: { kind: 'guest' as const, id: 'c1' } };
  const link = { orgId: 'o1', agreementId, contactId: 'c1' };
  must(await signForController({ ctx: guest, input: { link, key: 's2', ...signature } }));
}

const envelopeOf = ({ commands }: TakenMail) => /ENVID=(\S+)/i.exec(commands.join('\n'))?.[1] ?? '';

describe('over the wire', () => {
  it('a notice leaves with the bounce address and its ENVID, the report comes back by mail, the notice is RECEIVED', async () => {
    const house = await createNoticeHouse(T0);
    const { relay, port, said } = await openWire(house);

    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    await send(house, id);
    await house.settle(id, hour(0));
    const commands = relay.mails[0]?.commands ?? [];
    const asked = commands.find((line) => /^MAIL FROM/i.test(line)) ?? '';
    expect(asked).toContain(`<${BOUNCES}>`);
    const envelopeId = envelopeOf(relay.mails[0] ?? { raw: '', recipients: [], commands: [] });

    const report = statusNotice({ action: 'delivered', envelopeId });
    expect(await comeBack(port, report)).toMatchObject({ done: true, replyCode: 250 });
    expect((await house.noticeOf('val')).delivery).toBe('RECEIVED');
    expect(await comeBack(port, report)).toMatchObject({ done: true, replyCode: 250 });
    expect(await comeBack(port, statusNotice({ action: 'failed', envelopeId: 'o1/other.0' }))).toMatchObject({
      done: false,
      replyCode: 554,
    });
    expect(said.at(-1)).toEqual({ verdict: 'unmatched', counted: { taken: 2, unmatched: 1, unreadable: 0 } });
    expect(JSON.stringify(said)).not.toContain('@');
  });

  it('F36 a test leaves to each contact, a bounce stands on the agreement, and an amended contact gets the next one', async () => {
    const house = await createIncidentHouse();
    const { relay, port } = await openWire(house, [
      { at: 'RCPT', recipient: 'astreinte@val', reply: '550 5.1.1 unknown' },
    ]);
    const toVal = (from: number) => relay.mails.slice(from).flatMap(({ recipients }) => recipients);
    const test = async () => {
      const only = { contactId: null, channel: null };
      must(await testContacts({ ctx: house.manager, input: { key: house.newKey(), agreementId: 'val', ...only } }));
      house.clock.now = new Date(house.clock.now.getTime() + 6_000);
      must(await settleLinks({ ctx: house.engine }));
    };
    const shown = async () => {
      const read = must(await readAgreement({ ctx: house.manager, input: { agreementId: 'val' } }));
      return read.liveness
        .filter(({ channel }) => channel === 'email')
        .map((one) => [one.contactId, one.state, testLine(one).tone]);
    };

    await test();
    expect(toVal(0)).toEqual(['dpo@val-temoin.example']);
    expect(await shown()).toEqual([
      ['c1', 'waiting', 'wait'],
      ['c2', 'failed', 'no'],
    ]);
    const [taken] = relay.mails;
    if (taken === undefined) throw new Error('no test left');
    const report = statusNotice({ action: 'failed', envelopeId: envelopeOf(taken) });
    expect(await comeBack(port, report)).toMatchObject({ done: true, replyCode: 250 });
    expect((await shown())[0]).toEqual(['c1', 'failed', 'no']);

    await amendVal(house);
    expect((await shown()).map(([, state]) => state)).toEqual(['never', 'never']);
    const before = relay.mails.length;
    await test();
    expect(toVal(before)).toEqual(['protection@val-temoin.example', 'garde@val-temoin.example']);
    expect((await shown()).map(([, state]) => state)).toEqual(['waiting', 'waiting']);
  });

  it('a notice on its way keeps to the contacts of the version that judges its breach; the next breach goes to the amended ones', async () => {
    const house = await createIncidentHouse();
    const { relay } = await openWire(house);
    const left = (from: number) =>
      relay.mails
        .slice(from)
        .flatMap(({ recipients }) => recipients)
        .filter((to) => to.endsWith('@val-temoin.example'))
        .toSorted();
    const tell = async (incidentId: string, key: string, command: SendingCommand = { kind: 'send', items }) => {
      const before = relay.mails.length;
      const found = (await house.ports.projections.list('o1', 'notice', { limit: 100 })).find(
        ({ opened }) => opened.incidentId === incidentId && opened.agreementId === 'val',
      );
      if (found === undefined) throw new Error('no notice');
      must(await sendVersion({ ctx: house.oncall, input: { noticeId: found.id, key, command } }));
      await house.settle(found.id, house.clock.now.toISOString());
      return left(before);
    };
    const at = house.clock.now.toISOString();
    await becomeAware(house, ['availability'], at);
    const first = ['astreinte@val-temoin.example', 'dpo@val-temoin.example'];
    expect(await tell('i1', 'first')).toEqual(first);
    await amendVal(house);
    house.clock.now = new Date(house.clock.now.getTime() + 3_600_000);
    const more = { d: { answer: 'value' as const, text: 'autre' } };
    expect(await tell('i1', 'more', { kind: 'supplement', items: more })).toEqual(first);

    house.clock.now = new Date('2026-07-02T08:00:00.000Z');
    await becomeAware(house, ['availability'], house.clock.now.toISOString(), false, undefined, 'i2');
    expect(await tell('i2', 'next')).toEqual(['garde@val-temoin.example', 'protection@val-temoin.example']);
  });
});

describe('the listener for delivery reports', () => {
  const open = async (take: Parameters<typeof startBounceSmtp>[0]['take']) => {
    const server = await startBounceSmtp({ host: '127.0.0.1', port: 0, address: BOUNCES, take });
    stops.push(server.stop);
    return server.port;
  };

  it('takes mail for the one address and for nobody else: it is no relay', async () => {
    const port = await open(async () => 'taken');
    const raw = statusNotice({ action: 'failed' });
    expect(await comeBack(port, raw, 'somebody@elsewhere.example')).toMatchObject({ done: false, replyCode: 550 });
    expect(await comeBack(port, raw, 'Bounces@Slime.example')).toMatchObject({ done: true });
  });

  it('is asked again later for what could not be kept, and never for what is no report', async () => {
    const away = await open(async () => {
      throw new Error('the database is away');
    });
    expect(await comeBack(away, Buffer.from('x'))).toMatchObject({ done: false, replyCode: 451 });
    const picky = await open(async () => 'unreadable');
    expect(await comeBack(picky, Buffer.from('x'))).toMatchObject({ done: false, replyCode: 554 });
  });

  it('takes nothing larger than a report', async () => {
    let taken = 0;
    const port = await open(async () => {
      taken += 1;
      return 'taken';
    });
    expect(await comeBack(port, Buffer.alloc(1_100_000, 'x\r\n'))).toMatchObject({ done: false });
    expect(taken).toBe(0);
  });

  it('is closed unless a port is named', async () => {
    const { ports } = await createNoticeHouse(T0);
    const bounces = { address: BOUNCES, port: null, bind: '127.0.0.1' };
    const closed = await composeBounces({ config: { bounces }, ports, log: { info: () => undefined } });
    await expect(closed.close()).resolves.toBeUndefined();
  });
});
