/**
 * Firms are compared by what people read: case, accents, ligatures, spaces, forms of the same letter, and which apostrophe, quotation
 * mark or dash a keyboard gives, are one.
 */
export const firmKey = (name: string): string =>
  name
    .replaceAll(/[\u2018\u2019\u201B\u2032\u02BC\u02B9`\u00B4]/gu, "'") // first: NFKD takes some of them apart
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/["\u00AB\u00BB\u201C-\u201F\u2039\u203A]/gu, ' ')
    .replaceAll(/[\p{Pd}\u2212\s]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
