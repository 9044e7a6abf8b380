import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import { loadCase } from '../../../application/notice/readCase';
import { openImplied } from '../../../application/notice/openImplied';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { type ChainHouse, createChainHouse, SUB, UPPER } from '../../fakes/chainHouse';
import { commands } from '../../fakes/incidentHouse';
import { createDuties } from '../../../worker/relay/createDuties';
import { lateIncidents, tellLate } from '../../../worker/watchdog/watchIncidents';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { hour, readable } from '../../fakes/threeControllers';

let house: ChainHouse;

/** The sub-processor learns at t0, and tells at `at`. */
async function told(at = hour(3), first = items) {
  const noticeId = await house.subLearns(hour(0));
  house.clock.now = new Date(at);
  must(await house.send(SUB, noticeId, { kind: 'send', items: first }));
  await house.settleOf(SUB, noticeId);
}
const incident = async () => {
  const [one, ...more] = await house.incidentsOf(UPPER);
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} incidents`);
  return one;
};

beforeEach(async () => {
  house = await createChainHouse({ name: 'Sous-traitant inconnu' });
});

describe('the signed notice of a firm that no annex lists (domain rules 7.5, duty S3-16)', () => {
  it('touches nobody until a person says whom; then the notice says so (duty S3-16)', async () => {
    await told();
    const one = await incident();
    expect(one).toMatchObject({ touched: [], clock: { status: 'provisional', provisionalT0: hour(3) } });
    expect(await house.noticesOf(UPPER)).toEqual([]);
    const ctx = house.asOf(UPPER);
    const act = async (command: IncidentCommand) => {
      must(await commandIncident({ ctx, input: { incidentId: one.id, key: command.kind, command } }));
      must(await openImplied({ ctx: house.engineOf(UPPER), input: { incidentId: one.id } }));
    };
    await act(commands['triage.start']);
    await act({ ...commands['incident.declare'], leadId: 'paul' });
    await act({ ...commands['aware.set'], awareAt: hour(3), detectedAt: hour(3) });
    const touched = [{ agreementId: 'aube', role: 'processor' as const }];
    await act({ ...commands['breach.extend'], touched });
    for (const agreementId of ['val', 'aube']) {
      const { id } = await house.noticeUnder(UPPER, agreementId);
      const { notice, subNotices } = must(await loadCase(house.engineOf(UPPER), id));
      expect(notice.draft.a).toContain(items.a);
      expect(notice.draft.c).toMatchObject({ answer: 'value', persons: null }); // nobody can say of whom it is
      expect(JSON.stringify(notice.draft.c)).toContain('la part qui vous concerne');
      expect(subNotices).toMatchObject([{ authorised: false }]);
    }
    const { id } = await house.noticeUnder(UPPER, 'val');
    must(await house.send(UPPER, id));
    await house.settleOf(UPPER, id);
    const mail = house.mails
      .map(({ raw }) => readable(raw))
      .find((raw) => raw.includes('AV-') && raw.includes('inconnu'));
    expect(mail).toBeDefined();
  });

  it('people are reminded against the shortest contract until somebody says whom', async () => {
    await told();
    const { id } = await incident();
    const steps = async (at: string) => {
      house.clock.now = new Date(at);
      await house.settleIncident(UPPER, id);
      return (await incident()).peopleTold.map(({ step }) => step).filter((step) => step.startsWith('whom'));
    };
    expect(await steps(hour(4))).toEqual([]);
    expect(await steps(hour(3 + 7))).toEqual(['whom50']);
    const texts = house.mails.map(({ raw }) => readable(raw).replaceAll(/\s+/g, ' '));
    const mail = texts.find((raw) => raw.includes('sayWhomItTouches'));
    expect(mail).toContain(`"dueAt": "${hour(3 + 12)}"`);
    const command = { ...commands['aware.set'], awareAt: hour(3), detectedAt: hour(3) };
    const ctx = house.asOf(UPPER);
    must(await commandIncident({ ctx, input: { incidentId: id, key: 'triage', command: commands['triage.start'] } }));
    const declare = { ...commands['incident.declare'], leadId: 'paul' };
    must(await commandIncident({ ctx, input: { incidentId: id, key: 'declare', command: declare } }));
    must(await commandIncident({ ctx, input: { incidentId: id, key: 'aware', command } }));
    expect(await steps(hour(3 + 11))).toEqual(['whom50']);
  });

  it('keeps its run: the relay knows that the limit is what follows next', async () => {
    await told();
    const { id: subjectId, seq } = await incident();
    house.clock.now = new Date(hour(3 + 8.5)); // both reminders to look into it are told, 75 % of the limit is not reached
    await house.settleIncident(UPPER, subjectId);
    const duties = createDuties(house.engineOf(UPPER).ports);
    const orgId = house.engineOf(UPPER).orgId;
    expect(await duties.isOpen({ orgId, obligation: 'incidentFollowUp', subjectId, seq })).toBe(true);
    expect((await duties.open(orgId)).map((duty) => duty.subjectId)).toEqual([subjectId]);
  });

  it('is told by the watchdog, and the limit is, where the engine does nothing', async () => {
    await told();
    const { id } = await incident();
    house.clock.now = new Date(hour(3 + 7));
    const ctx = house.engineOf(UPPER);
    expect(await lateIncidents(ctx)).toEqual([id]);
    await tellLate(ctx, id);
    await tellLate(ctx, id);
    expect((await incident()).peopleTold.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['alert', 'subNotice', 'whom50']),
    );
    expect(await lateIncidents(ctx)).toEqual([]);
  });

  it('may name none of our controllers: each may be told of it later (invariant 8)', async () => {
    await told(hour(3), { ...items, d: { answer: 'value', text: 'Le Département de l’Orme est nommé.' } });
    expect((await incident()).subNotices).toMatchObject([{ touched: [], held: ['d'], items: { d: null, a: items.a } }]);
  });
});
