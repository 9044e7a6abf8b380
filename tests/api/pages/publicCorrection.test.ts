import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands } from '../../fakes/caseStory';
import { createNight, NIGHT, type Night } from '../../fakes/night';
import { openNightCase } from '../../fakes/nightCase';
import { openNightDoor } from '../../fakes/nightDoor';
import { must } from '../../fakes/realHouse';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;
beforeAll(async () => {
  night = await createNight();
  night.at(NIGHT);
  caseId = await openNightCase(night);
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

describe('a public notice (GDPR Art 34(3)(c))', () => {
  it('is corrected once the persons were told: a new version with its date, the old one in the journal', async () => {
    const place = `/p/${night.orgId}/${caseId}`;
    const page = async () => (await door.read('sacha', `/cases/${caseId}`, 'fr')).text;
    const draft = (await door.read('sacha', `/cases/${caseId}/draft`, 'fr')).text;
    expect(draft).toContain(`http://127.0.0.1${place}`);
    const act = async (command: CaseCommand) =>
      must(await commandCase({ ctx: night.as('sacha'), input: { caseId, key: randomUUID(), command } }));
    expect(await page()).not.toContain(place);
    await act({ kind: 'persons.publish' });
    expect(await page()).toContain(`href="http://127.0.0.1${place}"`);
    await act({ ...commands['persons.tell'], toldAt: night.clock.now.toISOString() });
    expect((await door.read('sacha', `/cases/${caseId}`, 'fr')).text).toContain('/draft"');
    const fr = 'Deux classeurs ont été envoyés par erreur.';
    await act({ ...commands['persons.draft'], fr });
    expect((await door.guest.read(place)).text).not.toContain('Deux classeurs'); // what is public changes by a publication alone
    await act({ kind: 'persons.publish' });
    const { text } = await door.guest.read(place);
    expect(text).toContain('Deux classeurs');
    expect(text).toContain('Version 2, corrigée le');
    const one = await night.ports.projections.read(night.orgId, 'controllerCase', caseId);
    expect(one?.persons).toMatchObject({ state: 'TOLD', publications: 2 });
    const entries = await night.ports.journal.readSubject('o1', { kind: 'controllerCase', id: caseId }, 0);
    expect(entries.filter(({ type }) => type === 'persons.published')).toHaveLength(2);
  });
});
