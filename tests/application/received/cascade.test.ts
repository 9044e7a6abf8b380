import { beforeEach, describe, expect, it } from '@jest/globals';
import { tieAgreement } from '../../../application/agreement/tieAgreement';
import { commandIncident } from '../../../application/incident/commandIncident';
import { openImplied } from '../../../application/notice/openImplied';
import { reachMilestone } from '../../../application/notice/reachMilestone';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { textOf } from '../../../domain/notice/copyTold';
import { type ChainHouse, CONTROLLER, createChainHouse, SUB, SUB_NAME, UPPER } from '../../fakes/chainHouse';
import { commands } from '../../fakes/incidentHouse';
import { items, phasedItems } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { ruleOut } from '../../fakes/ruleOut';
import { hour } from '../../fakes/threeControllers';

let house: ChainHouse;
let noticeId: string;

/** The sub-processor learns at t0, and tells at `at`. */
async function told(at = hour(3), first = items) {
  noticeId = await house.subLearns(hour(0));
  house.clock.now = new Date(at);
  must(await house.send(SUB, noticeId, { kind: 'send', items: first }));
  await house.settleOf(SUB, noticeId);
}
const incident = async () => {
  const [one, ...more] = await house.incidentsOf(UPPER);
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} incidents`);
  return one;
};
const handed = async () => (await house.noticeUnder(SUB, 'rang2')).handed.map(({ id, result }) => [id, result]);

beforeEach(async () => {
  house = await createChainHouse();
});

describe('a sub-processor’s notice by its envelope alone (domain rules 7.5)', () => {
  it('three organisations: each hop’s clock starts at its own receipt, and nobody keys anything in', async () => {
    await told(hour(3));
    expect(await handed()).toEqual([['1', 'taken']]);
    expect(await incident()).toMatchObject({
      stage: 'EVENT_NEW',
      clock: { status: 'provisional', provisionalT0: hour(3), nature: ['confidentiality'] },
      subNotices: [{ chain: [SUB_NAME], receivedAt: hour(3), certain: true, seal: { version: 1, kind: 'initial' } }],
    });
    expect(await house.casesOf(UPPER)).toEqual([]);

    house.clock.now = new Date(hour(4.5));
    const { id } = await house.noticeUnder(UPPER, 'val');
    must(await house.send(UPPER, id));
    await house.settleOf(UPPER, id);
    const [one] = await house.casesOf(CONTROLLER);
    expect(one).toMatchObject({ clock: { status: 'confirmed', t0: hour(4.5) }, told: [{ version: 1 }] }); // certain below
    expect(one?.told[0]?.text).toContain(SUB_NAME);
  });

  it('opens the draft of each controller whose annex lists the sender, items with their tier of origin', async () => {
    await told();
    const notices = await house.noticesOf(UPPER);
    expect(notices.map(({ opened }) => opened.agreementId).toSorted()).toEqual(['aube', 'val']);
    for (const { draft } of notices) {
      expect(draft.a).toContain(`${SUB_NAME} (rang d’origine 2), reçu le 27 mars 2026 à 13:20 (UTC+1)`);
      expect(draft.a).toContain(items.a);
      expect(draft.c).toMatchObject({ answer: 'value', persons: null, records: null });
      expect(textOf(draft.c)).toContain('peut porter sur plusieurs clients ensemble');
      expect(textOf(draft.c)).not.toMatch(/412|Val|Aube/);
    }
  });

  it('the version that comes twice changes nothing', async () => {
    await told();
    const before = house.typesOf(UPPER);
    const { handed: done } = await house.noticeUnder(SUB, 'rang2');
    expect(done).toHaveLength(1);
    const milestone = { kind: 'hand' as const, what: 'version' as const, id: '1', atMs: 0 };
    await reachMilestone({ ctx: house.engineOf(SUB), input: { noticeId, milestone } });
    expect(house.typesOf(UPPER)).toEqual(before);
  });

  it('a later phase joins the same incident, and only what is new of it goes into the drafts', async () => {
    await told(hour(3), phasedItems);
    house.clock.now = new Date(hour(20));
    const c = { answer: 'value' as const, text: 'locataires', persons: 12, records: 12 };
    must(await house.send(SUB, noticeId, { kind: 'supplement', items: { c } }, 'sup'));
    await house.settleOf(SUB, noticeId);
    const one = await incident();
    expect(one.subNotices.map(({ seal, items: said }) => [seal?.version, said?.a, said?.c])).toEqual([
      [1, items.a, null],
      [2, items.a, 'locataires'],
    ]);
    expect(one.clock.provisionalT0).toBe(hour(3));
    const { draft } = await house.noticeUnder(UPPER, 'val');
    expect(draft.a?.split(items.a)).toHaveLength(2);
    expect(draft.c).toMatchObject({ answer: 'value', persons: null });
    expect(textOf(draft.c)).toContain('locataires');
  });

  it('a later phase of what was put aside opens it anew', async () => {
    await told(hour(3), phasedItems);
    const { id: incidentId } = await incident();
    const act = async (command: IncidentCommand) =>
      must(await commandIncident({ ctx: house.asOf(UPPER), input: { incidentId, key: command.kind, command } }));
    await act(commands['triage.start']);
    await act({ ...commands['incident.declare'], leadId: 'paul' });
    must(await ruleOut(house.asOf(UPPER), incidentId));
    for (const { id } of await house.noticesOf(UPPER)) await house.settleOf(UPPER, id);
    await act(commands['regime.exclude']);
    await act(commands['incident.close']);
    house.clock.now = new Date(hour(20));
    const c = { answer: 'value' as const, text: 'locataires', persons: 12, records: 12 };
    must(await house.send(SUB, noticeId, { kind: 'supplement', items: { c } }, 'sup'));
    await house.settleOf(SUB, noticeId);
    expect(await incident()).toMatchObject({ stage: 'BREACH_SUSPECTED', clock: { status: 'provisional' } });
    expect(house.typesOf(UPPER)).toContain('incident.reopened');
  });

  it('of two hops below: who told stands in the chain, and no tier calls another’s sub-processor ours', async () => {
    noticeId = await house.subLearns(hour(0));
    const incidentId = (await house.incidentsOf(SUB))[0]?.id ?? '';
    const touched = [{ agreementId: 'rang2', role: 'processor' as const }];
    const command = { ...commands['subNotice.receive'], chain: ['Rang 3'], receivedAt: hour(0), touched };
    must(await commandIncident({ ctx: house.asOf(SUB), input: { incidentId, key: 'below', command } }));
    must(await openImplied({ ctx: house.engineOf(SUB), input: { incidentId } }));
    expect((await house.noticeUnder(SUB, 'rang2')).draft.a).toContain('Selon notre sous-traitant ultérieur Rang 3');
    const { draft } = await house.noticeUnder(SUB, 'rang2');
    must(await house.send(SUB, noticeId, { kind: 'send', items: { ...items, a: draft.a ?? '' } }));
    await house.settleOf(SUB, noticeId);
    const [said] = (await incident()).subNotices;
    expect(said?.chain).toEqual([SUB_NAME, 'Rang 3']);
    expect(said?.alsoFrom).toEqual([[SUB_NAME]]); // its own words in c, d and e
    expect(said?.items?.a).toBe(`[Dit par Rang 3] ${command.items.a}`);
    expect(said?.items?.d).toBe(`[Dit par ${SUB_NAME}] sollicitations frauduleuses possibles`);
    const { draft: ours } = await house.noticeUnder(UPPER, 'val');
    expect(ours.a?.split('Selon notre sous-traitant ultérieur')).toHaveLength(2);
    expect(ours.a).toContain(
      `${SUB_NAME}, informé par Rang 3 (rang d’origine 3)\u00a0; ${SUB_NAME} (rang d’origine 2), reçu le`,
    );
  });

  it('that is withdrawn below is told, and runs nothing: what becomes of the incident is a person’s to say', async () => {
    await told();
    must(await ruleOut(house.asOf(SUB), (await house.incidentsOf(SUB))[0]?.id ?? ''));
    await house.settleOf(SUB, noticeId);
    const one = await incident();
    expect(one.subNotices.map(({ seal, certain }) => [seal?.kind, certain])).toEqual([
      ['initial', true],
      ['withdrawal', false],
    ]);
    expect(one.clock.status).toBe('provisional');
  });

  it('that is withdrawn below is kept with an incident that is closed, which stays so', async () => {
    await told();
    const { id: incidentId } = await incident();
    const act = async (command: IncidentCommand) =>
      must(await commandIncident({ ctx: house.asOf(UPPER), input: { incidentId, key: command.kind, command } }));
    await act(commands['triage.start']);
    await act({ ...commands['incident.declare'], leadId: 'paul' });
    must(await ruleOut(house.asOf(UPPER), incidentId));
    for (const { id } of await house.noticesOf(UPPER)) await house.settleOf(UPPER, id);
    await act(commands['regime.exclude']);
    await act(commands['incident.close']);
    must(await ruleOut(house.asOf(SUB), (await house.incidentsOf(SUB))[0]?.id ?? ''));
    await house.settleOf(SUB, noticeId);
    const { stage, clock, subNotices } = await incident();
    expect([stage, clock.status, subNotices.length]).toEqual(['CLOSED', 'cancelled', 2]);
    expect(house.typesOf(UPPER)).not.toContain('incident.reopened');
  });

  it('an item that names a controller of ours is held back: it stands in the text, inside (invariant 8)', async () => {
    await told(hour(3), { ...items, d: { answer: 'value', text: 'Le Département de l’Orme est nommé.' } });
    const one = await incident();
    expect(one.subNotices).toMatchObject([{ held: ['d'], items: { d: null, a: items.a } }]);
    for (const { draft } of await house.noticesOf(UPPER)) expect(JSON.stringify(draft)).not.toContain('Orme');
  });

  it('of a firm that was let in as a processor of ours opens our own case, as before (domain rules 7.4)', async () => {
    house = await createChainHouse({ opens: 'case' });
    await told();
    expect(await house.incidentsOf(UPPER)).toEqual([]);
    expect(await house.casesOf(UPPER)).toMatchObject([{ clock: { t0: hour(3) } }]);
  });

  const acknowledge = async (key: string) => {
    const { id: incidentId, subNotices } = await incident();
    const said = { subNoticeId: subNotices[0]?.subNoticeId ?? '', name: 'Sacha Gabarit', function: 'DPO' };
    const command = { kind: 'subNotice.acknowledge' as const, ...said };
    return commandIncident({ ctx: house.asOf(UPPER), input: { incidentId, key, command } });
  };

  it('is acknowledged by a person, and the sub-processor’s notice knows it: its ladder ends', async () => {
    await told();
    must(await acknowledge('ack'));
    must(await acknowledge('ack'));
    const below = await house.noticeUnder(SUB, 'rang2');
    expect(below).toMatchObject({
      delivery: 'ACKED',
      acknowledgements: [{ version: 1, via: 'account', name: 'Sacha Gabarit', function: 'DPO' }],
    });
    expect((await incident()).subNotices[0]?.acknowledged).toMatchObject({ via: 'account', name: 'Sacha Gabarit' });
    expect(must(await acknowledge('again'))).toMatchObject({ created: false });
  });

  it('is acknowledged once by two persons at once: the second changes nothing, and is told so', async () => {
    await told();
    const { id: incidentId, subNotices } = await incident();
    const subNoticeId = subNotices[0]?.subNoticeId ?? '';
    const by = (name: string) => {
      const command = { kind: 'subNotice.acknowledge' as const, subNoticeId, name, function: 'DPO' };
      return commandIncident({ ctx: house.asOf(UPPER), input: { incidentId, key: name, command } });
    };
    const done = await Promise.all([by('Sacha Gabarit'), by('Inès Astreinte')]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toMatchObject({ error: { issues: [{ message: 'has been acknowledged' }] } });
    expect(house.typesOf(UPPER).filter((type) => type === 'subNotice.acknowledged')).toHaveLength(1);
  });

  it('whose acknowledgement dies between the two journals is found there when it is tried again', async () => {
    await told();
    const { append } = house.journal;
    house.ports.journal.append = async (draft, standing, follower) => {
      if (draft.type === 'subNotice.acknowledged') throw new Error('killed');
      return append(draft, standing, follower);
    };
    await expect(acknowledge('ack')).rejects.toThrow('killed');
    house.ports.journal.append = append;
    must(await acknowledge('other'));
    expect((await house.noticeUnder(SUB, 'rang2')).acknowledgements).toHaveLength(1);
  });

  it('whose sender has taken its tie back is acknowledged by hand, and that is said', async () => {
    await told();
    const tie = { key: null, exchangeUrl: null, reason: 'fin' };
    must(await tieAgreement({ ctx: house.asOf(SUB), input: { agreementId: 'rang2', key: 'untie', tie } }));
    must(await acknowledge('ack'));
    expect((await incident()).subNotices[0]?.acknowledged).toMatchObject({ via: 'hand' });
    expect((await house.noticeUnder(SUB, 'rang2')).acknowledgements).toEqual([]);
  });
});
