import { beforeEach, describe, expect, it } from '@jest/globals';
import { tieAgreement } from '../../../application/agreement/tieAgreement';
import { admitParty } from '../../../application/party/admitParty';
import { changePartyKey } from '../../../application/party/changePartyKey';
import { CONTROLLER, createInsideHouse, type InsideHouse } from '../../fakes/insideHouse';
import { must } from '../../fakes/realHouse';

let house: InsideHouse;
beforeEach(async () => {
  house = await createInsideHouse();
});

describe('the tie between an agreement and an organisation of the same installation (ADR 0031)', () => {
  it('needs the consent of both: the controller lets notices in, the processor names its key', async () => {
    expect(await house.tie(await house.keyOf(CONTROLLER), 'early')).toMatchObject({
      error: { issues: [{ pointer: '/key' }] },
    });
    await house.consent();
    expect((await house.ports.projections.read('o1', 'agreement', 'val'))?.inside?.orgId).toBe(CONTROLLER);
  });

  it('says the same of a key of nobody, of its own key, and of one that has not agreed', async () => {
    const nobody = (await house.keyOf('nobody')).trim();
    const [none, own, silent] = [
      await house.tie(nobody, 'a'),
      await house.tie(await house.keyOf('o1'), 'b'),
      await house.tie(await house.keyOf(CONTROLLER), 'c'),
    ];
    expect(none).toMatchObject({ error: { code: 'input.invalid' } });
    expect([own, silent]).toEqual([none, none]);
    expect(await house.tie('pas une clé', 'd')).toEqual(none);
  });

  it('is management’s and the DPO’s, on both sides', async () => {
    const oncall = { ...house.controller, roles: ['O' as const] };
    expect(
      await admitParty({
        ctx: oncall,
        input: {
          partyId: house.partyId,
          key: 'k',
          admit: { admitted: true, opens: null, exchangeUrl: null, reason: 'x' },
        },
      }),
    ).toMatchObject({ error: { code: 'actor.forbidden' } });
    const tie = { key: await house.keyOf(CONTROLLER), exchangeUrl: null, reason: 'x' };
    const input = { agreementId: 'val', key: 'k', tie };
    expect(await tieAgreement({ ctx: house.as('ines', ['O']), input })).toMatchObject({
      error: { code: 'actor.forbidden' },
    });
  });

  it('lets nobody in whose key is not believed, and is said anew of another key', async () => {
    must(await house.admit());
    const change = { key: null, reason: 'volée' };
    must(await changePartyKey({ ctx: house.controller, input: { partyId: house.partyId, key: 'no', change } }));
    expect((await house.ports.projections.read(CONTROLLER, 'party', house.partyId))?.admits).toBe(false);
    expect(await house.admit(true, 'again')).toMatchObject({ error: { issues: [{ pointer: '/admitted' }] } });
  });

  it('without it nothing comes to anybody', async () => {
    await house.notified();
    expect([await house.cases(), (await house.noticeOf('val')).handed]).toEqual([[], []]);
  });
});
