import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { housePages } from '../../api/pages/pages';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';

const guests = housePages({ stylesheet: '', mailbox: null })
  .filter(({ audience, act }) => audience === 'guest' && act !== null)
  .map(({ path }) => path);

let door: Awaited<ReturnType<typeof openNightDoor>>;
let link: string;
/** What the house was told to keep. */
const kept: string[] = [];

beforeAll(async () => {
  const { night, stolen } = await tellNight();
  const { keep } = night.ports.keptForms;
  night.ports.keptForms.keep = async (place, text) => {
    kept.push(text);
    return keep(place, text);
  };
  door = await openNightDoor(night);
  link = await night.ports.links.issue('o1', stolen.val, 'c1');
});
beforeEach(() => void kept.splice(0));
afterAll(() => door.stop());

const long = 'A'.repeat(50_000);
const typed = { name: 'D', function: 'DPO', version: '1', question: 'Combien ?', documentHash: '0', x: long };

/** As a browser sends it that keeps its address to itself: what is refused there waits, if anything does. */
function send(path: string, token: string, asked: Record<string, string>) {
  const headers = { origin: 'null', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const raw = new URLSearchParams({ ...typed, ...asked }).toString();
  return door.call('POST', path.replace('{token}', token).replace('{version}', '1'), { headers, raw });
}

describe.each(guests)('a form of a guest: %s', (path) => {
  it.each([{}, { _fill: '1' }, { _language: 'en' }, { _key: 'of-a-stranger', viewport: long }])(
    'with a link that nobody gave out is kept for nobody: %j',
    async (asked) => {
      const sent = await send(path, 'A'.repeat(43), asked);
      expect([sent.status === 303, kept]).toEqual([false, []]);
    },
  );

  it.each([{ _fill: '1' }, { _language: 'en' }])('waits with nothing but what its page asks for: %j', async (asked) => {
    await send(path, link, asked);
    expect(kept.join().length).toBeLessThan(1_000);
    expect(kept.length).toBe(
      ['/n/{token}', '/n/{token}/ask', '/n/{token}/measure', '/n/{token}/v/{version}'].includes(path) ? 1 : 0,
    );
  });
});
