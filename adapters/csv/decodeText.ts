/** Bytes that are neither UTF-8 nor what a spreadsheet of Western Europe writes instead. */
export class Undecodable extends Error {}

const MARK = '\uFEFF';
const utf8 = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Of Windows-1252, what lists of names hold: accents that older machines write otherwise come out as other signs than these. */
const isWesternByte = (byte: number): boolean => (byte > 0 && byte < 0x80) || byte >= 0xa0 || WESTERN_SIGNS.has(byte);
/** What stands where ISO 8859-1 has control signs; some versions of Node decode those as ISO 8859-1, so they are set here. */
const WESTERN_SIGNS = new Map([
  [0x80, '€'],
  [0x8a, 'Š'],
  [0x8c, 'Œ'],
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x96, '–'],
  [0x97, '—'],
  [0x9a, 'š'],
  [0x9c, 'œ'],
  [0x9e, 'ž'],
  [0x9f, 'Ÿ'],
]);
/** Begins a file of UTF-16. */
const WIDE = [0xfe, 0xff];

/**
 * The text of the bytes as they come, without a mark at its beginning. UTF-8; a file whose first byte that is no ASCII is no
 * UTF-8 either is read as Windows-1252, which older spreadsheets write. One that was UTF-8 before is neither.
 *
 * @throws Undecodable at such a byte
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let isWestern = false;
  let isPlain = true; // nothing but ASCII came
  let isFirst = true;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const joined: Buffer = Buffer.concat([tail, chunk]);
    if (isFirst && WIDE.includes(joined[0] ?? 0)) throw new Undecodable();
    const cut: number = joined.length - (isWestern ? 0 : unfinished(joined));
    isWestern ||= isPlain && !isUtf8(joined.subarray(0, cut)) && !beginsUtf8(joined);
    const whole: Buffer = isWestern ? joined : joined.subarray(0, cut);
    tail = joined.subarray(whole.length);
    isPlain &&= whole.every((byte) => byte < 0x80);
    const text = isWestern ? western(whole) : unicode(whole);
    yield isFirst && text.startsWith(MARK) ? text.slice(MARK.length) : text;
    isFirst &&= text === '';
  }
  if (tail.length > 0) yield isPlain ? western(tail) : unicode(tail);
}

function western(bytes: Buffer): string {
  if (!bytes.every(isWesternByte)) throw new Undecodable();
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => WESTERN_SIGNS.get(sign.charCodeAt(0)) ?? sign);
}

function unicode(bytes: Buffer): string {
  try {
    return utf8().decode(bytes);
  } catch {
    throw new Undecodable();
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    unicode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes of the sign that this one begins. */
const lengthFrom = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** Whether the first sign that is no ASCII is UTF-8: a file does not change its encoding further down. */
function beginsUtf8(bytes: Buffer): boolean {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return isUtf8(bytes.subarray(first, first + lengthFrom(bytes[first] ?? 0)));
}

/** How many bytes at the end begin a sign that goes on in what comes next. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}
