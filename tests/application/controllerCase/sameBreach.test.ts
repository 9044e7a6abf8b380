import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandCase } from '../../../application/controllerCase/commandCase';
import { openCase } from '../../../application/controllerCase/openCase';
import { receiveNotice } from '../../../application/controllerCase/receiveNotice';
import { tellSame } from '../../../application/controllerCase/sameBreach';
import { eraseField } from '../../../application/journal/eraseField';
import { readEnvelope } from '../../../application/notice/readEnvelope';
import { sendVersion } from '../../../application/notice/sendVersion';
import { recordParty } from '../../../application/party/recordParty';
import type { Context } from '../../../application/ports/ports';
import { authorityRegion } from '../../../domain/controllerCase/case';
import { OpenCase } from '../../../domain/controllerCase/commands';
import { ReceiveNotice } from '../../../domain/controllerCase/receiveCommand';
import { createNoticeHouse } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';

let house: Awaited<ReturnType<typeof createNoticeHouse>>;
let noticeId: string;
let controller: Context;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
  await send(house, noticeId);
  await house.settle(noticeId, hour(0));
  controller = { ...house.as('cleo', ['DPO']), orgId: 'val-temoin' };
  house.clock.now = new Date(hour(1));
  const record = { role: 'processor' as const, name: 'SLIME', key: await house.ports.proofs.notary.verifierKey('o1') };
  must(await recordParty({ ctx: controller, input: { key: 'party', record } }));
});

const receive = async (version = 1) => {
  const read = { noticeId, version, contactId: 'c1' };
  const envelope = must(await readEnvelope({ ctx: house.as('ines', ['O']), input: read })).text;
  const said = { envelope, receivedAt: house.clock.now.toISOString(), text: 'Un classeur est parti.' };
  const engine: Context = { ...controller, actor: { kind: 'system', id: 'exchange' }, roles: [] };
  return must(await receiveNotice({ ctx: engine, input: ReceiveNotice.parse(said) })).id;
};
const found = async (more: Partial<OpenCase> = {}, key = 'own') => {
  const said = { origin: 'own', receivedAt: hour(0.2), from: 'Astreinte', text: 'Vu en ligne.', certain: true };
  return must(await openCase({ ctx: controller, input: { key, opening: OpenCase.parse({ ...said, ...more }) } })).id;
};
const read = async (id: string) => {
  const one = await controller.ports.projections.read('val-temoin', 'controllerCase', id);
  if (one === null) throw new Error(id);
  return one;
};
const end = (caseId: string, sameAs: string, key = 'same') => {
  const command = { kind: 'case.same' as const, sameAs, reason: 'vu ici avant l’appel' };
  return commandCase({ ctx: controller, input: { caseId, key, command } });
};

describe('a case that its signed notice opened, of a breach that was found before (rule E5)', () => {
  it('ends as of the same breach: the earliest hour binds, and later versions go to the case that goes on', async () => {
    const own = await found();
    const byNotice = await receive();
    expect(byNotice).not.toBe(own);
    must(await end(byNotice, own));
    const [ended, lasting] = [await read(byNotice), await read(own)];
    expect(ended).toMatchObject({ stage: 'CLOSED', closed: { sameAs: { caseId: own, reference: lasting.reference } } });
    expect(authorityRegion(ended)).toBe('NOT_REQUIRED');
    expect(lasting).toMatchObject({ stage: 'RECEIVED', clock: { t0: hour(0.2) }, source: { noticeId } });
    expect(lasting.told.map(({ from, version }) => [from, version])).toEqual([
      ['Astreinte', null],
      ['SLIME', 1],
    ]);
    expect(lasting.notes.map(({ text }) => text)).toEqual([`${ended.reference}: vu ici avant l’appel`]);

    house.clock.now = new Date(hour(2));
    const items = { c: { answer: 'cannotBeDetermined' as const, reason: 'journaux perdus' } };
    const command = { kind: 'supplement' as const, items };
    must(await sendVersion({ ctx: house.as('ines', ['O']), input: { noticeId, key: 'more', command } }));
    await house.settle(noticeId, hour(2));
    const again = await found({ receivedAt: hour(0.3), text: 'Vu encore.' }, 'third');
    must(await end(own, again, 'chained'));
    expect(await receive(2)).toBe(again); // however often it was found so
    expect((await read(again)).told.at(-1)).toMatchObject({ version: 2, kind: 'supplement' });
    expect((await read(again)).clock.t0).toBe(hour(0.2));
  });

  it('was received before it was found: the receipt binds there at once', async () => {
    const byNotice = await receive();
    const own = await found({ receivedAt: hour(1) });
    house.clock.now = new Date(hour(1.5));
    must(await end(byNotice, own));
    expect((await read(own)).clock.t0).toBe(hour(1));
  });

  it('is counted once in register and statistics', async () => {
    const own = await found();
    const byNotice = await receive();
    const counted = async () =>
      (await controller.ports.projections.facts('val-temoin')).flatMap((fact) =>
        fact.kind === 'controllerCase' ? [fact.id] : [],
      );
    expect((await counted()).toSorted()).toEqual([own, byNotice].toSorted());
    must(await end(byNotice, own));
    expect(await counted()).toEqual([own]);
  });

  it('said twice, is one: nothing is told twice', async () => {
    const own = await found();
    const byNotice = await receive();
    const all = await Promise.all([end(byNotice, own), end(byNotice, own)]);
    expect(all.map(({ ok }) => ok)).toEqual([true, true]);
    const lasting = await read(own);
    expect([lasting.told.length, lasting.notes.length]).toEqual([2, 1]);
  });

  it('a slip is mended: opened again, it runs as before', async () => {
    const own = await found();
    const byNotice = await receive();
    must(await end(byNotice, own));
    const command = { kind: 'case.reopen' as const, reason: 'une autre violation' };
    must(await commandCase({ ctx: controller, input: { caseId: byNotice, key: 'again', command } }));
    expect(await read(byNotice)).toMatchObject({ stage: 'RECEIVED', closed: null });
    must(await end(byNotice, own, 'after all'));
    expect((await read(own)).told).toHaveLength(2);
  });

  it('whoever died before it ended says it once more: the other one has its notice already', async () => {
    const own = await found();
    const byNotice = await receive();
    must(await tellSame(controller, await read(byNotice), { caseId: own, reason: 'vu ici avant l’appel' }));
    must(await end(byNotice, own));
    expect((await read(byNotice)).stage).toBe('CLOSED');
    const lasting = await read(own);
    expect([lasting.told.length, lasting.notes.length]).toEqual([2, 1]);
  });

  it('a stored mail that quotes a text that was erased meanwhile goes when it ends', async () => {
    const own = await found();
    const { documents } = controller.ports;
    const late = await found({ receivedAt: hour(0.6), text: 'Camille Martin l’a ouvert.' }, 'late');
    const bytes = Buffer.from('Camille Martin');
    const mail = await documents.put('val-temoin', late, { address: '', mediaType: 'x', bytes });
    const seq = (await read(late)).told[0]?.seq ?? 0;
    const input = { seq, names: ['text'], ground: 'neverLawful' as const, key: 'erase' };
    must(await eraseField({ ctx: controller, input }));
    expect(await documents.get('val-temoin', late, mail)).not.toBeNull();
    must(await end(late, own));
    expect(await documents.get('val-temoin', late, mail)).toBeNull();
  });
});
