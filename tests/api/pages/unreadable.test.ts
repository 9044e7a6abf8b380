import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubjectUnreadable } from '../../../domain/shared/unreadable';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

describe('what a newer version wrote', () => {
  it('is refused in a browser by a page, with its status, for who reads and who acts', async () => {
    const path = `/incidents/${told.stolen.id}/note`;
    await door.read('paul', path); // a session, and the house, are read while they can be
    const { projections } = told.night.ports;
    const { read } = projections;
    projections.read = async (orgId, kind, id) => {
      if (kind === 'incident') throw new SubjectUnreadable('incident.newer');
      return read(orgId, kind, id);
    };
    for (const answer of [await door.read('paul', path), await door.send('paul', path, { text: 'x' })]) {
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
    const shown = await door.read('paul', path);
    expect(shown.status).toBe(503);
    expect(shown.text).toContain('Le journal ne répond pas');
    projections.read = read;
  });
});
