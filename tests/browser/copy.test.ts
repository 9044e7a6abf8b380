import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { createNight, type Night } from '../fakes/night';
import { openNightCase } from '../fakes/nightCase';
import { openNightDoor } from '../fakes/nightDoor';
import { chromiumPath, openBrowser } from './chromium';

const withBrowser = chromiumPath() === null ? describe.skip : describe;

withBrowser('the fill-in sheet of an authority', () => {
  let night: Night;
  let door: Awaited<ReturnType<typeof openNightDoor>>;
  let browser: Browser;
  let path: string;
  beforeAll(async () => {
    night = await createNight();
    night.at('2026-03-28T02:12:00.000Z');
    path = `/o/${night.orgId}/cases/${await openNightCase(night)}/sheet?type=complete`;
    door = await openNightDoor(night);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await door.stop();
  });

  async function open(options: BrowserContextOptions, before = '') {
    const context = await browser.newContext(options);
    const [name = '', value = ''] = (await door.cookieOf('sacha')).split('=');
    await context.addCookies([{ name, value, url: door.base }]);
    await context.addInitScript(before);
    const page = await context.newPage();
    await page.goto(door.base + path);
    return page;
  }

  it('copies an answer as it stands, by the keyboard too, and says so', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const described = page.getByRole('button', { name: /^(Copier|Copy) Descri/ });
    await described.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^(Copié|Copied) Descri/)
      .waitFor({ state: 'attached' });
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Un classeur parti.');
    expect(await page.locator('.copy').count()).toBe(await page.locator('dd .said').count());
  });

  it('has no button that does nothing: none without scripts, none without a clipboard', async () => {
    const noClipboard = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })";
    for (const page of [await open({ javaScriptEnabled: false }), await open({}, noClipboard)]) {
      expect(await page.locator('dd .said').count()).toBeGreaterThan(5);
      expect(await page.locator('.copy').count()).toBe(0);
    }
  });
});
