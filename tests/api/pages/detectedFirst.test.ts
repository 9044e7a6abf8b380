import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
let id: string;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T12:00:00.000Z');
});
afterAll(() => door.stop());

const state = () => night.ports.projections.read('o1', 'incident', id);
const signal = (fields: Record<string, string>) =>
  door.send('ines', '/signal', {
    text: 'Le sous-traitant nous signale un accès.',
    when: 'before',
    alertedAt: '2026-03-27T11:00',
    data: 'yes',
    declarant: '+33 1 99 00 00 20',
    looksLike: 'intrusion',
    ...fields,
  });

describe('a detection that came before anybody alerted us', () => {
  it('is recorded with the signal on its page, and is the t0 that would run', async () => {
    const sent = await signal({ detectedAt: '2026-03-26T22:00' });
    expect(sent.status).toBe(303);
    id = (sent.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    expect((await state())?.report).toMatchObject({
      alertedAt: '2026-03-27T10:00:00.000Z',
      detectedAt: '2026-03-26T21:00:00.000Z',
    });
    await door.send('ines', `/incidents/${id}/triage`, {});
    const leadId = night.as('paul').actor.id;
    const declared = { incidentKind: 'intrusion', severity: 'high', harmed: 'both', possibleCrime: 'unknown' } as const;
    await night.command('paul', id, { kind: 'incident.declare', leadId, basis: 'Accès.', ...declared });
    await night.command('paul', id, {
      kind: 'breach.suspect',
      t0: null,
      nature: ['confidentiality'],
      touched: [{ agreementId: night.agreements.val, role: 'processor' }],
      ownProcessing: false,
      basis: 'Fichiers lus.',
    });
    expect((await state())?.clock.provisionalT0).toBe('2026-03-26T21:00:00.000Z');
  });

  it('is taken when awareness is recorded; what is earlier still is explained, in the language of the page', async () => {
    const path = `/incidents/${id}/aware`;
    const aware = (detectedAt: string, awareAt: string, more: Record<string, string> = {}) =>
      door.send('paul', path, {
        detectedAt,
        awareAt,
        'nature.confidentiality': 'on',
        [`touched.${night.agreements.val}`]: 'on',
        why: 'Journaux lus.',
        ...more,
      });
    const tooEarly = await aware('2026-03-26T21:59', '2026-03-27T12:30');
    expect([tooEarly.status, tooEarly.text.includes('href="#f-gapReason"')]).toEqual([400, true]);
    expect(tooEarly.text).toMatch(
      /précède la première alerte, ven\.\s27\smars\s11:00\s\(UTC\+1\)\s: vérifiez le jour\s; si c’est exact, dites ici/,
    );
    const unaware = await aware('2026-03-26T22:00', '2026-03-27T10:59');
    expect([unaware.status, unaware.text.includes('href="#f-gapReason"')]).toEqual([400, true]);
    const swapped = await aware('2026-03-26T22:00', '2026-03-26T21:59', { gapReason: 'Garde seul.' });
    expect([swapped.status, swapped.text.includes('href="#f-awareAt"')]).toEqual([400, true]);
    expect((await aware('2026-03-26T22:00', '2026-03-27T12:30')).status).toBe(303);
    expect((await state())?.clock).toMatchObject({ detectedAt: '2026-03-26T21:00:00.000Z', status: 'confirmed' });
  });

  it('is not passed over by one person: the page asks for the second with the instants that would count then', async () => {
    const sent = await signal({ detectedAt: '2026-03-26T22:00' });
    id = (sent.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    await door.send('ines', `/incidents/${id}/triage`, {});
    const leadId = night.as('paul').actor.id;
    const declared = { incidentKind: 'intrusion', severity: 'high', harmed: 'both', possibleCrime: 'unknown' } as const;
    await night.command('paul', id, { kind: 'incident.declare', leadId, basis: 'Accès.', ...declared });
    const aware = await door.send('paul', `/incidents/${id}/aware`, {
      detectedAt: '2026-03-27T12:00',
      awareAt: '2026-03-27T12:30',
      'nature.confidentiality': 'on',
      [`touched.${night.agreements.val}`]: 'on',
      why: 'Journaux lus.',
    });
    expect(aware.status).toBe(303);
    expect((await state())?.clock.held.confidentiality).toBe('2026-03-26T21:00:00.000Z');
    const page = await door.read('ines', `/incidents/${id}`);
    const request = page.text.slice(page.text.indexOf('id="accords"')).split('</section>')[0] ?? '';
    expect(request.match(/<p>[^<]*<del>/g)).toEqual(['<p>Détection la plus ancienne retenue\u00a0: <del>']);
    expect(request).toMatch(/<del>.*2026-03-26T21:00:00\.000Z.*<\/del> <ins>.*2026-03-27T11:00:00\.000Z.*<\/ins>/);
    expect(request).not.toContain('Prise de connaissance');
  });

  it('whose loss of confidentiality is no longer said is let go in words', async () => {
    const sent = await signal({ detectedAt: '2026-03-26T22:00' });
    id = (sent.headers.get('location') ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    await door.send('ines', `/incidents/${id}/triage`, {});
    const leadId = night.as('paul').actor.id;
    const declared = { incidentKind: 'intrusion', severity: 'high', harmed: 'both', possibleCrime: 'unknown' } as const;
    await night.command('paul', id, { kind: 'incident.declare', leadId, basis: 'Accès.', ...declared });
    const ofFacts = { kind: 'breach.suspect', t0: null, ownProcessing: false, basis: 'Fichiers lus.' } as const;
    const touched = [{ agreementId: night.agreements.val, role: 'processor' as const }];
    await night.command('paul', id, { ...ofFacts, nature: ['confidentiality'], touched });
    const aware = await door.send('paul', `/incidents/${id}/aware`, {
      detectedAt: '2026-03-26T22:00',
      awareAt: '2026-03-27T12:30',
      'nature.availability': 'on',
      [`touched.${night.agreements.val}`]: 'on',
      why: 'Journaux lus.',
    });
    expect(aware.status).toBe(303);
    const page = await door.read('ines', `/incidents/${id}`);
    const request = page.text.slice(page.text.indexOf('id="accords"')).split('</section>')[0] ?? '';
    expect(request).toMatch(/Plus ancien instant retenu.*<\/p><p>Détection retenue pour la perte de confidentialité/);
    expect(request).toMatch(/<ins>[^/]*<\/span>ne compte plus<\/ins>/);
  });

  it('may not lie in the time to come', async () => {
    const sent = await signal({ detectedAt: '2026-03-27T23:00' });
    expect([sent.status, sent.text.includes('href="#f-detectedAt"')]).toEqual([400, true]);
  });
});
