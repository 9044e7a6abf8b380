/** Schemes that a link of ours may have: a page must never run what a person wrote. */
const SAFE = /^(?:\/(?!\/)|#|\?|tel:\+?[\d ]+$|https?:\/\/)/;

/** @throws RangeError for a target that could run something or leave without saying so */
export function safeHref(href: string): string {
  const isPrintable = Array.from(href).every((sign) => sign >= ' ' && sign !== '\u007f' && sign !== '\\');
  if ((href !== '' && !SAFE.test(href)) || !isPrintable) throw new RangeError('not a link that a page may hold');
  return href;
}
