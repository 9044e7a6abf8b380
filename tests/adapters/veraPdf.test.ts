import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import type { LetterData, LetterName } from '../../domain/letters/letters';
import { projectRoot } from '../../runtime/root';
import { catalogue } from '../../templates/catalogue';
import { createTexts } from '../../templates/createTexts';
import { samples } from '../templates/samples';
import { notice } from '../templates/sampleNotices';
import { personsMessage } from '../templates/samplePersons';
import { realPapers } from '../verapdf/realPapers';
import { installVeraPdf, verifyPdfs } from '../verapdf/veraPdf';

const lacking = installVeraPdf();
if (lacking !== null && process.env['CI'] !== undefined) throw new Error(lacking.missing);
if (lacking !== null) console.log(`skipped: ${lacking.missing}`);
const verified = lacking === null ? describe : describe.skip;

const printer = createPdfPrinter(projectRoot());
const texts = createTexts(printer.print, (error) => {
  throw error instanceof Error ? error : new Error(String(error));
});
const folder = mkdtempSync(join(tmpdir(), 'vigie-pdf-'));
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const render = async (name: LetterName, language: 'fr' | 'en', data: LetterData[LetterName]) => {
  const { pdf } = await texts.render(name, language, data as never);
  if (pdf === null) throw new Error(`no PDF of ${name}`);
  return pdf;
};

/** What a font lacks, a long word, a wide table: where a tag is easily forgotten. */
const strange = {
  ...notice,
  items: { ...notice.items, d: { answer: 'value' as const, value: `漢 🎉 Ελένη Жанна ${'x'.repeat(300)}` } },
};

verified('veraPDF, the reference validator', () => {
  it('finds every PDF that Vigie makes accessible by PDF/UA-1, and one without its mark not', async () => {
    const made: [string, Buffer][] = [];
    for (const language of ['fr', 'en'] as const) {
      for (const [sample, [name, data]] of Object.entries(samples)) {
        if (catalogue[name].pdf) made.push([`${sample}.${language}.pdf`, await render(name, language, data)]);
      }
    }
    const message = (language: 'fr' | 'en') => texts.freeze('personsMessage', language, personsMessage).bytes;
    const to = ['Claude 漢 Exemple', '1 place de l’Essai', '00000 VAL TÉMOIN'];
    const letters = [message('fr'), message('en')].flatMap((frozen) => [
      { frozen, to },
      { frozen, to: to.slice(0, 2) },
    ]);
    made.push([
      'letters.pdf',
      await texts.letters(letters, { from: ['2 rue Exemple', '00000 VAL TÉMOIN'], on: '2026-04-01' }),
    ]);
    made.push(...(await realPapers(texts)));
    made.push(['strange.pdf', await render('notice', 'fr', strange)]);
    const marked = made[0]?.[1].toString('latin1') ?? '';
    made.push(['unmarked.pdf', Buffer.from(marked.replace('pdfuaid:part>1<', 'pdfuaid:part>9<'), 'latin1')]);
    const paths = made.map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const found = verifyPdfs(paths);
    const faulty = made.map(([name]) => name).filter((name) => found.get(join(folder, name)) !== 'compliant');
    expect(faulty).toEqual(['unmarked.pdf']);
    expect(made.length).toBeGreaterThan(15);
  }, 120_000);
});
