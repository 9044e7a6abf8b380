import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export type Packed = { name: string; content: AsyncIterable<string> };

/** 1 January 1980, the first day of the format: same content, same bytes. */
const DOS_DATE = 0x0021;
const VERSION = 20;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;

type Entry = { name: Buffer; offset: number; crc: number; packed: number; plain: number };

/**
 * A ZIP archive as its files come, each read once (APPNOTE 6.3.10, without ZIP64: under 4 GiB).
 *
 * @throws RangeError when it grows beyond what four bytes can say
 */
export async function* zipOf(files: Iterable<Packed>): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let offset = 0;
  for (const { name: text, content } of files) {
    const entry = { name: Buffer.from(text), offset, crc: 0, packed: 0, plain: 0 };
    const head = localHead(entry.name);
    yield head;
    // what fails on either side, or is left half read, ends both: the reader of this archive gets the error
    const deflated = pipeline(Readable.from(counted(content, entry)), createDeflateRaw(), () => undefined);
    for await (const piece of deflated) {
      entry.packed += (piece as Buffer).length;
      yield piece as Buffer;
    }
    const tail = descriptor(entry);
    yield tail;
    offset += head.length + entry.packed + tail.length;
    if (offset > 0xffffffff) throw new RangeError('an archive of more than 4 GiB');
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map(centralHead));
  yield directory;
  yield end(entries.length, directory.length, offset);
}

async function* counted(content: AsyncIterable<string>, entry: Entry): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const piece = Buffer.from(text);
    entry.crc = crc32(piece, entry.crc);
    entry.plain += piece.length;
    yield piece;
  }
}

/** Little-endian numbers one after the other: `[value, bytes]`. */
function packed(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

const localHead = (name: Buffer): Buffer =>
  Buffer.concat([
    packed([0x04034b50, 4], [VERSION, 2], [FLAGS, 2], [DEFLATE, 2], [0, 2], [DOS_DATE, 2]),
    packed([0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ]);

const descriptor = ({ crc, packed: size, plain }: Entry): Buffer =>
  packed([0x08074b50, 4], [crc, 4], [size, 4], [plain, 4]);

const centralHead = ({ name, offset, crc, packed: size, plain }: Entry): Buffer =>
  Buffer.concat([
    packed([0x02014b50, 4], [VERSION, 2], [VERSION, 2], [FLAGS, 2], [DEFLATE, 2], [0, 2], [DOS_DATE, 2]),
    packed([crc, 4], [size, 4], [plain, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
    name,
  ]);

const end = (count: number, size: number, offset: number): Buffer =>
  packed([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
