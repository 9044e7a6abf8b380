import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPdfPrinter } from '../../../adapters/pdf/typst';
import { projectRoot } from '../../../runtime/root';
import { createTexts } from '../../../templates/createTexts';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';
import { itReadsPdf, pdfText } from '../../fakes/pdfText';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
const printer = createPdfPrinter(projectRoot());
beforeAll(async () => {
  told = await tellNight();
  told.night.ports.texts = createTexts(printer.print, () => undefined);
  await told.night.command('sacha', told.stolen.id, {
    kind: 'note.add',
    class: 'counsel',
    text: 'SECRET-CONSEIL-7Q',
  });
  door = await openNightDoor(told.night);
});
afterAll(async () => {
  await printer.close();
  await door.stop();
});

describe('the paper pack (F35)', () => {
  it('is one PDF, led to from "Now", and had by REST', async () => {
    expect((await door.read('ines', '')).text).toContain('href="/o/o1/pack"');
    const page = await door.read('ines', '/pack');
    expect(page.headers.get('content-type')).toBe('application/pdf');
    expect(page.text.startsWith('%PDF')).toBe(true);
  });

  itReadsPdf(
    'says when it was made, each limit with its zone, every contact with its number, what to read, and asks for both instants',
    async () => {
      const cookie = await door.cookieOf('ines');
      const answer = await fetch(`${door.base}/o/o1/pack`, { headers: { cookie: `${cookie}; vigie-lang=fr` } });
      const text = pdfText(Buffer.from(await answer.arrayBuffer()));
      for (const said of [
        'Dossier papier',
        'Établi le 28 mars 2026 03:12 (UTC+1)',
        'Délais en cours',
        'À lire',
        'Notre équipe',
      ]) {
        expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
      }
      expect(text).toMatch(/\(UTC\+[12]\)/);
      expect(text).toContain('+33 1 99 00 00 01');
      expect(text.replaceAll(/\s+/g, ' ')).toContain('Produit le (date, heure, fuseau)');
      expect(text.replaceAll(/\s+/g, ' ')).toContain('Noté le (date, heure, fuseau)');
      expect(text).not.toContain('SECRET-CONSEIL-7Q');
    },
  );
});
