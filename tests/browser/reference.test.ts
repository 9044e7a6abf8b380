import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createNight } from '../fakes/night';
import { openNightDoor } from '../fakes/nightDoor';
import { chromiumPath, openBrowser } from './chromium';
import { layoutFaults } from './layout';

const withBrowser = chromiumPath() === null ? describe.skip : describe;
/** Operations that are looked at closely: all hundred and more are written by the same template. */
const FEW = 12;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page is many times as long as any other: whole, it would take minutes. */
withBrowser('the reference of the API, in a real browser', () => {
  let door: Awaited<ReturnType<typeof openNightDoor>>;
  let browser: Browser;
  beforeAll(async () => {
    door = await openNightDoor(await createNight());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await door.stop();
  });

  it.each(['fr', 'en'])(
    'axe finds nothing, and nothing sticks out, at desktop and phone widths, in %s',
    async (language) => {
      const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
      const said: string[] = [];
      page.on('console', (message) => void said.push(message.text()));
      const faults: string[] = [];
      await page.goto(`${door.base}/api/docs?lang=${language}`);
      const all = Number(await page.evaluate('document.querySelectorAll("main article, main section").length'));
      await page.evaluate(
        `[...document.querySelectorAll('main article, main section')].slice(${FEW}).forEach((one) => one.remove())`,
      );
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
        faults.push(...violations.map(({ id, nodes }) => `${width}: ${id} ${nodes[0]?.html.slice(0, 160)}`));
        const whole = Number(await page.evaluate('document.documentElement.scrollWidth'));
        if (whole > width) faults.push(`${whole} px wide at ${width}`);
        faults.push(...(await layoutFaults(page)).map((fault) => `${width}: ${fault}`));
      }
      expect([...faults, ...said]).toEqual([]);
      expect(all).toBeGreaterThan(FEW);
    },
    240_000,
  );
});
