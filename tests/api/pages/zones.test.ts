import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { guestPaths, memberPaths } from '../../fakes/nightPaths';
import { tellNight } from '../../fakes/nightStory';
import { seen } from '../../fakes/seen';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
});
afterAll(() => door.stop());

/** A clock time with its zone behind it, or as a log writes it in UTC. */
const ZONED = /\d{1,2}:\d{2}(?::\d{2}Z|,? \(?UTC)/g;
const CLOCK = /.{0,30}\b\d{1,2}:\d{2}\b.{0,20}/g;

/** What people of this night wrote themselves is shown as it was written. */
const WRITTEN = /train de 08:10|dès 10:20/g;

const bare = (html: string): string[] => seen(html).replaceAll(WRITTEN, '').replaceAll(ZONED, '').match(CLOCK) ?? [];

describe.each(['fr', 'en'] as const)('every clock time that is shown carries its zone, in %s', (language) => {
  it('on every page of a member', async () => {
    const faults: string[] = [];
    for (const path of memberPaths(told)) {
      const { text } = await door.read('sacha', path, language);
      faults.push(...bare(text).map((words) => `${path}: ${words}`));
    }
    expect(faults).toEqual([]);
  });

  it('on every page of a guest', async () => {
    const faults: string[] = [];
    for (const path of await guestPaths(told)) {
      const { text } = await door.guest.read(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      faults.push(...bare(text).map((words) => `${path}: ${words}`));
    }
    expect(faults).toEqual([]);
  });
});
