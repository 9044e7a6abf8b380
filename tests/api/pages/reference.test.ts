import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restRoutes } from '../../../api/rest/routes';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

describe('the reference of the API', () => {
  it('is shown to everybody, without a script or anything from elsewhere', async () => {
    const { status, text, headers } = await door.call('GET', '/api/docs');
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script|<iframe|(?:src|href|action)="(?!\/|#)/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('may be kept by whoever asks for it in a language, each in its own, and by nobody without one', async () => {
    const [fr, en, plain] = await Promise.all(
      ['?lang=fr', '?lang=en', ''].map((q) => door.call('GET', `/api/docs${q}`)),
    );
    expect(fr?.headers.get('cache-control')).toBe('public, max-age=300');
    expect(fr?.headers.get('set-cookie')).toBeNull();
    expect(plain?.headers.get('cache-control')).not.toContain('public');
    expect([fr?.text, en?.text].map((text) => /<html lang="(..)"/.exec(text ?? '')?.[1])).toEqual(['fr', 'en']);
    expect((await door.call('GET', '/api/docs?lang=fr')).text).toBe(fr?.text);
  });

  it('names every operation with its path, and no two places of a page are called the same', async () => {
    const { text } = await door.call('GET', '/api/docs?lang=en');
    for (const { operationId, path } of restRoutes) {
      expect(text).toContain(`id="op-${operationId}"`);
      expect(text).toContain(path);
    }
    for (const path of ['/exchange/{orgId}', '/exchange/{orgId}/files'])
      expect(text).toContain(`<code>POST ${path}</code>`);
    expect(text.match(/No token: the seal of an installation/g)).toHaveLength(2);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('says who may, what is needed, what refuses, with an example, in a frame of either language', async () => {
    const { text } = await door.call('GET', '/api/docs?lang=fr');
    const from = text.indexOf('id="op-renameOrganisation"');
    const one = text.slice(from, text.indexOf('</section>', from));
    expect(one).toMatch(/Rôles\s*: DIR/);
    expect(one).toContain('<strong>obligatoire</strong>');
    expect(one).toContain('Exemple de corps');
    expect(one).toContain('<strong>403</strong>');
    expect((await door.call('GET', '/api/docs?lang=en')).text).toContain('Possible refusals');
  });
});
