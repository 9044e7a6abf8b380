import { describe, expect, it } from '@jest/globals';
import { settleAlarms } from '../../../application/organisation/settleAlarms';
import { testRelay } from '../../../application/organisation/testRelay';
import type { RelayTest } from '../../../application/ports/mailer';
import { createMemoryHouse } from '../../fakes/memoryHouse';
import { camille, contextOf, newcomer, startedHouse } from '../../fakes/organisations';
import { asSystem } from '../../fakes/organisations';

const NOW = new Date('2026-03-27T12:00:00.000Z');
const paul = { ...camille, name: 'Paul Modèle', email: 'paul@exemple.fr' };

async function house() {
  const memory = createMemoryHouse(() => NOW);
  const started = await startedHouse(memory.ports);
  return { ...memory, ...started, system: asSystem(memory.ports, started.orgId) };
}

describe('a token that is issued', () => {
  it('is told to every director, once, with whose it is and who issued it', async () => {
    const { ports, director, system, mails } = await house();
    await newcomer(director, ['DIR'], paul);
    expect(await settleAlarms({ ctx: system })).toEqual({ ok: true, value: 1 });
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['camille@exemple.fr', 'paul@exemple.fr']);
    expect(await settleAlarms({ ctx: system })).toEqual({ ok: true, value: 0 });
    expect(mails).toHaveLength(2);
    const types = ports.journal;
    const { entries } = await types.list(system.orgId, { limit: 100 });
    expect(entries.filter(({ type }) => type === 'alarm.raised')).toHaveLength(1);
  });

  it('first of all is told to nobody: nobody else is there', async () => {
    const { system, mails } = await house();
    expect(await settleAlarms({ ctx: system })).toEqual({ ok: true, value: 0 });
    expect(mails).toEqual([]);
  });

  it('is told by machines only', async () => {
    const { director } = await house();
    expect(await settleAlarms({ ctx: director })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});

describe('the test of a relay', () => {
  const relayOf = (test: RelayTest) => ({
    name: 'smtp.exemple.fr',
    fingerprint: '1'.repeat(64),
    test: async () => test,
  });
  const taken: RelayTest = { accepted: true, replyCode: 250, encrypted: true, deliveryStatus: true };
  const stateOf = async ({ ports, orgId }: Awaited<ReturnType<typeof house>>) =>
    (await ports.projections.read(orgId, 'organisation', orgId))?.relay;

  it('that took the mail is an entry', async () => {
    const all = await house();
    const ctx = { ...all.director, ports: { ...all.ports, relay: relayOf(taken) } };
    expect(await testRelay({ ctx, input: { key: 'test-1' } })).toMatchObject({ value: { test: taken } });
    expect(await stateOf(all)).toEqual({ fingerprint: '1'.repeat(64), testedAt: NOW.toISOString() });
  });

  it('that did not take it leaves the banner', async () => {
    const all = await house();
    const ctx = {
      ...all.director,
      ports: { ...all.ports, relay: relayOf({ accepted: false, replyCode: 535, step: 'AUTH' }) },
    };
    expect(await testRelay({ ctx, input: { key: 'test-1' } })).toMatchObject({ value: { test: { accepted: false } } });
    expect(await stateOf(all)).toMatchObject({ testedAt: null });
  });

  it('has nothing to test while mails are caught', async () => {
    const { director } = await house();
    expect(await testRelay({ ctx: director, input: { key: 'test-1' } })).toMatchObject({ error: { state: 'CAUGHT' } });
  });

  it('is management’s', async () => {
    const { ports, director } = await house();
    const ctx = await contextOf(ports, (await newcomer(director, ['O'])).secret);
    expect(await testRelay({ ctx, input: { key: 'test-1' } })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});
