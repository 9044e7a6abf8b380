import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

/** In Paris the next day has begun. */
const LATE = '2026-03-28T23:30:00.000Z';
let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  told = await tellNight();
  told.night.at(LATE);
  door = await openNightDoor(told.night);
  await told.night.signNow();
});
afterAll(() => door.stop());

const nameOf = ({ headers }: { headers: Headers }) =>
  /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1];

it('files that are taken are named by the day where the organisation is', async () => {
  const notice = `/incidents/${told.stolen.id}/notices/${told.stolen.val}`;
  const names = [
    await door.read('sacha', '/registers/file?format=csv'),
    await door.read('sacha', '/registers/processing/file?format=csv'),
    await door.send('sacha', '/journal/export', { seen: '' }),
    await door.send('sacha', `${notice}/extract`, { format: 'jsonl' }),
    await door.send('sacha', `${notice}/extract`, { format: 'pdf' }),
    await door.read('sacha', '/pack'),
  ].map(nameOf);
  expect(names).toEqual([
    'vigie-register-2026-03-29.csv',
    'vigie-processing-register-2026-03-29.csv',
    'journal-2026-03-29.jsonl',
    'extract-2026-03-29.jsonl',
    'extract-2026-03-29.pdf',
    'vigie-pack-2026-03-29.pdf',
  ]);
  expect((await door.read('sacha', '/journal/export')).text).toContain('journal-2026-03-29.jsonl');
});
