import { afterAll, describe, expect, it } from '@jest/globals';
import { createPdfPrinter } from '../../adapters/pdf/typst';
import { projectRoot } from '../../runtime/root';
import { createTexts } from '../../templates/createTexts';
import { itReadsPdf, pdfText } from '../fakes/pdfText';
import { notice } from '../templates/sampleNotices';
import { personsMessage } from '../templates/samplePersons';

const printer = createPdfPrinter(projectRoot());
const faults: unknown[] = [];
const texts = createTexts(printer.print, (error) => faults.push(error));
afterAll(() => printer.close());

async function pdfOf(data = notice, language: 'fr' | 'en' = 'fr'): Promise<Buffer> {
  const { pdf } = await texts.render('notice', language, data);
  expect(faults).toEqual([]);
  if (pdf === null) throw new Error('no PDF');
  return pdf;
}

const withText = (value: string) => ({
  ...notice,
  items: { ...notice.items, d: { answer: 'value' as const, value } },
});

describe('the PDF of a notice', () => {
  it('is tagged PDF/UA-1 in its language, in the legible typeface and no font of the machine', async () => {
    const pdf = (await pdfOf()).toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/Lang\s*\(fr\)/);
    const fonts = new Set([...pdf.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name));
    expect([...fonts].toSorted()).toEqual(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']);
    expect((await pdfOf(notice, 'en')).toString('latin1')).toMatch(/\/Lang\s*\(en\)/);
  });

  it('is the same bytes for the same data, from another thread too', async () => {
    const other = createPdfPrinter(projectRoot());
    const again = await createTexts(other.print, () => undefined).render('notice', 'fr', notice);
    await other.close();
    expect(again.pdf?.equals(await pdfOf())).toBe(true);
  });

  itReadsPdf('bears at the foot reference, version, hour with zone, page, and the hash of its content', async () => {
    const { contentHash } = await texts.render('notice', 'fr', notice);
    const text = pdfText(await pdfOf());
    expect(text).toContain('AV-7K3M-Q9TX · version 1 · 27 mars 2026 à 19:05 (UTC+1) page 1 / 3');
    expect(text).toContain(`Empreinte du contenu (SHA-256) ${contentHash}`);
  });

  itReadsPdf('shows text as text, never as markup', async () => {
    const text = pdfText(await pdfOf(withText('#panic("x") $x^2$ *a* _b_ <l> @r [c] \\ // `d` é')));
    expect(text).toContain('#panic("x") $x^2$ *a* _b_ <l> @r [c] \\ // `d` é');
  });

  itReadsPdf.each([
    ['Greek and Cyrillic are shown', 'Ελένη, Жанна', 'Ελένη, Жанна'],
    ['what no font holds is spelt out, not lost', 'nom 漢 🎉', 'nom [U+6F22] [U+1F389]'],
    ['what would turn the text around is spelt out', 'a\u202Eb', 'a[U+202E]b'],
    ['control characters are spelt out', 'a\u0007b', 'a[U+0007]b'],
  ])('%s', async (_rule, given, shown) => {
    const text = pdfText(await pdfOf(withText(given)));
    expect(text).toContain(shown);
  });

  it('is refused, not waited for, when the printer is closed, and comes from a new thread afterwards', async () => {
    const own = createPdfPrinter(projectRoot());
    const pending = own.print('{');
    await expect(pending).rejects.toThrow();
    const lost = own.print('{}');
    await own.close();
    await expect(lost).rejects.toThrow();
    const { pdf } = await createTexts(own.print, () => undefined).render('notice', 'fr', notice);
    expect(pdf?.length).toBeGreaterThan(10_000);
    await own.close();
  });
});

describe('letters to persons, by post', () => {
  itReadsPdf('have a sender with address, a date, a greeting and an end, in the language of each', async () => {
    const frozen = (language: 'fr' | 'en') => texts.freeze('personsMessage', language, personsMessage).bytes;
    const to = ['Zoé Essai', '1 rue X', '00000 Ville'];
    const head = { from: ['2 rue Exemple', '00000 Val Témoin'], on: '2026-04-01' };
    const { sender } = personsMessage.head;
    const french = pdfText(await texts.letters([{ frozen: frozen('fr'), to }], head));
    for (const part of [sender, '2 rue Exemple', '00000 Val Témoin', 'Le 1er avril 2026', 'Madame, Monsieur,'])
      expect(french).toContain(part);
    expect(french).toMatch(new RegExp(`Veuillez agréer.*${sender}`));
    const english = pdfText(await texts.letters([{ frozen: frozen('en'), to }], head));
    for (const part of ['2 rue Exemple', '1 April 2026', 'Dear Sir or Madam,', `Yours faithfully, ${sender}`])
      expect(english).toContain(part);
    expect(english.indexOf('Dear Sir')).toBeLessThan(english.indexOf('What happened'));
  });
});
