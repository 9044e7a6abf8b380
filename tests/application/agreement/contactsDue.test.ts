import { describe, expect, it } from '@jest/globals';
import { noteContactCall } from '../../../application/agreement/noteContactCall';
import { recordAgreement } from '../../../application/agreement/recordAgreement';
import { contactsNow, remindOfContacts } from '../../../application/agreement/remindOfContacts';
import { testContacts } from '../../../application/agreement/testContacts';
import { settleAlarms } from '../../../application/organisation/settleAlarms';
import { valuesOf } from '../../../domain/journal/entry';
import { DAY_MS } from '../../../domain/shared/instant';
import { annex1 } from '../../fakes/agreements';
import { createMemoryHouse } from '../../fakes/memoryHouse';
import { asSystem, camille, newcomer, startedHouse } from '../../fakes/organisations';
import { must } from '../../fakes/realHouse';
import { readable } from '../../fakes/threeControllers';

const NOW = new Date('2026-03-27T12:00:00.000Z');

async function reminding() {
  const clock = { now: NOW };
  const memory = createMemoryHouse(() => clock.now);
  const { orgId, director } = await startedHouse(memory.ports);
  const { id } = must(await recordAgreement({ ctx: director, input: { key: 'a', document: annex1 } }));
  const system = asSystem(memory.ports, orgId);
  return {
    ...memory,
    director,
    agreementId: id,
    clock,
    after(days: number) {
      clock.now = new Date(NOW.getTime() + days * DAY_MS);
    },
    due: () => memory.journal.entries.filter(({ type }) => type === 'contacts.due'),
    remind: async () => must(await remindOfContacts({ ctx: system })),
    settle: () => settleAlarms({ ctx: system }),
    remindBy: (ctx: typeof director) => remindOfContacts({ ctx }),
    async onNow() {
      const organisation = await memory.ports.projections.read(orgId, 'organisation', orgId);
      return organisation === null ? [] : contactsNow({ ctx: director, input: organisation });
    },
  };
}

describe('F36 incident managers and DPO', () => {
  it('are reminded of what is stale once, read it on Now, and no longer once it was tested', async () => {
    const one = await reminding();
    const { personId } = await newcomer(one.director, ['DPO']);
    await one.remind();
    expect([one.due().length, (await one.onNow()).length]).toEqual([0, 0]);
    one.after(181);
    expect([await one.remind(), await one.remind()]).toEqual([1, 0]);
    await one.settle();
    expect(one.due().map((entry) => valuesOf(entry)['agreementIds'])).toEqual([[one.agreementId]]);
    expect(JSON.stringify(one.due())).toContain(personId);
    const mails = one.mails.filter(({ raw }) => readable(raw).includes('contactsDue'));
    expect(mails.length).toBeGreaterThan(0);
    expect(await one.onNow()).toHaveLength(1);
    const { agreementId: id, director } = one;
    const at = one.clock.now.toISOString();
    await testContacts({ ctx: director, input: { key: 't', agreementId: id, contactId: null, channel: null } });
    const called = { key: 'c', agreementId: id, contactId: 'c2', reached: true, at };
    expect(await noteContactCall({ ctx: director, input: called })).toMatchObject({ ok: true });
    expect(await one.onNow()).toEqual([]);
  });

  it('that there are not yet: management is told; with nobody at all nothing is said to be, until there is somebody', async () => {
    const one = await reminding();
    one.after(181);
    const { withRoles } = one.ports.people;
    one.ports.people.withRoles = async () => [];
    expect([await one.remind(), one.due()]).toEqual([0, []]);
    one.ports.people.withRoles = withRoles;
    expect(await one.remind()).toBe(1);
    await one.settle();
    expect(one.mails.some(({ to, raw }) => to === camille.email && readable(raw).includes('contactsDue'))).toBe(true);
  });

  it('are not asked for the contacts of an agreement that has ended', async () => {
    const one = await reminding();
    one.after(3 * 365);
    expect([await one.remind(), one.due()]).toEqual([0, []]);
  });

  it('are reminded by machines alone, which read no agreement again on a day on which it was said', async () => {
    const one = await reminding();
    one.after(181);
    expect(await one.remindBy(one.director)).toMatchObject({ error: { code: 'actor.forbidden' } });
    await one.remind();
    one.ports.projections.list = () => Promise.reject(new Error('read'));
    expect(await one.remind()).toBe(0);
  });

  it('who cannot be reminded hold up no alarm of the house', async () => {
    const one = await reminding();
    await newcomer(one.director, ['IM']);
    one.after(181);
    const { list } = one.ports.projections;
    one.ports.projections.list = (orgId, kind, query) =>
      kind === 'agreement' ? Promise.reject(new Error('unreadable')) : list(orgId, kind, query);
    expect(await one.settle()).toEqual({ ok: true, value: 1 });
    expect(one.mails).toHaveLength(1);
  });
});
