import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openImpliedNow } from '../../../application/overview/openImpliedNow';
import { openNightDoor } from '../../fakes/nightDoor';
import { tellNight } from '../../fakes/nightStory';

let told: Awaited<ReturnType<typeof tellNight>>;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let caseId: string;

beforeAll(async () => {
  told = await tellNight();
  door = await openNightDoor(told.night);
  const fields = { 'ownProcessing.yes': 'on', basis: 'nos propres fichiers aussi' };
  await door.send('paul', `/incidents/${told.stolen.id}/extend`, fields);
  const [one] = await told.night.ports.projections.list(told.night.orgId, 'controllerCase', { limit: 1 });
  caseId = one?.id ?? '';
}, 60_000);
afterAll(() => door.stop());

describe('an incident that touches our own processing', () => {
  it('leads to its case, which leads back and says that it follows it', async () => {
    const incident = await door.read('sacha', `/incidents/${told.stolen.id}`);
    expect(incident.text).toContain(`href="/o/${told.night.orgId}/cases/${caseId}"`);
    expect(incident.text).toContain('Notifier l’autorité');
    const page = await door.read('sacha', `/cases/${caseId}`);
    expect(page.text).toContain(`href="/o/${told.night.orgId}/incidents/${told.stolen.id}"`);
    expect(page.text).toContain('Ce dossier le suit');
  });

  it('burns among what burns now, once for each limit', async () => {
    const { text } = await door.read('sacha', '');
    expect(text).toContain(`/cases/${caseId}`);
  });

  it('gives its facts to the record, marked on the sheet and in its form', async () => {
    await told.night.command('paul', told.stolen.id, {
      kind: 'facts.record',
      agreementId: null,
      data: ['contact-details'],
    });
    await openImpliedNow(told.night.engine, told.stolen.id);
    const sheet = await door.read('sacha', `/cases/${caseId}/sheet`);
    expect(sheet.text).toContain('repris de l’incident');
    const form = await door.read('sacha', `/cases/${caseId}/record`);
    expect(form.text).toContain('repris de l’incident');
  });

  it('goes on giving them where the form is sent without touching them', async () => {
    await door.send('sacha', `/cases/${caseId}/record`, {
      organisationName: 'Collectivité Fictive',
      'data.contact-details': 'on',
    });
    const one = await told.night.ports.projections.read(told.night.orgId, 'controllerCase', caseId);
    expect(one?.said).toMatchObject({ organisationName: 'Collectivité Fictive' });
    expect(one?.said.data).toBeUndefined();
    expect(one?.takenFrom.data).toBe('incident');
  });
});
