import { afterEach, describe, expect, it } from '@jest/globals';
import { createSmtpMailer } from '../../../adapters/mail/smtp';
import { handToRelay, RELAY_TIMEOUTS } from '../../../adapters/mail/relay';
import { composeBounces } from '../../../runtime/compose/bounces';
import { startBounceSmtp } from '../../../runtime/servers/bounceSmtp';
import { freePort } from '../../../runtime/servers/freePort';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { startScriptedSmtp } from '../../fakes/scriptedSmtp';
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

describe('over the wire', () => {
  it('a notice leaves with the bounce address and its ENVID, the report comes back by mail, the notice is RECEIVED', async () => {
    const relay = await startScriptedSmtp();
    stops.push(relay.stop);
    const house = await createNoticeHouse(T0);
    const from = { name: 'Vigie', address: 'vigie@slime.example' };
    house.ports.mailer = createSmtpMailer({ url: relay.url, from, returnPath: BOUNCES, catching: false });
    const port = await freePort();
    const said: object[] = [];
    const log = { info: (facts: object) => said.push(facts) };
    const bounces = { address: BOUNCES, port, bind: '127.0.0.1' };
    stops.push((await composeBounces({ config: { bounces }, ports: house.ports, log })).close);

    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    await send(house, id);
    await house.settle(id, hour(0));
    const commands = relay.mails[0]?.commands ?? [];
    const asked = commands.find((line) => /^MAIL FROM/i.test(line)) ?? '';
    expect(asked).toContain(`<${BOUNCES}>`);
    const envelopeId = /ENVID=(\S+)/i.exec(asked)?.[1] ?? '';

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
