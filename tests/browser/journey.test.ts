import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createSmtpMailer } from '../../adapters/mail/smtp';
import { readStylesheet } from '../../api/http/stylesheet';
import { renderEntranceOf } from '../../api/pages/entrance';
import { housePages } from '../../api/pages/pages';
import { renderProblemOf } from '../../api/pages/problem';
import { createEntrance } from '../../api/sessions/entrance';
import { recordAgreement } from '../../application/agreement/recordAgreement';
import { reachMilestone } from '../../application/notice/reachMilestone';
import { loadCase } from '../../application/notice/readCase';
import type { Context, Ports } from '../../application/ports/ports';
import { Annex1 } from '../../domain/agreement/annex1';
import { nextMilestone } from '../../domain/notice/nextMilestone';
import { DAY_MS } from '../../domain/shared/instant';
import { createTexts } from '../../templates/createTexts';
import { openDoor } from '../fakes/door';
import { annex, foundHouse, must, startRealHouse } from '../fakes/realHouse';
import { startSmtp } from '../fakes/servers';
import { chromiumPath, openBrowser } from './chromium';
import { choose, press, tick, typeIn, typeMoment, tabTo } from './keyboard';

/** Tomorrow: the database drops a session by its own clock, once that is past the session's end. */
const NOW = new Date(`${new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)}T12:00:00.000Z`);
/** As it is typed into a wall clock: month, day and year, and the hour in twelve. */
const typed = {
  date: NOW.toLocaleDateString('en-US', {
    timeZone: 'Europe/Paris',
    month: '2-digit',
    day: '2-digit',
    year: 'numeric',
  }).replaceAll('/', ''),
  time: NOW.toLocaleTimeString('en-US', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })
    .replace(':', '')
    .replace(/\s?PM/, 'P'),
};
const stylesheet = join(__dirname, '../../public/vigie.css');
const withBrowser = chromiumPath() === null ? describe.skip : describe;

withBrowser('a breach told by keyboard alone, on the real database and a real mail server', () => {
  let house: Awaited<ReturnType<typeof startRealHouse>>;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let browser: Browser;
  let ports: Ports;
  let founded: Awaited<ReturnType<typeof foundHouse>>;

  beforeAll(async () => {
    house = await startRealHouse(() => NOW);
    smtp = await startSmtp();
    const from = { name: 'Vigie', address: 'vigie@slime.example' };
    const mailer = createSmtpMailer({ url: smtp.url, from, catching: true });
    const texts = createTexts(
      async (paper) => Buffer.from(`%PDF-1.7 ${paper}`),
      () => undefined,
    );
    ports = { ...house.ports, mailer, texts };
    founded = await foundHouse(ports);
    const document = Annex1.parse(annex());
    must(await recordAgreement({ ctx: founded.director, input: { key: randomUUID(), document } }));
    const pageHouse = { stylesheet: readStylesheet(stylesheet).url, mailbox: null };
    const entrance = createEntrance(false, renderEntranceOf(pageHouse), () => NOW.getTime());
    const pages = housePages(pageHouse);
    door = await openDoor(ports, {
      house: { entrance, pages, renderProblem: renderProblemOf(pageHouse) },
      door: { stylesheet },
    });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await door.stop();
    await smtp.stop();
    await house.stop();
  });

  /** What the engine does with a notice that was frozen. */
  async function deliver(noticeId: string): Promise<void> {
    const ctx: Context = { orgId: founded.orgId, actor: { kind: 'system', id: 'engine' }, roles: [], ports };
    for (let steps = 0; steps < 20; steps += 1) {
      const milestone = nextMilestone(must(await loadCase(ctx, noticeId)), NOW);
      if (milestone === null || milestone.atMs > NOW.getTime()) return;
      must(await reachMilestone({ ctx, input: { noticeId, milestone } }));
    }
  }

  const heading = async (page: Page) => (await page.locator('h1').textContent())?.replaceAll('\u00a0', ' ');

  it('signal, declare, know, draft, review, send; and the contact acknowledges', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.context().addCookies([{ name: 'vigie-lang', value: 'fr', url: door.base }]);
    await page.goto(`${door.base}/enter`);
    await typeIn(page, 'Jeton', founded.token);
    await press(page, 'Entrer');
    expect(await heading(page)).toBe('À faire maintenant');

    await press(page, 'Signaler');
    await typeIn(page, 'Que se passe-t-il', 'Serveur de fichiers illisible.');
    await choose(page, 'Quand l’avez-vous vu', 0);
    await typeIn(page, 'Où vous joindre', '+33 1 99 00 00 21');
    await press(page, 'Envoyer le signalement');
    expect(await heading(page)).toBe('Signalement reçu');

    await press(page, 'Ouvrir le dossier');
    await press(page, 'Commencer l’enquête');
    await press(page, 'Inscrire au journal');
    await press(page, 'Déclarer l’incident');
    await tabTo(page, 'Sorte d’incident');
    await page.keyboard.press('ArrowDown'); // nothing is chosen in advance
    await choose(page, 'Gravité', 2);
    await choose(page, 'Ce qui est atteint', 0);
    await choose(page, 'Une infraction', 0);
    await typeIn(page, 'Sur quoi', 'Fichiers chiffrés.');
    await press(page, 'Inscrire au journal');

    await press(page, 'Constater la violation');
    expect(await page.isChecked('[name^="touched."]')).toBe(true); // the only contract
    await tick(page, 'Ce qui est touché', 'Disponibilité');
    await typeMoment(page, 'Détection de la violation', typed);
    await typeMoment(page, 'Prise de connaissance', typed);
    await typeIn(page, 'Ce qui le rend certain', 'Dossiers du client illisibles.');
    await press(page, 'Inscrire au journal');
    expect(await page.locator('.strip').textContent()).toContain('Violation avérée');

    await press(page, 'Compléter et envoyer l’avis');
    await typeIn(page, 'Ce qui s’est passé', 'Serveur de fichiers chiffré.');
    await choose(page, 'Personnes et enregistrements', 2);
    await typeIn(page, 'Pourquoi', 'Index illisible.');
    await choose(page, 'Conséquences', 0);
    await typeIn(page, 'Conséquences', 'Indisponibilité des enquêtes.');
    await choose(page, 'Mesures', 0);
    await typeIn(page, 'Mesures', 'Serveur isolé.');
    await press(page, 'Relire avant envoi');
    expect(await heading(page)).toBe('Relire l’avis avant de l’envoyer');
    await press(page, 'Envoyer l’avis maintenant');
    expect(await page.locator('section.note').textContent()).toContain('La version 1 est figée');

    const noticeId = /notices\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await deliver(noticeId);
    const mail = smtp.mails.find(({ recipients }) => recipients.includes('dpo@val-temoin.example'));
    const link = /\/n\/[\w-]{43}/.exec(mail?.raw.replaceAll('=\r\n', '') ?? '')?.[0] ?? '';
    const guest = await (await browser.newContext()).newPage();
    await guest.goto(`${door.base}${link}`);
    expect((await guest.locator('h1').textContent()) ?? '').toContain('chez votre sous-traitant');
    await typeIn(guest, 'nom', 'Camille Modèle');
    await press(guest, 'J’accuse réception');
    expect(await guest.locator('#ack').textContent()).toContain('Accusé de réception inscrit');
    const notice = await ports.projections.read(founded.orgId, 'notice', noticeId);
    expect(notice).toMatchObject({ delivery: 'ACKED', acknowledgements: [{ contactId: 'c1', via: 'link' }] });
  }, 120_000);
});
