import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';
import { chromiumPath, openBrowser } from './chromium';
import { formsOf } from './forms';
import { layoutFaults } from './layout';
import { type Screen, screensOf } from './screens';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOURS = ['color-contrast'];
const WIDTHS_PX = [1280, 390, 320];
/** Forms are drawn by the parts of the screens: in one language, and not at the narrowest. */
const FORM_WIDTHS_PX = [1280, 390];

const withBrowser = chromiumPath() === null ? describe.skip : describe;

withBrowser('every page, in a real browser without JavaScript of ours', () => {
  let told: Awaited<ReturnType<typeof tellNight>>;
  let door: Awaited<ReturnType<typeof openNightDoor>>;
  let browser: Browser;
  let screens: Screen[];
  let forms: Screen[];

  beforeAll(async () => {
    told = await tellNight();
    door = await openNightDoor(told.night);
    screens = await screensOf(told); // once: what they show is begun there
    forms = await formsOf(told, screens);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await door.stop();
  });

  async function pageFor(who: Screen['who'], language: 'fr' | 'en'): Promise<Page> {
    // Without motion: a colour on its way from one scheme to the other would be judged half-way.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const cookie = who === 'guest' ? null : await door.cookieOf(who);
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie !== null) await context.addCookies([{ name, value, url: door.base }]);
    await context.addCookies([{ name: 'vigie-lang', value: language, url: door.base }]);
    return context.newPage();
  }

  const addressOf = ({ path, who }: Screen) => door.base + (who === 'guest' ? path : `/o/${told.night.orgId}${path}`);

  /** What the console says: a refused style, script or form would be there. */
  function listen(page: Page): string[] {
    const said: string[] = [];
    page.on('console', (message) => void said.push(message.text()));
    page.on('pageerror', (error) => void said.push(error.message));
    return said;
  }

  /** All rules by day; at night only the colours differ, and these are the same in every language. */
  async function violations(page: Page, language: 'fr' | 'en'): Promise<string[]> {
    const axe = () => new AxeBuilder({ page }).setLegacyMode(); // no frames here: one page does
    await page.emulateMedia({ colorScheme: 'light' });
    const day = axe().withTags(RULES);
    const found = await (language === 'fr' ? day : day.disableRules(COLOURS)).analyze();
    await page.emulateMedia({ colorScheme: 'dark' });
    const night = language === 'fr' ? (await axe().withRules(COLOURS).analyze()).violations : [];
    return [...found.violations, ...night].map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`);
  }

  async function faultsOf(seen: readonly Screen[], language: 'fr' | 'en', widths: readonly number[]) {
    const faults: string[] = [];
    const pages = new Map<Screen['who'], Page>();
    for (const screen of seen) {
      const page = pages.get(screen.who) ?? (await pageFor(screen.who, language));
      pages.set(screen.who, page);
      const said = listen(page);
      await page.setViewportSize({ width: 1280, height: 800 });
      const answer = await page.goto(addressOf(screen));
      if (answer?.status() !== 200) faults.push(`${screen.name}: ${answer?.status()}`);
      faults.push(...(await violations(page, language)).map((fault) => `${screen.name}: ${fault}`));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 640 });
        const whole = Number(await page.evaluate('document.documentElement.scrollWidth'));
        if (whole > width) faults.push(`${screen.name}: ${whole} px wide at ${width}`);
        faults.push(...(await layoutFaults(page)).map((fault) => `${screen.name} at ${width}: ${fault}`));
      }
      faults.push(...said.map((text) => `${screen.name}: ${text}`));
      page.removeAllListeners();
    }
    return faults;
  }

  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    it('axe finds nothing by day or night, the console is silent, and nothing breaks, collides or sticks out down to 320 px', async () => {
      expect(await faultsOf(screens, language, WIDTHS_PX)).toEqual([]);
    }, 600_000);
  });

  it('every form besides has no fault either, down to 390 px', async () => {
    expect(forms.length).toBeGreaterThan(50);
    expect(await faultsOf(forms, 'fr', FORM_WIDTHS_PX)).toEqual([]);
  }, 600_000);
});
