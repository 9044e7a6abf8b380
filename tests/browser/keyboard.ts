import type { Page } from 'playwright-core';

const MOST_TABS = 120;

/** Text that a person hears of the element in focus: its label, its own words, or its fieldset's legend with them. */
const HEARD = `(() => {
  const on = document.activeElement;
  if (!on || on === document.body) return '';
  const labels = 'labels' in on && on.labels ? [...on.labels].map((label) => label.textContent) : [];
  const legend = on.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
  return [legend, ...labels, on.textContent, on.getAttribute('aria-label') ?? ''].join(' ').replace(/\\s+/g, ' ');
})()`;

/** Tabs on until what is heard says all of these words. */
export async function tabTo(page: Page, ...words: string[]): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const heard = String(await page.evaluate(HEARD)).replaceAll(/[\u00a0\u2011]/g, (sign) =>
      sign === '\u2011' ? '-' : ' ',
    );
    if (words.every((word) => heard.includes(word))) return;
  }
  throw new Error(`no way by keyboard to ${words.join(' + ')} on ${page.url()}`);
}

export async function typeIn(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** A wall clock goes in part by part; `date` as this Chromium's language orders it: month, day, year. */
export async function typeMoment(page: Page, label: string, { date, time }: { date: string; time: string }) {
  await tabTo(page, label);
  await page.keyboard.type(date);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(time);
}

/** Space ticks a box. A group of radios is one stop, entered at its first, and moved in by arrows. */
export async function tick(page: Page, ...words: string[]): Promise<void> {
  await tabTo(page, ...words);
  await page.keyboard.press('Space');
}

export async function choose(page: Page, legend: string, steps: number): Promise<void> {
  await tabTo(page, legend);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
}

/** Enter on a link or button that leads to another page. */
export async function press(page: Page, ...words: string[]): Promise<void> {
  await tabTo(page, ...words);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}
