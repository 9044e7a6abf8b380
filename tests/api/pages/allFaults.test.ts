import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aroundOf } from '../../../api/pages/incident/around';
import { breachForms } from '../../../api/pages/incident/breachForms';
import { createNight, type Night } from '../../fakes/night';
import { openNightDoor } from '../../fakes/nightDoor';

let night: Night;
let door: Awaited<ReturnType<typeof openNightDoor>>;
beforeAll(async () => {
  night = await createNight();
  door = await openNightDoor(night);
});
afterAll(() => door.stop());

async function newIncident(): Promise<string> {
  night.at('2026-03-27T11:02:17.000Z');
  const id = await night.report('ines', 'Un poste volé', '2026-03-27T11:00:31.000Z', 'theft');
  await night.command('ines', id, { kind: 'triage.start', firstFacts: null });
  const declared = { severity: 'high', harmed: 'both', possibleCrime: 'unknown', basis: 'Vol.' } as const;
  const leadId = night.as('paul').actor.id;
  await night.command('ines', id, { kind: 'incident.declare', incidentKind: 'other', leadId, ...declared });
  return id;
}

/** The summary above the form: one line a fault. */
const faultsIn = (html: string): string[] =>
  [...html.slice(html.indexOf('class="errors"')).matchAll(/<li><a href="#f-(\w+)">([^<]+)<\/a>/g)].map(
    ([, name = '', text = '']) => `${name}: ${text.replaceAll(/[\u00a0\u202f]/g, ' ')}`,
  );
const send = async (segment: string, fields: Record<string, string>) =>
  faultsIn((await door.send('paul', `/incidents/${await newIncident()}/${segment}`, fields)).text);

describe('what is wrong with a form is said in one answer', () => {
  it('of a suspicion: the contracts that miss, an instant that is yet to come, and what it rests on', async () => {
    expect(await send('suspect', { t0: '2026-03-28T12:00' })).toEqual([
      'touched: Contrats touchés : Dites quels contrats sont touchés, ou vos propres traitements',
      expect.stringMatching(/^t0: .*à venir/),
      expect.stringMatching(/^basis: /),
    ]);
  });

  it('of an awareness: the same, at each question once', async () => {
    const faults = await send('aware', { detectedAt: '2026-03-28T12:00', awareAt: '2026-03-27T12:01' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['touched', 'nature', 'detectedAt', 'why']);
  });

  it('a detection that is yet to come is the cause, and the awareness is not blamed for it', async () => {
    const fields = { [`touched.${night.agreements.val}`]: 'on', 'nature.integrity': 'on', why: 'Vu.' };
    const faults = await send('aware', { ...fields, detectedAt: '2026-03-28T12:00', awareAt: '2026-03-27T12:01' });
    expect(faults).toEqual([expect.stringMatching(/^detectedAt: .*à venir/)]);
  });

  it('no contract misses where own processing is touched', async () => {
    expect(await send('suspect', { 'ownProcessing.yes': 'yes' })).toEqual([expect.stringMatching(/^basis: /)]);
  });
});

describe('contracts that may be touched', () => {
  const ticked = async (segment: string) => {
    const { text } = await door.read('paul', `/incidents/${await newIncident()}/${segment}`);
    return [...text.matchAll(/name="touched\.([^"]+)"[^>]*checked/g)].map(([, id]) => id);
  };

  it.each(['suspect', 'aware'])('of several none is ticked in advance (%s)', async (segment) => {
    expect(await ticked(segment)).toEqual([]);
  });

  it.each(['breach.suspect', 'aware.set'] as const)('the only one is, and it is said (%s)', async (kind) => {
    const incident = await night.ports.projections.read('o1', 'incident', await newIncident());
    if (incident === null) throw new Error('no incident');
    const around = await aroundOf({ ctx: night.as('paul'), names: new Map() }, incident);
    const [only] = around.agreements;
    const [touched] = breachForms[kind].questions({ ...around, agreements: around.agreements.slice(0, 1) });
    expect(touched).toMatchObject({ start: only?.value, hint: { key: 'ask.touchedOnly' } });
  });
});
