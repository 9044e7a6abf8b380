/** Crockford's alphabet: no letter that is misread or misheard over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A reference that a controller may be shown, from random bytes: a running number would tell each controller
 * how many others were told.
 *
 * @param randomHex at least 16 hex digits
 * @returns e.g. `AV-7KQ2-M4XD`
 */
export function referenceFrom(randomHex: string): string {
  const symbols = Array.from(
    { length: 8 },
    (_, index) => ALPHABET[Number.parseInt(randomHex.slice(index * 2, index * 2 + 2), 16) % 32],
  );
  return `AV-${symbols.slice(0, 4).join('')}-${symbols.slice(4).join('')}`;
}
