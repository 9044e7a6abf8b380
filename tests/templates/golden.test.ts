import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import { catalogue } from '../../templates/catalogue';
import { createTexts } from '../../templates/createTexts';
import type { LetterData, LetterName } from '../../domain/letters/letters';
import { projectRoot } from '../../runtime/root';
import { itReadsPdf, pdfText } from '../fakes/pdfText';
import { samples } from './samples';

const golden = join(__dirname, 'golden');
/** `GOLDEN=write npx jest tests/templates` writes the files anew; then look at them. PDFs go there too, unversioned. */
const writing = process.env['GOLDEN'] === 'write';
const printer = createPdfPrinter(projectRoot());
const faults: unknown[] = [];
const texts = createTexts(printer.print, (error) => faults.push(error));
afterAll(() => printer.close());

const cases = Object.entries(samples).flatMap(([sample, [name, data]]) =>
  (['fr', 'en'] as const).map((language) => ({ sample, name, data, language })),
);

const render = <Name extends LetterName>(name: Name, language: 'fr' | 'en', data: LetterData[LetterName]) =>
  texts.render(name, language, data as LetterData[Name]);

function expectGolden(file: string, content: string) {
  const path = join(golden, file);
  if (writing) writeFileSync(path, content);
  expect(existsSync(path)).toBe(true);
  expect(content).toBe(readFileSync(path, 'utf8'));
}

describe('each template in each language is what was read and approved', () => {
  it.each(cases)('$sample $language', async ({ sample, name, data, language }) => {
    const { subject, text, html, pdf } = await render(name, language, data);
    expectGolden(`${sample}.${language}.txt`, `${subject}\n\n${text}`);
    expectGolden(`${sample}.${language}.html`, html);
    expect([text, html].filter((part) => !part.endsWith('\n'))).toEqual([]); // a mail of a series counts on it
    expect(pdf === null).toBe(!catalogue[name].pdf);
    if (writing && pdf !== null) {
      mkdirSync(join(golden, 'pdf'), { recursive: true });
      writeFileSync(join(golden, 'pdf', `${sample}.${language}.pdf`), pdf);
    }
    expect(faults).toEqual([]);
  });

  itReadsPdf.each(cases.filter(({ name }) => catalogue[name].pdf))('$sample $language, on paper', async (one) => {
    const { pdf } = await render(one.name, one.language, one.data);
    if (pdf === null) throw new Error('no PDF');
    const wrapped = pdfText(pdf).replaceAll(/(.{1,110})( |$)/g, '$1\n'); // so that a difference can be read
    expectGolden(`${one.sample}.${one.language}.pdf.txt`, wrapped);
  });

  it('has a sample for each template', () => {
    const shown = new Set(Object.values(samples).map(([name]) => name));
    expect(Object.keys(catalogue).filter((name) => !shown.has(name as LetterName))).toEqual([]);
  });
});
