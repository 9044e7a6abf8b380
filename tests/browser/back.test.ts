import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openNightDoor } from '../fakes/nightDoor';
import { tellNight } from '../fakes/nightStory';
import { chromiumPath, openBrowser } from './chromium';

const withBrowser = chromiumPath() === null ? describe.skip : describe;

withBrowser('going back to a form that was refused, and loading it again, in a real browser', () => {
  let told: Awaited<ReturnType<typeof tellNight>>;
  let door: Awaited<ReturnType<typeof openNightDoor>>;
  let browser: Browser;

  beforeAll(async () => {
    told = await tellNight();
    door = await openNightDoor(told.night);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await door.stop();
  });

  const posts: string[] = [];
  async function pageOf(cookie: string | null): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr' });
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie !== null) await context.addCookies([{ name, value, url: door.base }]);
    const page = await context.newPage();
    posts.length = 0;
    page.on('request', (request) => void (request.method() === 'POST' && posts.push(request.url())));
    return page;
  }

  it('sends nothing anew and loses nothing, after one refusal and after two', async () => {
    const page = await pageOf(await door.cookieOf('ines'));
    await page.goto(`${door.base}/o/o1/incidents/${told.stolen.id}/measure`);
    for (const what of ['Compte fermé', 'Compte fermé, badge repris']) {
      await page.fill('[name=what]', what);
      await Promise.all([page.waitForEvent('load'), page.click('#sheet .btn.main')]);
      expect(await page.title()).toMatch(/^Erreur/);
    }
    await page.reload();
    expect(await page.inputValue('[name=what]')).toBe('Compte fermé, badge repris');
    await page.goto(`${door.base}/o/o1/incidents`);
    await page.goBack();
    expect(await page.inputValue('[name=what]')).toBe('Compte fermé, badge repris');
    expect(posts).toHaveLength(2);
    expect(new URL(page.url()).search).toMatch(/^\?form=[\w-]+$/);
  });

  it('is as good on a guest’s page', async () => {
    const page = await pageOf(null);
    const link = await told.night.ports.links.issue('o1', told.stolen.val, 'c1');
    await page.goto(`${door.base}/n/${link}`);
    await page.fill('form [name=name]', 'Camille Modèle');
    await page.fill('form [name=function]', '');
    await page.evaluate("for (const field of document.querySelectorAll('[required]')) field.required = false");
    await Promise.all([page.waitForEvent('load'), page.click('form:has([name=function]) .btn')]);
    expect(await page.title()).toMatch(/^Erreur/);
    await page.goto(`${door.base}/enter`);
    await page.goBack();
    expect(await page.inputValue('form [name=name]')).toBe('Camille Modèle');
    expect(posts).toHaveLength(1);
  });
});
