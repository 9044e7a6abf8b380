import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands } from '../../fakes/caseStory';
import { createNight, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;

const act = async (command: CaseCommand) =>
  must(await commandCase({ ctx: night.as('sacha'), input: { caseId: id, key: randomUUID(), command } }));

/** A case whose persons were told by letter. */
beforeAll(async () => {
  night = await createNight();
  night.at('2026-03-28T02:12:00.000Z');
  id = await openNightCase(night);
  await act({
    ...commands['persons.tell'],
    toldAt: '2026-03-28T02:00:00.000Z',
    means: 'letter',
    told: 12,
    concerned: 40,
    bounced: 0,
  });
  door = await openNightDoor(night);
}, 60_000);
afterAll(() => door.stop());

const page = async (place: string) => (await door.read('sacha', `/cases/${id}/${place}`)).text;
/** What stands behind a label, up to the next one. */
const behind = (html: string, label: string): string =>
  html.slice(html.indexOf(`<dt>${label}`)).slice(0, html.slice(html.indexOf(`<dt>${label}`)).indexOf('</div>'));

describe('where an answer of the authority’s form is from', () => {
  it('is said of each, on the sheet and on the common template', async () => {
    const sheet = await page('sheet?type=complete');
    expect(behind(sheet, 'Les personnes sont-elles informées')).toContain('su du dossier');
    expect(behind(sheet, 'Nombre de personnes informées')).toMatch(/>12<.*su du dossier/);
    expect(behind(sheet, 'Nature de la violation')).toContain('consigné ici');
    const template = await page('edpb');
    expect(behind(template, 'Les personnes sont-elles informées')).toContain('su du dossier');
    expect(template).toContain('consigné ici');
  });

  it('is said of a recorded answer with what the case knows otherwise', async () => {
    await act({ kind: 'record.change', change: { informedCount: { amount: 'exact', count: 11 } } });
    const sheet = await page('sheet?type=complete');
    expect(behind(sheet, 'Nombre de personnes informées')).toMatch(/>11<.*le dossier dit\u00a0: 12/);
  });
});
