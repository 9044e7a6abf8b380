import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tellAtOnce } from '../../../application/atOnce/tellAtOnce';
import { proveVulnerability } from '../../../application/vulnerability/proveVulnerability';
import { failedOf } from '../../../domain/atOnce/telling';
import { Prove } from '../../../domain/vulnerability/decide';
import { createHookedHouse, GATEWAY_SECRET } from '../../fakes/hookedHouse';
import { type HookServer, startHookServer } from '../../fakes/hookServer';
import { must } from '../../fakes/realHouse';
import { verifyWebhook } from '../../fakes/standardWebhooks';
import { T0 } from '../../fakes/threeControllers';

let server: HookServer;
let hooked: Awaited<ReturnType<typeof createHookedHouse>>;
let secret: string;

beforeAll(async () => {
  server = await startHookServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.received.length = 0;
  delete server.answers['/val'];
  hooked = await createHookedHouse(server);
  secret = await hooked.secretFor('val');
});

const prove = async () => {
  const { house } = hooked;
  const touched = [{ agreementId: 'val', role: 'processor' as const }];
  const proven = Prove.parse({ text: 'Le portail accepte un jeton périmé.', provenAt: T0, severity: 'high', touched });
  must(await proveVulnerability({ ctx: house.as('paul', ['IM']), input: { key: 'prove', proven } }));
  must(await tellAtOnce({ ctx: house.engine }));
  const [one] = await house.ports.projections.list('o1', 'vulnerability', { limit: 9 });
  if (one === undefined) throw new Error('nothing was proved');
  return one;
};
const channelsOf = ({ outbox }: Awaited<ReturnType<typeof prove>>) =>
  outbox.filter(({ to }) => to.kind === 'contact').map(({ to, channel }) => `${to.id} ${channel}`);

describe('what is told at once (duties S3-10, S3-17) leaves by every channel that the contract names and that is served', () => {
  it('by webhook and text message beside the mails, signed, leading to its page without a word of it', async () => {
    const one = await prove();
    expect(channelsOf(one)).toEqual(['c1 email', 'c1 sms', 'c2 email', 'c2 webhook']);
    const hook = server.received.find(({ path }) => path === '/val');
    expect(await verifyWebhook(hook?.headers ?? {}, hook?.body ?? '', secret)).toBe(true);
    const link = expect.stringMatching(/^https:\/\/vigie\.example\/m\/[\w-]{43}$/);
    expect(JSON.parse(hook?.body ?? '')).toMatchObject({
      type: 'atOnce.told',
      data: { reference: one.reference, about: 'vulnerability', link },
    });
    const sms = server.received.find(({ path }) => path === '/sms');
    expect(await verifyWebhook(sms?.headers ?? {}, sms?.body ?? '', GATEWAY_SECRET)).toBe(true);
    expect(JSON.parse(sms?.body ?? '').data.text).toContain('"about":"vulnerability"');
    expect(hook?.body).not.toContain('jeton');
    expect(sms?.body).not.toContain('jeton');
    must(await tellAtOnce({ ctx: hooked.house.engine }));
    expect(server.received).toHaveLength(2);
  });

  it('a webhook that is refused is told to our own people; its contact has the mail, and is not called', async () => {
    server.answers['/val'] = (response) => void response.writeHead(410).end();
    const one = await prove();
    expect(failedOf(one)).toEqual([]);
    expect(one.told[0]?.fellBack).toEqual(['val-c2-webhook']);
    expect(one.told[0]?.callIds).toEqual([]);
    expect(hooked.house.mails.filter(({ to }) => to.endsWith('@slime.example'))).not.toEqual([]);
  });
});
