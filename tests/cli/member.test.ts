import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../fakes/night';
import { openNightDoor } from '../fakes/nightDoor';
import { vigie } from './terminal';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at(new Date().toISOString());
});
afterAll(() => door.stop());

/** The token alone: the organisation is the token's own. */
const env = (who: 'alix' | 'ines') => {
  const token = night.people.get(who)?.token ?? '';
  return { VIGIE_URL: door.base, VIGIE_TOKEN: token, LANG: 'fr_FR.UTF-8' };
};
const joining = (name: string) => {
  const email = `${name.toLowerCase()}@ecoute.example`; // an address is one member's
  return ['member', 'add', '--name', name, '--email', email, '--phone', '+33 1 99 00 00 40'];
};

describe('vigie member', () => {
  it('adds a person with telephone and roles and shows the token once; the same command again shows none', async () => {
    const line = [...joining('Robin'), '--role', 'O', '--role', 'IM', '--key', 'robin-joins'];
    const { code, out } = await vigie(line, { env: env('alix') });
    expect(code).toBe(0);
    const [, token = ''] = /montré une seule fois\s: (vgt_\S+)/.exec(out) ?? [];
    const me = await door.call('GET', '/api/v1/me', { token });
    expect(me.body).toMatchObject({ orgId: 'o1', name: 'Robin', roles: ['O', 'IM'], language: 'fr' });
    expect((await vigie(line, { env: env('alix') })).out).not.toContain('vgt_');
    expect((await vigie(['member', 'list'], { env: env('ines') })).out).toMatch(/Robin +O IM +\+33 1 99 00 00 40/);
  });

  it('lets a member leave, whose token then opens nothing', async () => {
    const added = await vigie([...joining('Noa'), '--role', 'O', '--json'], { env: env('alix') });
    const { personId, secret } = JSON.parse(added.out);
    expect((await vigie(['member', 'remove', personId], { env: env('alix') })).code).toBe(0);
    expect((await door.call('GET', '/api/v1/me', { token: secret })).status).toBe(401);
  });

  it('is refused to who is not of management: exit 3', async () => {
    expect((await vigie([...joining('Robin'), '--role', 'O'], { env: env('ines') })).code).toBe(3);
  });
});
