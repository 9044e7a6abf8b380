import { afterEach, describe, expect, it } from '@jest/globals';
import { createRelayTest } from '../../../adapters/mail/testRelay';
import { startScriptedSmtp, type Fault } from '../../fakes/scriptedSmtp';

const from = { name: 'Vigie', address: 'vigie@slime.example' };
const mail = { to: 'admin@slime.example', raw: Buffer.from('Subject: x\r\n\r\nx\r\n'), envelopeId: 'org/test' };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function tested(faults: Fault[] = [], to = mail.to) {
  const server = await startScriptedSmtp(faults);
  stops.push(server.stop);
  const timeouts = { connectionMs: 300, greetingMs: 300, socketMs: 300 };
  return createRelayTest({ url: server.url, from, timeouts })({ ...mail, to });
}

describe('a test of the relay', () => {
  it('says whether it took the mail, over TLS or not, with delivery status or not', async () => {
    expect(await tested()).toEqual({ accepted: true, replyCode: 250, encrypted: false, deliveryStatus: true });
    const plain: Fault = { at: 'EHLO', reply: '250 scripted' };
    expect(await tested([plain])).toMatchObject({ accepted: true, deliveryStatus: false });
  });

  it('says where it stopped and why', async () => {
    expect(await tested([{ at: 'RCPT', reply: '550 5.7.1 relaying denied' }])).toMatchObject({
      accepted: false,
      replyCode: 550,
      step: 'RCPT TO',
    });
    expect(await tested([{ at: 'GREETING', act: 'mute' }])).toMatchObject({ accepted: false, replyCode: null });
    expect(await tested([], 'not one')).toEqual({ accepted: false, replyCode: null, step: 'address' });
  });
});
