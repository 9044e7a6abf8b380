import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

const ALERT = '2026-03-27T11:00:31.000Z';
let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

async function newIncident() {
  night.at('2026-03-27T11:02:17.000Z');
  const id = await night.report('ines', 'Un poste volé', ALERT, 'theft');
  await night.command('ines', id, { kind: 'triage.start', firstFacts: null });
  const declared = { severity: 'high', harmed: 'both', possibleCrime: 'unknown', basis: 'Vol.' } as const;
  const leadId = night.as('paul').actor.id;
  await night.command('ines', id, { kind: 'incident.declare', incidentKind: 'other', leadId, ...declared });
  const fields = { [`touched.${night.agreements.val}`]: 'on', 'nature.confidentiality': 'on', why: 'Vu.' };
  const clock = async () => (await night.ports.projections.read('o1', 'incident', id))?.clock;
  return { id, clock, send: (more: object) => door.send('paul', `/incidents/${id}/aware`, { ...fields, ...more }) };
}

describe('an instant typed to the minute', () => {
  it('is the fact of that minute, where it would precede it by seconds', async () => {
    const { send, clock } = await newIncident();
    expect((await send({ detectedAt: '2026-03-27T12:00', awareAt: '2026-03-27T12:00' })).status).toBe(303);
    expect(await clock()).toMatchObject({ detectedAt: ALERT, awareAt: ALERT });
  });

  it('left as the page shows it, moves nothing', async () => {
    const { id, send, clock } = await newIncident();
    await send({ detectedAt: '2026-03-27T12:00', awareAtNow: 'yes' });
    const before = await clock();
    const same = { detectedAt: '2026-03-27T12:00', awareAt: '2026-03-27T12:02', 'nature.integrity': 'on' };
    const more = { 'nature.confidentiality': 'on', reason: 'Aussi', breakGlassReason: 'Seul' };
    expect((await door.send('paul', `/incidents/${id}/correct`, { ...same, ...more })).status).toBe(303);
    expect(await clock()).toMatchObject({ detectedAt: before?.detectedAt, awareAt: before?.awareAt });
  });

  it('that does precede a fact is refused at its field, with the fact and its hour where the organisation is', async () => {
    const { send } = await newIncident();
    const answer = await send({ detectedAt: '2026-03-27T12:00', awareAt: '2026-03-27T11:59', gapReason: 'Seul.' });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/Détection, ven\.\s27\smars\s12:00\s\(UTC\+1\)/);
    expect(answer.text).toMatch(/id="f-awareAt"[^>]*value="2026-03-27T11:59"[^>]*aria-describedby="[^"]*e-awareAt"/);
  });
});

describe('"now"', () => {
  it('is a box of its own, never ticked in advance', async () => {
    const { id } = await newIncident();
    const { text } = await door.read('paul', `/incidents/${id}/aware`);
    expect(text).toContain('<input type="checkbox" name="awareAtNow" value="yes"> <span>Maintenant');
  });

  it('is the instant of sending, to the minute; with an hour beside it, one must be chosen', async () => {
    const { send, clock } = await newIncident();
    const both = await send({ detectedAtNow: 'yes', awareAt: '2026-03-27T12:02', awareAtNow: 'yes' });
    expect(both.text).toMatch(/Choisissez\s: une date et une heure, ou «\smaintenant\s»/);
    expect((await send({ detectedAtNow: 'yes', awareAtNow: 'yes' })).status).toBe(303);
    const minute = '2026-03-27T11:02:00.000Z';
    expect(await clock()).toMatchObject({ detectedAt: minute, awareAt: minute });
  });
});
