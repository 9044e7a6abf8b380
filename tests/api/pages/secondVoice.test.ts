import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueToken } from '../../../application/people/issueToken';
import { createNight, type Night, type StaffName, taken } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
  night.at('2026-03-27T08:10:00.000Z');
});
afterAll(() => door.stop());

const DETECTED = '2026-03-27T07:00:00.000Z';
const AWARE = '2026-03-27T07:05:00.000Z';

async function breach(): Promise<string> {
  const id = await night.report('ines', 'Un poste chiffré', DETECTED, 'intrusion');
  await night.command('ines', id, { kind: 'triage.start', firstFacts: null });
  const declared = { severity: 'high', harmed: 'both', possibleCrime: 'unknown', basis: 'Poste bloqué.' } as const;
  const leadId = night.as('paul').actor.id;
  await night.command('paul', id, { kind: 'incident.declare', incidentKind: 'ransomware', leadId, ...declared });
  await night.command('paul', id, {
    kind: 'aware.set',
    awareAt: AWARE,
    detectedAt: DETECTED,
    nature: ['availability'],
    touched: [{ agreementId: night.agreements.val, role: 'processor' }],
    ownProcessing: false,
    why: 'Fichiers illisibles.',
    gapReason: null,
  });
  return id;
}

type Correction = { awareAt?: string; detectedAt?: string; nature?: ('availability' | 'confidentiality')[] };

async function corrected(id: string, to: Correction, by: StaffName = 'paul') {
  const stands = { awareAt: AWARE, detectedAt: DETECTED, nature: ['availability' as const] };
  const asked = { kind: 'aware.correct', reason: 'Relecture.', breakGlassReason: null, ...stands, ...to } as const;
  return (await night.command(by, id, asked)).approval?.requestId ?? '';
}

const earlier = { detectedAt: '2026-03-27T06:30:00.000Z' };

/** The requests of a page, without its story. */
const requestsIn = (html: string) => html.slice(html.indexOf('id="accords"')).split('</section>')[0] ?? '';
/** What each change of some markup says, old and new. */
const changesIn = (html: string) =>
  [...html.matchAll(/<p>([^<]*)<del>(.*?)<\/del> <ins>(.*?)<\/ins><\/p>/g)].map(([, label = '', before, after]) => [
    label.trim(),
    ...[before, after].map((side = '') => /datetime="([^"]*)"/.exec(side)?.[1] ?? side.replace(/.*<\/span>/, '')),
  ]);
const next = (html: string) => /<div class="next">.*?<\/div>/s.exec(html)?.[0] ?? '';
const NBSP = '\u00a0';
const detection = [`Détection${NBSP}:`, DETECTED, earlier.detectedAt];

describe('a request for a second approval says what it changes, old and new', () => {
  it('of a detection alone: on the incident, on the page of approvals, in story and journal', async () => {
    const id = await breach();
    await corrected(id, earlier);
    const { text } = await door.read('sacha', `/incidents/${id}`);
    expect(changesIn(requestsIn(text))).toEqual([detection]);
    expect(changesIn(text.slice(text.indexOf('id="chrono"')))).toEqual([detection]);
    const approve = await door.read('sacha', `/incidents/${id}/approve`);
    expect(changesIn(requestsIn(approve.text))).toEqual([detection]);
    expect(approve.text).toContain('Relecture.');
    const journal = await door.read('sacha', `/journal?subject=incident/${id}`);
    expect(changesIn(journal.text)).toEqual([detection]);
    expect(journal.text).toMatch(/Pour\s: Corriger la prise de connaissance, la détection ou la nature/);
    expect((await door.send('sacha', `/incidents/${id}/approve`, {})).status).toBe(303);
    const after = await door.read('sacha', `/journal?subject=incident/${id}`);
    expect(changesIn(after.text)).toEqual([detection, detection]);
  });

  it('of a nature alone', async () => {
    const id = await breach();
    await corrected(id, { nature: ['availability', 'confidentiality'] });
    const nature = [`Nature${NBSP}:`, 'Disponibilité', 'Disponibilité, Confidentialité'];
    const { text } = await door.read('sacha', `/incidents/${id}`, 'fr');
    expect(changesIn(requestsIn(text))).toEqual([nature]);
    await door.send('sacha', `/incidents/${id}/approve`, {});
    const journal = await door.read('sacha', `/journal?subject=incident/${id}`);
    expect(changesIn(journal.text)).toEqual([nature, nature]);
  });

  it('of a breach to rule out: by what evidence', async () => {
    const id = await breach();
    const asked = { evidenceRefs: ['Rapport 12', 'Journal du pare-feu'], reason: 'Rien n’est sorti.' };
    await night.command('paul', id, { kind: 'breach.ruleOut', ...asked });
    for (const path of [`/incidents/${id}`, `/incidents/${id}/approve`]) {
      expect(requestsIn((await door.read('sacha', path)).text)).toContain('Rapport 12, Journal du pare-feu');
    }
    const journal = await door.read('sacha', `/journal?subject=incident/${id}`);
    expect(journal.text).toContain('Rapport 12, Journal du pare-feu');
  });
});

