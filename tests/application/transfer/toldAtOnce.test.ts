import { beforeEach, describe, expect, it } from '@jest/globals';
import { tellAtOnce } from '../../../application/atOnce/tellAtOnce';
import { eraseField } from '../../../application/journal/eraseField';
import { commandTransfer } from '../../../application/transfer/commandTransfer';
import { listTransfers } from '../../../application/transfer/readTransfers';
import { recordTransfer } from '../../../application/transfer/recordTransfer';
import { isOpen } from '../../../domain/journal/folds';
import { RecordTransfer, type TransferCommand } from '../../../domain/transfer/decide';
import { tellOfLate } from '../../../worker/watchdog/tellOfLate';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { must } from '../../fakes/realHouse';
import { hour, readable, T0 } from '../../fakes/threeControllers';

let house: House;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
});

const demanded = RecordTransfer.parse({
  cause: 'compulsion',
  knownAt: T0,
  source: 'Tribunal Temoin',
  text: 'Une liste est exigee.',
  touched: [{ agreementId: 'val', role: 'processor' }],
});
const secret = (until: string | null = null) => ({ secrecy: { ground: 'Ordonnance scellee', until } });
const record = (change: Partial<RecordTransfer> = {}, key = 'record') =>
  recordTransfer({ ctx: house.as('sacha', ['DPO']), input: { key, transfer: { ...demanded, ...change } } });
const settle = async () => must(await tellAtOnce({ ctx: house.engine }));
const one = async () => {
  const [found] = must(await listTransfers({ ctx: house.engine, input: { limit: 9 } }));
  if (found === undefined) throw new Error('nothing was recorded');
  return found;
};
const act = async (command: TransferCommand, key: string = command.kind) =>
  commandTransfer({ ctx: house.as('sacha', ['DPO']), input: { transferId: (await one()).id, key, command } });
const close = { kind: 'transfer.close' as const, closedAt: T0, outcome: 'rien transmis' };
const release = (releasedAt: string) => ({ kind: 'transfer.release' as const, releasedAt, how: 'Mainlevee' });

