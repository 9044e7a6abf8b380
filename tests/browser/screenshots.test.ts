import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from '@jest/globals';
import { testRelay } from '../../application/organisation/testRelay';
import type { Relay } from '../../application/ports/relay';
import { type Night, taken } from '../fakes/night';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';
import { chromiumPath, openBrowser } from './chromium';
import { screensOf } from './screens';

const folder = process.env['VIGIE_SCREENSHOTS'];
const only = process.env['VIGIE_SCREENS']?.split(',');
const WIDTHS = (process.env['VIGIE_WIDTHS'] ?? '1280,390').split(',').map(Number);
const LANGUAGE = process.env['VIGIE_LANGUAGE'] === 'en' ? 'en' : 'fr';
const LONGEST_PX = 1800;

/** The night's mails were accepted: it has a relay. These two show a house that has none yet. */
const BEFORE_A_RELAY = ['mailbox', 'mail'];
const relay: Relay = {
  name: 'relais.ecoute-enquetes.example',
  fingerprint: 'f'.repeat(64),
  test: async () => ({ accepted: true, replyCode: 250, encrypted: true, deliveryStatus: true }),
};

async function setRelay({ ports, as }: Night): Promise<void> {
  ports.relay = relay;
  taken(await testRelay({ ctx: as('alix'), input: { key: 'relay' } }));
}

/** Run by `scripts/screenshots.mjs`, which says where to: not a test of anything. */
(folder === undefined || chromiumPath() === null ? it.skip : it)(
  'pictures of every page',
  async () => {
    const told = await tellNight();
    await setRelay(told.night);
    const door = await openNightDoor(told.night);
    const browser = await openBrowser();
    mkdirSync(String(folder), { recursive: true });
    for (const { name, path, who } of await screensOf(told)) {
      if (only !== undefined && !only.includes('all') && !only.includes(name)) continue;
      told.night.ports.relay = BEFORE_A_RELAY.includes(name) ? null : relay;
      for (const width of WIDTHS) {
        const context = await browser.newContext({ viewport: { width, height: 800 }, locale: LANGUAGE });
        const cookie = who === 'guest' ? null : await door.cookieOf(who);
        if (cookie !== null) {
          const [cookieName = '', value = ''] = cookie.split('=');
          await context.addCookies([{ name: cookieName, value, url: door.base }]);
        }
        await context.addCookies([{ name: 'vigie-lang', value: LANGUAGE, url: door.base }]);
        const page = await context.newPage();
        await page.goto(door.base + (who === 'guest' ? path : `/o/${told.night.orgId}${path}`));
        const height = await page.evaluate('document.documentElement.scrollHeight');
        await page.setViewportSize({ width, height: Math.min(LONGEST_PX, Math.max(640, Number(height))) });
        await page.screenshot({ path: join(String(folder), `${name}-${width}.png`) });
        await context.close();
      }
    }
    await browser.close();
    await door.stop();
  },
  300_000,
);