describe('who may give it', () => {
  it('is led from the button to where it is given', async () => {
    const id = await breach();
    await corrected(id, earlier);
    const { text } = await door.read('sacha', `/incidents/${id}`);
    expect(next(text)).toContain(`href="/o/o1/incidents/${id}/approve"`);
    expect(next(text)).toContain('Donner un second accord');
    expect(requestsIn(text)).toContain('Donner mon accord');
  });

  it('is named to who asked, who has no button and is asked for nothing', async () => {
    const id = await breach();
    await corrected(id, earlier);
    const { text } = await door.read('paul', `/incidents/${id}`);
    expect(requestsIn(text)).not.toContain('<button');
    expect(requestsIn(text)).toMatch(/Vous l’avez demandé.*Sacha Gabarit \(Délégué.*Alix Modèle \(Direction\)/);
    expect(next(text)).toContain('/draft"');
    expect((await door.read('paul', `/incidents/${id}/approve`)).text).not.toContain('name="requestId"');
    const mine = await door.read('paul', '?view=mine');
    expect(mine.text).not.toContain(`href="/o/o1/incidents/${id}/approve"`);
    const all = await door.read('paul', '');
    expect(all.text).toContain('Second accord attendu de quelqu’un d’autre');
    expect(next(all.text)).not.toContain('second accord');
    expect((await door.read('alix', '?view=mine')).text).toContain(`href="/o/o1/incidents/${id}/approve"`);
  });

  it('is only whose role is still missing', async () => {
    const id = await breach();
    await corrected(id, { awareAt: '2026-03-27T08:00:00.000Z' }, 'sacha');
    const { text } = await door.read('paul', `/incidents/${id}`);
    expect(requestsIn(text)).not.toContain('<button');
    expect(requestsIn(text)).toMatch(/Il manque\s: Direction.*maintenant\s: Alix Modèle \(Direction\)\./);
    expect(requestsIn((await door.read('alix', `/incidents/${id}`)).text)).toContain('<button');
  });

  it('is not who has just given the other a token: until when, and who else', async () => {
    const id = await breach();
    const { actor: holder, roles } = night.as('paul');
    const input = { key: 'another', holder, roles: [...roles], expiresAt: '2027-03-27T00:00:00.000Z' };
    taken(await issueToken({ ctx: night.as('alix'), input: { ...input, holder: { kind: 'person', id: holder.id } } }));
    await corrected(id, earlier);
    const { text } = await door.read('alix', `/incidents/${id}`);
    expect(requestsIn(text)).not.toContain('<button');
    expect(requestsIn(text)).toMatch(/donné un jeton à l’autre.*à partir du sam\.\s28\smars\s09:10.*Sacha Gabarit/);
    expect(requestsIn(text)).not.toContain('Alix Modèle (');
    expect(next(text)).toContain('envoyer l’avis');
    expect((await door.read('alix', '?view=mine')).text).not.toContain(`href="/o/o1/incidents/${id}/approve"`);
  });
});

describe('a request that came to nothing', () => {
  it('stays on the page with why, for whoever asked to ask again', async () => {
    const id = await breach();
    await corrected(id, earlier);
    const stands = { awareAt: AWARE, detectedAt: '2026-03-27T06:45:00.000Z', nature: ['availability' as const] };
    const alone = { reason: 'Relecture.', breakGlassReason: 'Personne d’autre n’est joignable.' };
    await night.command('paul', id, { kind: 'aware.correct', ...stands, ...alone });
    const { text } = await door.read('paul', `/incidents/${id}`);
    expect(requestsIn(text)).toContain('Demande restée sans effet');
    expect(requestsIn(text)).toContain('Autre chose a été décidé avant le deuxième accord');
    expect(requestsIn(text)).not.toContain('<button');
    await corrected(id, earlier);
    const again = requestsIn((await door.read('paul', `/incidents/${id}`)).text);
    expect(again).toContain('Une deuxième personne doit décider');
    expect(again).not.toContain('Demande restée sans effet');
  });
});
