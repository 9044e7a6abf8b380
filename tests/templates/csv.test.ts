import { describe, expect, it } from '@jest/globals';
import { toCsv } from '../../templates/forms/csv';
import { gathered } from '../fakes/unzip';

async function* rowsOf(...rows: string[][]) {
  yield* rows;
}
const csv = async (language: 'fr' | 'en', ...rows: string[][]) =>
  (await gathered(toCsv(language, ['a', 'b'], rowsOf(...rows)))).toString();

describe('CSV', () => {
  it('begins with a mark of byte order, and separates as spreadsheets of that language do', async () => {
    expect(await csv('fr', ['1', 'é'])).toBe('\uFEFFa;b\r\n1;é\r\n');
    expect(await csv('en', ['1', 'é'])).toBe('\uFEFFa,b\r\n1,é\r\n');
  });

  it('quotes what would break a line or a cell', async () => {
    expect(await csv('fr', ['a;b', 'c"d'], ['e\nf', ' g'])).toBe('\uFEFFa;b\r\n"a;b";"c""d"\r\n"e\nf";" g"\r\n');
  });

  it.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n+1'])(
    '%j begins with an apostrophe: a spreadsheet does not run it',
    async (text) => {
      const [, line = ''] = (await csv('fr', [text, 'x'])).split('a;b\r\n');
      expect(line.replace(/^"/, '').startsWith(`'${text[0]}`)).toBe(true);
    },
  );

  it.each([
    ['a,=1+1', "a,'=1+1"],
    ['a; +1', "a; '+1"],
    ['a\t@x', "a\t'@x"],
    ['a\n-2', "a\n'-2"],
    ['a,"=1', 'a,""\'=1'],
    ['a;＝1', "a;'＝1"],
  ])('%j is no formula where a file is split at another separator', async (text, expected) => {
    expect(await csv('fr', ['x', text])).toBe(`\uFEFFa;b\r\nx;"${expected}"\r\n`);
    expect(await csv('en', ['x', text])).toBe(`\uFEFFa,b\r\nx,"${expected}"\r\n`);
  });

  it('leaves other text as it is', async () => {
    expect(await csv('en', ['1 = 2 - x@y', "l'a"])).toBe("\uFEFFa,b\r\n1 = 2 - x@y,l'a\r\n");
  });
});
