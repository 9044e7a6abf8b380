/**
 * Characters that are not seen and change what is: C0 and C1 controls but tab and line feed, line and paragraph
 * separators, and every control of Unicode's Bidi_Control property.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text as it can be shown: what would steer a terminal or turn words around is written `[U+001B]`. Idempotent. */
export const spellOut = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(HIDDEN, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);

/** Every string of a value, however deep. */
export function spellOutAll<T>(value: T): T {
  if (typeof value === 'string') return spellOut(value) as T & string;
  if (Array.isArray(value)) return value.map((one: unknown) => spellOutAll(one)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spellOutAll(one)])) as T & object;
}
