import { PARIS } from '../../fakes/places';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { reachMilestone } from '../../../application/incident/reachMilestone';
import { callBack } from '../../../application/people/callBack';
import { nextMilestone } from '../../../domain/incident/nextMilestone';
import { createNight, type Night, taken } from '../../fakes/night';
import { readable } from '../../fakes/threeControllers';

let night: Night;
beforeAll(async () => {
  night = await createNight();
});

const given = (contact: { declarantPhone?: string; declarantEmail?: string }) =>
  callBack(night.engine, { report: { declarantPhone: null, declarantEmail: null, ...contact } as never }, null);
const onCall = [
  { name: 'Inès Témoin', phone: '+33 1 99 00 00 20' },
  { name: 'Paul Modèle', phone: '+33 1 99 00 00 12' },
];

describe('whom a letter inside says to call back', () => {
  it('is who is on call, and first the declarant where they are a member, by whatever way the number is written', async () => {
    expect(await given({})).toEqual(onCall);
    const alix = { name: 'Alix Modèle', phone: '+33 1 99 00 00 13', declarant: true };
    expect(await given({ declarantPhone: '+33199000013' })).toEqual([alix, ...onCall]);
    expect(await given({ declarantEmail: 'Alix@ecoute-enquetes.example' })).toEqual([alix, ...onCall]);
    const [ines, paul] = onCall;
    expect(await given({ declarantPhone: '+33 1 99 00 00 12' })).toEqual([{ ...paul, declarant: true }, ines]);
  });

  it('is never a number that no member has: a declarant’s own stays in the case', async () => {
    expect(await given({ declarantPhone: '+33 6 99 99 99 99', declarantEmail: 'x@elsewhere.example' })).toEqual(onCall);
  });

  it('stands in the mail that tells management at once; the number of a stranger does not', async () => {
    const incidentId = await night.report('ines', 'Badge volé', '2026-03-27T06:50:00.000Z', 'theft');
    for (let steps = 0; steps < 9; steps += 1) {
      const state = await night.ports.projections.read('o1', 'incident', incidentId);
      const milestone = state && nextMilestone(state, night.clock.now, PARIS);
      if (!milestone || milestone.atMs > night.clock.now.getTime()) break;
      taken(await reachMilestone({ ctx: night.engine, input: { incidentId, milestone } }));
    }
    const alert = night.mails.find(({ to }) => to === 'alix@ecoute-enquetes.example');
    expect(readable(alert?.raw ?? '')).toMatch(/Qui rappeler chez nous[\s\S]*\+33 1 99 00 00 20/);
    expect(readable(alert?.raw ?? '')).not.toContain('+33 1 99 00 00 21');
  });
});
