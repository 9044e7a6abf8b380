import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readCsv } from '../../../adapters/csv/readCsv';
import type { CsvRecord } from '../../../application/ports/csv';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 7): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readCsv(inPieces(Buffer.from(text as string), size)).records) records.push(record);
  return records;
}
const fields = async (text: string, size?: number) =>
  (await read(text, size)).map((record) =>
    'fields' in record ? record.fields.join('|') : `${record.line} ${record.fault}`,
  );

describe('a file of separated values', () => {
  it.each([
    ['commas', 'email,name\na@b.example,Ann\n', ['email|name', 'a@b.example|Ann']],
    [
      'semicolons, where the first line has one',
      'email;name\na@b.example;Ann, Bo\n',
      ['email|name', 'a@b.example|Ann, Bo'],
    ],
    [
      'commas, where a quoted name of the first line has a semicolon',
      'email,name,"note; free, ""yes"""\na@b.example,Ann,x\n',
      ['email|name|note; free, "yes"', 'a@b.example|Ann|x'],
    ],
    [
      'semicolons round quoted names with commas',
      '"email";"name, first"\na@b.example;Ann\n',
      ['email|name, first', 'a@b.example|Ann'],
    ],
    ['a byte-order mark', '\ufeffemail\na@b.example\n', ['email', 'a@b.example']],
    ['CRLF', 'email,name\r\na@b.example,Ann\r\n', ['email|name', 'a@b.example|Ann']],
    ['no line end at its end', 'email\na@b.example', ['email', 'a@b.example']],
    ['quotes round a separator', 'email,name\na@b.example,"Ann, B"\n', ['email|name', 'a@b.example|Ann, B']],
    ['doubled quotes', 'email,name\na@b.example,"Ann ""A"" B"\n', ['email|name', 'a@b.example|Ann "A" B']],
    [
      'a line end within quotes',
      'email,name\na@b.example,"Ann\nB"\nc@d.example,C\n',
      ['email|name', 'a@b.example|Ann\nB', 'c@d.example|C'],
    ],
    ['empty lines', 'email\n\n\na@b.example\n', ['email', 'a@b.example']],
    [
      'rows of other widths, as they are',
      'email,name\na@b.example\nc@d.example,C,1\n',
      ['email|name', 'a@b.example', 'c@d.example|C|1'],
    ],
    [
      'a quote within a field: its row alone is lost',
      'email,name\na@b.example,A"n"n\nc@d.example,C\n',
      ['email|name', '2 quotes', 'c@d.example|C'],
    ],
    ['nothing', '', []],
  ])('with %s', async (_what, text, expected) => {
    for (const size of [1, 7, 1000]) expect(await fields(text, size)).toEqual(expected);
  });

  it('numbers each record by the line where it begins', async () => {
    const records = await read('email,name\na@b.example,"A\nB\nC"\nc@d.example,C\n');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('ends at a quotation mark that is never closed, and says where it began', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => `p${n}@b.example,N`).join('\n');
    const all = await read(`email,name\na@b.example,A\nb@b.example,"B\n${rows}\n`, 1000);
    expect(all.slice(0, 2)).toMatchObject([{ line: 1 }, { line: 2 }]);
    expect(all.at(-1)).toEqual({ line: 3, fault: 'quotesOpen' });
  });

  it.each([1, 2, 7, 1000])('reads an accent in UTF-8 and in Windows-1252, in pieces of %i bytes', async (size) => {
    const text = 'email;nom\na@b.example;Zoé Œuvre-L’Hôpital\nc@d.example;Ann Dupré';
    const western = Buffer.from(text.replace('Œ', '\u008c').replace('’', '\u0092'), 'latin1');
    const expected = ['email|nom', 'a@b.example|Zoé Œuvre-L’Hôpital', 'c@d.example|Ann Dupré'];
    const told = async (bytes: string | Buffer) =>
      (await read(bytes, size)).map((record) => 'fields' in record && record.fields.join('|'));
    expect(await told(text)).toEqual(expected);
    expect(await told(western)).toEqual(expected);
  });

  const after = (head: string, ...bytes: number[]) => Buffer.concat([Buffer.from(head), Buffer.from(bytes)]);
  it.each([
    ['UTF-8, then something else', after('email,nom\na@b.example,Zoé\n', 0xe9, 0x0a)],
    ['UTF-16', Buffer.from('\ufeffemail\na@b.example\n', 'utf16le')],
    ['the mark of UTF-16 alone', Buffer.from([0xff, 0xfe])],
    ['with accents of an old machine', after('email,nom\na@b.example,Zo', 0x82, 0x0a)],
  ])('ends where it is %s', async (_what, bytes) => {
    for (const size of [1, 7, 1000]) expect((await read(bytes, size)).at(-1)).toMatchObject({ fault: 'notUtf8' });
  });

  it('keeps a sign that two pieces share', async () => {
    expect(await fields('email,name\na@b.example,Zoé\n', 1)).toEqual(['email|name', 'a@b.example|Zoé']);
  });

  it('is hashed as it came', async () => {
    const text = '\ufeffemail\r\na@b.example\r\n';
    const file = readCsv(inPieces(Buffer.from(text), 5));
    for await (const record of file.records) expect(record.line).toBeGreaterThan(0);
    expect(file.hash()).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
