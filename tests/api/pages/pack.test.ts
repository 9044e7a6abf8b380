import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPdfPrinter } from '../../../adapters/pdf/typst';
import { projectRoot } from '../../../runtime/root';
import { createTexts } from '../../../templates/createTexts';
import { paperPack } from '../../../api/pack/paperPack';
import { openNightCase } from '../../fakes/nightCase';
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

  itReadsPdf(
    'has a part for each open case of our own as a controller: who told us, limits, authority, what to say, what is owed',
    async () => {
      const id = await openNightCase(told.night);
      const one = await told.night.ports.projections.read(told.night.orgId, 'controllerCase', id);
      const answer = await fetch(`${door.base}/o/o1/pack`, {
        headers: { cookie: `${await door.cookieOf('ines')}; vigie-lang=fr` },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const text = pdfText(bytes).replaceAll('\u200B', '').replaceAll(/\s+/g, ' ');
      const part = text.slice(text.indexOf('Violation de nos données'));
      for (const said of [
        one?.reference ?? '',
        'Hébergeur Exemple',
        'Commission nationale de l’informatique et des libertés',
        'TSA 80715',
        '/notifications/violation',
        'Téléphone de l’autorité',
        'responsable du traitement',
        'Reste dû',
      ])
        expect(part).toContain(said);
      expect(part).toMatch(/\(UTC\+[12]\)/);
    },
  );

  it('is read as it was kept last too: made by the machine itself, led to with its hour, and without it not', async () => {
    const { night } = told;
    expect((await door.read('ines', '')).text).not.toContain('/pack/kept');
    expect((await door.read('ines', '/pack/kept')).status).toBe(404);
    const ctx = { ...night.as('ines'), actor: { kind: 'system' as const, id: 'packs' }, roles: [] };
    const made = await paperPack(ctx, 'fr');
    if (!made.ok) throw new Error(made.error.code);
    await night.ports.keptPacks.put(night.orgId, made.value.bytes);
    expect((await door.read('ines', '')).text).toMatch(/href="\/o\/o1\/pack\/kept">gardé à <time/);
    const page = await door.read('ines', '/pack/kept');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const headers = { authorization: `Bearer ${night.people.get('ines')?.token}` };
    const answer = await door.call('GET', '/api/v1/organisations/o1/paper-pack/kept', { headers });
    expect([answer.status, answer.text.slice(0, 4)]).toEqual([200, '%PDF']);
  });
});
