import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

describe('an address inside the organisation where there is nothing', () => {
  it.each([['/nowhere'], ['/nowhere/at/all'], ['/incidents/none']])(
    '%s: 404 with the navigation, in the reader’s language',
    async (path) => {
      for (const [language, nav] of [
        ['fr', 'Maintenant'],
        ['en', 'Now'],
      ] as const) {
        const { status, text } = await door.read('ines', path, language);
        expect(status).toBe(404);
        expect(text).toContain(`<html lang="${language}"`);
        expect([text.includes('<nav'), text.includes(nav)]).toEqual([true, true]);
      }
    },
  );

  it('its first page is found with a slash behind it, too', async () => {
    const answer = await door.call('GET', `/o/${night.orgId}/`);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `/o/${night.orgId}`]);
  });
});
