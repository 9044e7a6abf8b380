import { describe, expect, it } from '@jest/globals';
import { commandIncident } from '../../../application/incident/commandIncident';
import { openImplied } from '../../../application/notice/openImplied';
import { loadCase } from '../../../application/notice/readCase';
import { upwardIn } from '../../../application/notice/toldWords';
import { CONTROLLER, joinChain, SUB, SUB_NAME, UPPER } from '../../fakes/chainHouse';
import { commands } from '../../fakes/incidentHouse';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { hour, T0 } from '../../fakes/threeControllers';

const S1 = 'Hébergeur Un';
const S2 = 'Hébergeur Deux';
const US = 'Écoute & Enquêtes SCOP';

/** The annex of our controller lists who tells us and S1, and knows nothing of S2. */
async function createHouse(sealed: readonly string[] = []) {
  const house = await createNoticeHouse(T0, {}, [], (document, key) => {
    if (key === 'orme') return { ...document, subProcessors: [] };
    const [listed] = document.subProcessors;
    return listed === undefined ? document : { ...document, subProcessors: [listed, { ...listed, name: S1 }] };
  });
  return joinChain(house, { sealed });
}
type House = Awaited<ReturnType<typeof createHouse>>;

/** Our sub-processor is told by each, and tells us, with words of its own in item d or with none. */
async function told(house: House, sources: readonly string[], own = true) {
  const noticeId = await house.subLearns(hour(0));
  const incidentId = (await house.incidentsOf(SUB))[0]?.id ?? '';
  const touched = [{ agreementId: 'rang2', role: 'processor' as const }];
  for (const name of sources) {
    const said = { ...commands['subNotice.receive'].items, a: `vu par ${name}`, c: null, persons: null };
    const command = { ...commands['subNotice.receive'], chain: [name], receivedAt: hour(0), touched, items: said };
    must(await commandIncident({ ctx: house.asOf(SUB), input: { incidentId, key: name, command } }));
  }
  must(await openImplied({ ctx: house.engineOf(SUB), input: { incidentId } }));
  const { draft } = await house.noticeUnder(SUB, 'rang2');
  const later = { answer: 'toFollow' as const, eta: hour(30) };
  const said = { ...items, a: draft.a ?? '', c: later, d: own ? items.d : later, e: later };
  house.clock.now = new Date(hour(1));
  must(await house.send(SUB, noticeId, { kind: 'send', items: said }));
  await house.settleOf(SUB, noticeId);
}

describe.each([
  ['within one installation', []],
  ['by sealed messages', [SUB, UPPER]],
])('a notice of several sources, %s (domain rules 7.5, ADR 0054)', (_name, sealed) => {
  it('brings every chain, each part of its text with whose it is; the controller is told of each firm', async () => {
    const house = await createHouse(sealed);
    await told(house, [S1, S2]);
    const [incident] = await house.incidentsOf(UPPER);
    expect(incident?.subNotices).toMatchObject([
      {
        chain: [SUB_NAME, S1],
        alsoFrom: [[SUB_NAME, S2], [SUB_NAME]],
        items: {
          a: `[Dit par ${S1}] vu par ${S1}\n\n[Dit par ${S2}] vu par ${S2}`,
          d: `[Dit par ${SUB_NAME}] sollicitations frauduleuses possibles`,
        },
      },
    ]);
    const { id, draft } = await house.noticeUnder(UPPER, 'val');
    for (const from of [
      `${SUB_NAME}, informé par ${S1} (rang d’origine 3)`,
      `${SUB_NAME}, informé par ${S2} (rang d’origine 3)`,
    ])
      expect(draft.a).toContain(from);
    const fullCase = must(await loadCase(house.engineOf(UPPER), id));
    expect(fullCase.subNotices).toMatchObject([{ authorised: false }]);

    house.clock.now = new Date(hour(2));
    const later = { answer: 'toFollow' as const, eta: hour(30) };
    const ours = { ...items, a: `Nous aussi.\n\n${draft.a}`, c: later, d: later, e: later };
    must(await house.send(UPPER, id, { kind: 'send', items: ours }));
    await house.settleOf(UPPER, id);
    const [one] = await house.casesOf(CONTROLLER);
    const letter = JSON.parse(one?.told[0]?.text ?? '');
    const firms = letter.subProcessors.map((firm: { name: string; authorised: boolean }) => [
      firm.name,
      firm.authorised,
    ]);
    expect(firms).toEqual([
      [SUB_NAME, true],
      [S1, true],
      [S2, false],
    ]);
    expect(letter.toldBySubs).toMatchObject([{ chain: [SUB_NAME, S1], alsoFrom: [[SUB_NAME, S2], [SUB_NAME]] }]);
    const { reminded } = await house.noticeUnder(UPPER, 'val');
    expect(reminded.filter(({ ladder }) => ladder === 'unauthorised')).toMatchObject([{ version: 1, step: 1 }]);

    const upward = upwardIn(must(await loadCase(house.engineOf(UPPER), id)), ours);
    expect(upward).toMatchObject({
      chain: [SUB_NAME, S1],
      chains: [[SUB_NAME, S1], [SUB_NAME, S2], [SUB_NAME], []],
      items: { a: `[Dit par ${US}] Nous aussi.\n\n[Dit par ${S1}] vu par ${S1}\n\n[Dit par ${S2}] vu par ${S2}` },
    });
  });

  it('of which one comes back to us is taken without it, and says so', async () => {
    const house = await createHouse(sealed);
    await told(house, [US, S2]);
    expect((await house.incidentsOf(UPPER))[0]?.subNotices).toMatchObject([
      { chain: [SUB_NAME, S2], alsoFrom: [[SUB_NAME]], leftOut: [[SUB_NAME, US]] },
    ]);
    const { draft } = await house.noticeUnder(UPPER, 'val');
    expect(draft.a).not.toContain(`informé par ${US}`);
  });
});

it('a chain that comes back to us alone is refused, and its sender knows (cycle)', async () => {
  const house = await createHouse();
  await told(house, [US], false);
  const { handed } = await house.noticeUnder(SUB, 'rang2');
  expect([handed.map(({ id, result }) => [id, result]), await house.incidentsOf(UPPER)]).toEqual([
    [['1', 'refused']],
    [],
  ]);
});