describe('a legal compulsion or a changed instrument of transfer is told at once (duty S3-17)', () => {
  it.each(['compulsion', 'instrument'] as const)(
    '%s: once, to each contact of each controller concerned',
    async (cause) => {
      must(await record({ cause }));
      await settle();
      await settle();
      expect(new Set(house.mails.map(({ to }) => to.split('@')[1]))).toEqual(new Set(['val-temoin.example']));
      expect(new Set(house.mails.map(({ to }) => to)).size).toBe(house.mails.length);
      for (const { raw } of house.mails) expect(readable(raw)).toContain('Tribunal Temoin');
      expect(await one()).toMatchObject({ stage: 'TRANSFER_OPEN', told: [{ agreementId: 'val', at: T0 }] });
    },
  );

  it('by the watchdog, where nobody has after two minutes', async () => {
    must(await record());
    expect(await tellOfLate(house.engine)).toEqual([]);
    house.clock.now = new Date(Date.parse(T0) + 121_000);
    expect(await tellOfLate(house.engine)).toEqual(['tellAtOnce']);
    expect((await one()).told).toHaveLength(1);
  });

  it('not while the law forbids it; then when a person says that it no longer does, without its ground', async () => {
    must(await record(secret()));
    house.clock.now = new Date(hour(100));
    expect(await settle()).toEqual({ acts: 0, nextAtMs: Date.parse(hour(24 * 30)) });
    expect(await tellOfLate(house.engine)).toEqual([]);
    expect(house.mails).toEqual([]);
    must(await act(release(hour(99))));
    await settle();
    expect(house.mails.length).toBeGreaterThan(0);
    for (const { raw } of house.mails) expect(readable(raw)).not.toContain('Ordonnance');
  });

  it('of a secrecy without an end management and DPO are asked every thirty days, by relay or watchdog, until it ends', async () => {
    must(await record(secret()));
    const days = (count: number) => (house.clock.now = new Date(Date.parse(hour(24 * count)) + 121_000));
    days(29);
    await settle();
    expect(house.mails).toEqual([]);
    days(30);
    await settle();
    await settle();
    const asked = house.mails.map(({ to, raw }) => [to, readable(raw).includes('Ordonnance')]);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.every(([to, tells]) => String(to).endsWith('@slime.example') && tells === false)).toBe(true);
    expect(await tellOfLate(house.engine)).toEqual([]);
    days(61);
    expect(await tellOfLate(house.engine)).toEqual(['tellAtOnce']);
    house.clock.now = new Date(house.clock.now.getTime() + 121_000);
    expect(await tellOfLate(house.engine)).toEqual(['tellAtOnce']);
    expect(house.mails).toHaveLength(2 * asked.length);
    must(await act({ kind: 'transfer.prolong', until: null, ground: 'Seconde ordonnance' }));
    expect((await one()).secrecy).toMatchObject({ askedAt: null, until: null });
    days(90);
    await settle();
    expect(house.mails).toHaveLength(2 * asked.length);
    days(92);
    await settle();
    expect(house.mails).toHaveLength(3 * asked.length);
    must(await act(release(hour(24 * 92))));
    await settle();
    days(200);
    const { length } = house.mails;
    await settle();
    expect(house.mails).toHaveLength(length);
    expect((await one()).told).toHaveLength(1);
  });

  it('a secrecy of which the end is known tells by itself then, later if it was put off before', async () => {
    must(await record(secret(hour(10))));
    expect(await settle()).toEqual({ acts: 0, nextAtMs: Date.parse(hour(10)) });
    must(await act({ kind: 'transfer.prolong', until: hour(20), ground: 'Seconde ordonnance' }));
    house.clock.now = new Date(hour(10));
    expect(await settle()).toEqual({ acts: 0, nextAtMs: Date.parse(hour(20)) });
    house.clock.now = new Date(hour(20));
    await settle();
    expect((await one()).told).toHaveLength(1);
  });

  it('what was closed under secrecy is still told when that ends', async () => {
    must(await record(secret(hour(10))));
    must(await act(close));
    expect(isOpen('transfer', await one())).toBe(true);
    house.clock.now = new Date(hour(10));
    await settle();
    expect((await one()).told).toHaveLength(1);
    expect(isOpen('transfer', await one())).toBe(false);
  });

  it('a text that was erased takes its letters, once it is closed (ADR 0020)', async () => {
    const { id, seq } = must(await record());
    await settle();
    const kept = async () =>
      (await house.ports.documents.get('o1', id, (await one()).outbox[0]?.documentId ?? '')) !== null;
    const erasure = { seq, names: ['text'], ground: 'retentionEnded' as const, key: 'erase' };
    must(await eraseField({ ctx: house.as('sacha', ['DPO']), input: erasure }));
    expect(await kept()).toBe(true);
    must(await act(close));
    expect(await kept()).toBe(false);
  });

  it('what names a controller of whom another may not hear is refused before anything is written (invariant 8)', async () => {
    const text = 'Le Département de l’Orme est visé.';
    expect(await record({ text, source: text })).toMatchObject({
      error: { issues: [{ pointer: '/source' }, { pointer: '/text' }] },
    });
    expect(house.mails).toEqual([]);
  });

  it('a transfer outside that the contract does not allow is flagged and told; one that was authorised beforehand is not', async () => {
    const gone = { cause: 'outside' as const, countries: ['US'], source: 'Hebergeur Temoin' };
    must(await record({ ...gone, authorisation: { on: T0.slice(0, 10), by: 'Courrier signe' } }, 'authorised'));
    await settle();
    expect(house.mails).toEqual([]);
    expect(await one()).toMatchObject({ recorded: { unagreed: null, authorisedBy: 'Courrier signe' }, told: [] });
    must(await record(gone));
    await settle();
    expect(await one()).toMatchObject({ recorded: { unagreed: 'notAllowed' }, told: [{ agreementId: 'val' }] });
    expect(house.mails.length).toBeGreaterThan(0);
    for (const { raw } of house.mails) expect(readable(raw)).toContain('notAllowed');
  });

  it('is recorded by who answers for what is disclosed, and read by who reads the journal', async () => {
    const refusal = { error: { code: 'actor.forbidden' } };
    const input = { key: 'x', transfer: demanded };
    for (const ctx of [house.as('ines', ['O']), house.as('eve', ['AUDITOR'])])
      expect(await recordTransfer({ ctx, input })).toMatchObject(refusal);
    expect(await listTransfers({ ctx: house.as('ines', ['O']), input: { limit: 1 } })).toMatchObject(refusal);
    must(await listTransfers({ ctx: house.as('eve', ['AUDITOR']), input: { limit: 1 } }));
  });
});
