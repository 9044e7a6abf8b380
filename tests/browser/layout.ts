import type { Page } from 'playwright-core';

/**
 * What a reader would see go wrong at this width: an instant broken over two lines, words that stick out of the page or
 * of their box, links of the navigation that touch. Runs in the page.
 */
const FAULTS = `(() => {
  const faults = [];
  const name = (node) => node.textContent.trim().slice(0, 40);
  const shown = (node) => node.checkVisibility() && node.getClientRects().length > 0 && !node.closest('.vh');
  for (const time of document.querySelectorAll('time')) {
    if (!shown(time)) continue;
    const rows = new Set([...time.getClientRects()].map((rect) => Math.round(rect.top)));
    if (rows.size > 1) faults.push('broken instant: ' + name(time));
    const box = time.closest('td, li, dd, p, section, article, div').getBoundingClientRect();
    if (time.getBoundingClientRect().right > Math.max(box.right, 0) + 1) faults.push('instant out of its box: ' + name(time));
  }
  for (const label of document.querySelectorAll('.check')) {
    const box = label.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(label);
    if (shown(label) && words.getBoundingClientRect().right > box.right + 1) faults.push('word out of its box: ' + name(label));
  }
  const links = [...document.querySelectorAll('.nav a, .tabs a')].map((link) => [link, link.getBoundingClientRect()]);
  for (const [link, a] of links) for (const [other, b] of links) {
    const sameRow = Math.abs(a.top - b.top) < 4;
    if (link !== other && sameRow && b.left >= a.left && b.left - a.right < 6) faults.push('no gap: ' + name(link) + '|' + name(other));
  }
  return faults;
})()`;

export async function layoutFaults(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate(FAULTS);
  return Array.isArray(found) ? found.map(String) : [];
}
