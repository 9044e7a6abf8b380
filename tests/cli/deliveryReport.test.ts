import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { statusNotice } from '../fakes/statusNotice';
import { openDoor } from '../fakes/door';
import { createMemoryHouse } from '../fakes/memoryHouse';
import { foundHouse, tokenFor } from '../fakes/realHouse';
import { vigie } from './terminal';

const house = createMemoryHouse();
let door: Awaited<ReturnType<typeof openDoor>>;
let env: Record<string, string>;
beforeAll(async () => {
  door = await openDoor(house.ports);
  const { orgId, director } = await foundHouse(house.ports);
  const token = await tokenFor(director, { kind: 'tool', id: 'mta' }, ['O']);
  env = { VIGIE_URL: door.base, VIGIE_TOKEN: token, VIGIE_ORG: orgId, LANG: 'en_GB' };
});
afterAll(() => door.stop());

describe('vigie delivery-report', () => {
  it('says what is wrong with a mail that is no report, or about nothing: exit 3', async () => {
    const none = await vigie(['delivery-report'], { env, input: 'Subject: x\r\n\r\nx' });
    expect([none.code, none.noted]).toEqual([3, expect.stringContaining('report.unreadable')]);
    const raw = statusNotice({ action: 'failed', envelopeId: `${env['VIGIE_ORG']}/n.0` }).toString('latin1');
    const strange = await vigie(['delivery-report'], { env, input: raw });
    expect([strange.code, strange.noted]).toEqual([3, expect.stringContaining('report.unmatched')]);
    expect(strange.noted).not.toContain('val-temoin');
  });

  it('ends with 75 while nobody answers, so that the mail server keeps the mail', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const away = { ...env, VIGIE_URL: `http://127.0.0.1:${port}` };
    expect((await vigie(['delivery-report'], { env: away, input: 'x' })).code).toBe(75);
  });
});
