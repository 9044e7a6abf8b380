import { beforeEach, describe, expect, it } from '@jest/globals';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { listControllerCases } from '../../../application/controllerCase/readCases';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { changePartyKey } from '../../../application/party/changePartyKey';
import { recordParty } from '../../../application/party/recordParty';
import type { Context } from '../../../application/ports/ports';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

type House = Awaited<ReturnType<typeof createNoticeHouse>>;
let house: House;
/** Another organisation of the same installation: a controller of the first. */
let controller: Context;
let envelope: string;
let key: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  const { id: noticeId } = await house.noticeOf('val');
  await send(house, noticeId);
  await house.settle(noticeId, hour(0));
  envelope = must(
    await readEnvelope({ ctx: house.as('ines', ['O']), input: { noticeId, version: 1, contactId: 'c1' } }),
  ).text;
  key = await house.ports.proofs.notary.verifierKey('o1');
  controller = { ...house.as('cleo', ['DPO']), orgId: 'val-temoin' };
  house.clock.now = new Date(hour(1));
});

const said = (more: Partial<ReceiveNotice> = {}) =>
  ReceiveNotice.parse({ envelope, receivedAt: hour(0.5), text: 'Un classeur est parti.', ...more });
const receive = (more: Partial<ReceiveNotice> = {}, ctx = controller) => receiveNotice({ ctx, input: said(more) });
const cases = async () => must(await listControllerCases({ ctx: controller, input: { limit: 10 } }));
const record = (given: string | null = key) =>
  recordParty({ ctx: controller, input: { key: 'party', record: { role: 'processor', name: 'SLIME', key: given } } });

describe('a notice that comes with its signed envelope', () => {
  it('opens a case whose 72 hours run from its receipt (E5), with the hash that proves it', async () => {
    must(await record());
    const { id } = must(await receive());
    expect(await cases()).toMatchObject([
      {
        id,
        clock: { t0: hour(0.5), status: 'confirmed' },
        told: [{ kind: 'notice', from: 'SLIME', version: 1, envelopeHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      },
    ]);
  });

  it('is one however often it comes, all at once too', async () => {
    must(await record());
    const all = await Promise.all(Array.from({ length: 5 }, () => receive()));
    expect(new Set(all.map((one) => must(one).id)).size).toBe(1);
    expect(must(await receive({ receivedAt: hour(1) })).created).toBe(false);
    const [one, ...more] = await cases();
    expect([one?.told.length, more.length]).toEqual([1, 0]);
  });

  it('under one key is one request: the same is a repeat, and any other is refused and changes nothing', async () => {
    must(await record());
    const bring = (brought: string, more: Partial<ReceiveNotice> = {}) =>
      receiveNotice({ ctx: controller, input: { key: brought, ...said(more) } });
    const first = must(await bring('k1'));
    expect(first.created).toBe(true);
    const head = () => house.ports.journal.head(controller.orgId);
    const before = await head();
    expect(must(await bring('k1'))).toMatchObject({ id: first.id, revision: first.revision, created: false });
    const { id: other } = await house.noticeOf('aube');
    must(await send(house, other, 'another'));
    await house.settle(other, hour(1));
    const ctx = house.as('ines', ['O']);
    const input = { noticeId: other, version: 1, contactId: 'c1' };
    const another = must(await readEnvelope({ ctx, input })).text;
    const others = [{ text: 'Autre chose.' }, { receivedAt: hour(0.6) }, { certain: false }, { envelope: another }];
    for (const more of others) expect(await bring('k1', more)).toMatchObject({ error: { code: 'key.reused' } });
    expect(await head()).toBe(before);
    expect(must(await bring('k2'))).toMatchObject({ id: first.id, created: false });
    expect(await bring('k2', { envelope: another })).toMatchObject({ error: { code: 'key.reused' } });
    expect(must(await bring('k3', { envelope: another, receivedAt: hour(1) })).id).not.toBe(first.id);
  });

  it('brought twice at once under one key is one, and so is who brings it', async () => {
    must(await record());
    const input = { key: 'k1', ...said() };
    const all = await Promise.all(Array.from({ length: 5 }, () => receiveNotice({ ctx: controller, input })));
    expect(new Set(all.map((one) => must(one).id)).size).toBe(1);
    const types = (await house.ports.journal.readWindow(controller.orgId, 0, 100)).map(({ type }) => type);
    expect(types.filter((type) => type === 'case.brought')).toHaveLength(1);
  });

  it('of a suspicion runs provisionally', async () => {
    must(await record());
    must(await receive({ certain: false }));
    expect(await cases()).toMatchObject([{ clock: { status: 'provisional' }, told: [{ kind: 'suspicion' }] }]);
  });

  it('is refused from a sender whose key is not recorded, and says what to do', async () => {
    expect(await receive()).toMatchObject({
      error: { issues: [{ pointer: '/envelope', message: expect.stringContaining('record the party') }] },
    });
    expect(await cases()).toEqual([]);
  });

  it('is refused when forged, and when any of its characters is another', async () => {
    const other = await createNoticeHouse(T0);
    must(await record(await other.ports.proofs.notary.verifierKey('o1')));
    expect(await receive()).toMatchObject({
      error: { issues: [{ message: expect.stringContaining('not sealed by the key') }] },
    });
    const changed = envelope.replace('"version":1', '"version":2');
    expect(changed).not.toBe(envelope);
    for (const bytes of [changed, `${envelope} `, envelope.replace('{', '{ '), envelope.slice(0, -2), 'rien']) {
      expect(await receive({ envelope: bytes })).toMatchObject({
        error: { code: 'input.invalid', issues: [{ pointer: '/envelope' }] },
      });
    }
    expect(await cases()).toEqual([]);
  });

  it('is refused once its key is believed no more', async () => {
    const { id: partyId } = must(await record());
    const change = { key: null, reason: 'clé volée' };
    must(await changePartyKey({ ctx: controller, input: { partyId, key: 'no', change } }));
    expect(await receive()).toMatchObject({ error: { code: 'input.invalid' } });
  });

  it('cannot have been received before it was made, nor tomorrow', async () => {
    must(await record());
    expect(await receive({ receivedAt: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      error: { issues: [{ pointer: '/receivedAt' }] },
    });
    expect(await receive({ receivedAt: hour(9) })).toMatchObject({ error: { issues: [{ pointer: '/receivedAt' }] } });
  });
});

describe('a party', () => {
  it('has a key that is one, and whose name no other party has', async () => {
    expect(await record('pas une clé')).toMatchObject({ error: { issues: [{ pointer: '/key' }] } });
    expect(await record(key.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toMatchObject({
      error: { issues: [{ pointer: '/key' }] },
    });
    must(await record());
    const twin = { role: 'other' as const, name: 'Faux', key };
    expect(await recordParty({ ctx: controller, input: { key: 'twin', record: twin } })).toMatchObject({
      error: { issues: [{ pointer: '/key' }] },
    });
  });

  it('is recorded by who answers for the contracts', async () => {
    const oncall = { ...controller, roles: ['O' as const] };
    const input = { key: 'k', record: { role: 'other' as const, name: 'X', key: null } };
    expect(await recordParty({ ctx: oncall, input })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});
