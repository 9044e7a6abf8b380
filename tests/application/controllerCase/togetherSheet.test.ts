import { beforeEach, describe, expect, it } from '@jest/globals';
import { sheetPaper } from '../../../api/authority/paper';
import { openCase } from '../../../application/controllerCase/openCase';
import { fittingCases } from '../../../application/controllerCase/togetherWith';
import { mainAuthority } from '../../../domain/controllerCase/mainAuthority';
import { sheetOfCase } from '../../../domain/controllerCase/sheet';
import { together } from '../../../domain/controllerCase/together';
import { alike, createAlikeCases, RECEIVED } from '../../fakes/alikeCases';
import { opening } from '../../fakes/caseStory';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { must } from '../../fakes/realHouse';

let house: IncidentHouse;
let cases: ReturnType<typeof createAlikeCases>;
beforeEach(async () => {
  house = await createIncidentHouse();
  cases = createAlikeCases(house);
});

describe('E8 one notification for several cases', () => {
  it('is offered of every open case that fits, however many were opened since', async () => {
    const first = await cases.open(3);
    for (let others = 0; others < 205; others += 1) {
      const given = opening({ receivedAt: RECEIVED, nature: ['availability'] });
      must(await openCase({ ctx: house.manager, input: { key: house.newKey(), opening: given } }));
    }
    const newest = await cases.open(4);
    const fitting = await fittingCases(house.dpo, await cases.read(newest));
    expect(fitting.map(({ id }) => id)).toEqual([first]);
  });

  it('has one sheet: known since the earliest, numbers in sum, texts under their numbers, the rest as all say it', async () => {
    const [first, second] = [
      await cases.open(3, { staff: 9 }),
      await cases.open(4, { staff: 8 }, '2026-05-12T08:00:00.000Z'),
    ];
    const [one, other] = [await cases.read(first), await cases.read(second)];
    expect((await fittingCases(house.dpo, one)).map(({ id }) => id)).toEqual([second]);
    const told = together(one, [other]);
    expect(told.clock).toMatchObject({ t0: '2026-05-12T08:00:00.000Z', awareAt: '2026-05-12T08:00:00.000Z' });
    expect(told.record).toMatchObject({
      ...alike,
      persons: { amount: 'exact', count: 7 },
      staff: null,
      description: `${one.reference}: envoi 3\n${other.reference}: envoi 4`,
    });
    expect(JSON.stringify(sheetOfCase(told, { type: 'initial' }, house.clock.now))).toContain('envoi 4');
    const said = {
      discovery: expect.stringContaining('Signalée par le sous-traitant'),
      foundBy: 'processor',
      otherBodies: [expect.anything()],
    };
    expect(together(one, []).record).toEqual({ ...one.record, ...said });
    const authority = mainAuthority(one, house.clock.now);
    const paper = String((await sheetPaper(house.dpo, [one, other], { type: 'initial', authority }, 'fr')).bytes);
    expect(paper).toContain(`"reference": "${one.reference}, ${other.reference}"`);
  });
});
