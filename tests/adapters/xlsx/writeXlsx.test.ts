import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { columnName, writeXlsx } from '../../../adapters/xlsx/writeXlsx';
import { gathered, unzip } from '../../fakes/unzip';

async function* rowsOf(...rows: string[][]) {
  yield* rows;
}
const SHEET = 'xl/worksheets/sheet1.xml';
const sheetOf = async (...rows: string[][]) =>
  unzip(await gathered(writeXlsx({ name: 'Registre', head: ['A'], rows: rowsOf(...rows) })))
    .get(SHEET)
    ?.toString();

describe('a workbook', () => {
  it('is an archive that a stranger’s reader opens and finds whole (CRC, sizes, names)', async () => {
    const bytes = await gathered(
      writeXlsx({ name: 'Registre', head: ['é', 'b'], rows: rowsOf(['1', '2'], ['3', '4']) }),
    );
    const script = [
      'import io, sys, zipfile',
      'import xml.etree.ElementTree as tree',
      'archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))',
      'assert archive.testzip() is None',
      'for name in archive.namelist(): tree.fromstring(archive.read(name))',
      `sheet = tree.fromstring(archive.read('${SHEET}'))`,
      "print('|'.join(node.text for node in sheet.iter() if node.tag.endswith('}t')))",
    ].join('\n');
    const read = spawnSync('python3', ['-c', script], {
      input: bytes,
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf8' },
    });
    expect([read.status, read.stderr, read.stdout.trim()]).toEqual([0, '', 'é|b|1|2|3|4']);
  });

  it('holds every cell as a text, whatever it begins with: nothing is a formula', async () => {
    const sheet = await sheetOf(['=HYPERLINK("http://x")'], ['+1'], ['@x'], ['-2']);
    expect(sheet).not.toContain('<f>');
    expect(sheet?.match(/t="inlineStr"/g)).toHaveLength(5);
    expect(sheet).toContain('=HYPERLINK(&quot;http://x&quot;)');
  });

  it('shows markup as text, keeps line breaks, and puts a mark where XML has no character', async () => {
    const sheet = await sheetOf(['<b>&"\n2\u0007\uD800']);
    expect(sheet).toContain('&lt;b&gt;&amp;&quot;\n2\uFFFD\uFFFD');
  });

  it('does not let a text pass for the number of a character', async () => {
    expect(await sheetOf(['_x0041_'])).toContain('_x005F_x0041_');
  });

  it('cuts a text that Excel would call damaged, and shows that it did', async () => {
    const sheet = await sheetOf(['x'.repeat(40_000)]);
    expect(sheet).toContain(`>${'x'.repeat(32_766)}…<`);
  });

  it('breaks off with the error of a row that cannot be read: whoever sends it knows, nothing else ends', async () => {
    async function* broken() {
      yield ['1'];
      throw new Error('unreadable');
    }
    const made = gathered(writeXlsx({ name: 'R', head: ['A'], rows: broken() }));
    await expect(made).rejects.toThrow('unreadable');
  });

  it('lets go of its rows when its reader leaves', async () => {
    let isLetGo = false;
    async function* endless() {
      try {
        for (let n = 0; ; n++) yield [`${n}${Math.sin(n)}`.repeat(1_000)];
      } finally {
        isLetGo = true;
      }
    }
    const pieces = writeXlsx({ name: 'R', head: ['A'], rows: endless() });
    let length = 0;
    for await (const piece of pieces) if ((length += piece.length) > 100_000) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isLetGo).toBe(true);
  });

  it('is the same bytes for the same rows', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => gathered(writeXlsx({ name: 'R', head: ['A'], rows: rowsOf(['1']) }))),
    );
    expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, name) => expect(columnName(index)).toBe(name));
});
