import { beforeEach, describe, expect, it } from '@jest/globals';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { askedOnReceipt } from '../../../application/controllerCase/askedOnReceipt';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { recordParty } from '../../../application/party/recordParty';
import type { Context } from '../../../application/ports/ports';
import type { Annex1 } from '../../../domain/agreement/annex1';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { annex1 } from '../../fakes/agreements';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let controller: Context;
let envelope: string;
let clock: { now: Date };

beforeEach(async () => {
  const house = await createNoticeHouse(T0);
  await becomeAware(house);
  const { id: noticeId } = await house.noticeOf('val');
  await send(house, noticeId);
  await house.settle(noticeId, hour(0));
  const read = { noticeId, version: 1, contactId: 'c1' };
  envelope = must(await readEnvelope({ ctx: house.as('ines', ['O']), input: read })).text;
  const key = await house.ports.proofs.notary.verifierKey('o1');
  controller = { ...house.as('cleo', ['DPO']), orgId: 'val-temoin' };
  clock = house.clock;
  clock.now = new Date(hour(1));
  const record = { role: 'processor' as const, name: 'Slime  SAS', key };
  must(await recordParty({ ctx: controller, input: { key: 'party', record } }));
});

/** A contract with a firm, under a reference of its own. */
const contract = async (name: string, more: Partial<Annex1> = {}) => {
  const document = { ...annex1, processor: { ...annex1.processor, name }, ...more };
  return must(await recordAgreement({ ctx: controller, input: { key: `${document.reference}`, document } })).id;
};

const receiving = (more: Partial<ReceiveNotice> = {}) =>
  ReceiveNotice.parse({ envelope, receivedAt: hour(0.5), text: 'Un classeur est parti.', ...more });

async function agreementOfCase(more: Partial<ReceiveNotice> = {}): Promise<string | null | undefined> {
  const input = receiving(more);
  must(await receiveNotice({ ctx: controller, input }));
  const [one] = must(await listControllerCases({ ctx: controller, input: { limit: 10 } }));
  return one?.opened.agreementId;
}

describe('the case of a sealed notice', () => {
  it('goes by the one contract in force with its sender', async () => {
    const id = await contract('SLIME SAS');
    await contract('Autre SARL', { reference: 'C-2' });
    expect(await agreementOfCase()).toBe(id);
  });

  it.each([
    ['there is none', async () => contract('Autre SARL')],
    ['it has ended', async () => contract('SLIME SAS', { inForceFrom: '2020-01-01', endsOn: '2021-01-01' })],
  ])('goes by none where %s', async (_why, contracts) => {
    await contracts();
    expect(await agreementOfCase()).toBeNull();
  });

  it('goes by the one that was in force when it was received, however late somebody brings it', async () => {
    const then = await contract('SLIME SAS', { inForceFrom: '2020-01-01', endsOn: '2026-03-27' });
    await contract('SLIME SAS', { reference: 'C-2', inForceFrom: '2026-03-28' });
    clock.now = new Date('2026-03-29T10:00:00.000Z');
    expect(await agreementOfCase()).toBe(then);
  });

  it('what is asked on receipt is asked of that instant too', async () => {
    await contract('SLIME SAS', { inForceFrom: '2020-01-01', endsOn: '2026-03-27' });
    await contract('SLIME SAS', { reference: 'C-2', inForceFrom: '2020-01-01', endsOn: '2026-03-27' });
    clock.now = new Date('2026-03-29T10:00:00.000Z');
    const askedAt = async (at: string) =>
      must(await askedOnReceipt({ ctx: controller, input: { receivedAt: at } })).contracts.length;
    expect(await askedAt(hour(0.5))).toBe(2);
    expect(await askedAt(clock.now.toISOString())).toBe(0);
  });

  it('where several are in force a person says which: nothing is guessed', async () => {
    const one = await contract('SLIME SAS');
    const other = await contract('SLIME SAS', { reference: 'C-2' });
    const elsewhere = await contract('Autre SARL', { reference: 'C-3' });
    const receive = async (more: Partial<ReceiveNotice> = {}) =>
      receiveNotice({ ctx: controller, input: receiving(more) });
    expect(await receive()).toMatchObject({
      error: { issues: [{ pointer: '/agreementId', message: expect.stringMatching(/say which \(.*C-2.*\)$/) }] },
    });
    expect(await receive({ agreementId: elsewhere })).toMatchObject({
      error: { issues: [{ pointer: '/agreementId', message: 'is no contract in force with its sender' }] },
    });
    expect(await agreementOfCase({ agreementId: other })).toBe(other);
    expect(one).not.toBe(other);
  });

  it('a machine that brings it cannot be asked: by none, until a person looks', async () => {
    await contract('SLIME SAS');
    await contract('SLIME SAS', { reference: 'C-2' });
    const engine: Context = { ...controller, actor: { kind: 'system', id: 'exchange' }, roles: [] };
    must(await receiveNotice({ ctx: engine, input: receiving() }));
    const [one] = must(await listControllerCases({ ctx: controller, input: { limit: 10 } }));
    expect(one?.opened.agreementId).toBeNull();
  });
});
