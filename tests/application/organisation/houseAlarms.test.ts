import { beforeEach, describe, expect, it } from '@jest/globals';
import { raiseAlarm } from '../../../application/organisation/raiseAlarm';
import { raiseUnreadable } from '../../../application/organisation/raiseUnreadable';
import { settleAlarms } from '../../../application/organisation/settleAlarms';
import { openNewlyImplied } from '../../../worker/watchdog/openImplied';
import { createMemoryHouse } from '../../fakes/memoryHouse';
import { asSystem, startedHouse } from '../../fakes/organisations';
import { must } from '../../fakes/realHouse';
import { createMemoryCursors } from '../../worker/relay/relayCase';

const NOW = new Date('2026-03-27T12:00:00.000Z');
const subject = { kind: 'incident', id: 'i1' } as const;

async function house() {
  const memory = createMemoryHouse(() => NOW);
  const started = await startedHouse(memory.ports);
  const system = asSystem(memory.ports, started.orgId);
  /** As a newer version would write it. */
  const writeOfTomorrow = async (key: string) => {
    const draft = { orgId: started.orgId, at: NOW.toISOString(), actor: system.actor, type: 'incident.dreamt' };
    const entry = { ...draft, subject, key, values: {}, request: '{}' };
    return must(await memory.journal.append(entry, { kind: 'addition', revision: 1 })).entry;
  };
  const alarms = () => memory.journal.entries.filter(({ type }) => type === 'alarm.raised');
  return { ...memory, ...started, system, writeOfTomorrow, alarms };
}

let one: Awaited<ReturnType<typeof house>>;
beforeEach(async () => {
  one = await house();
});

describe('an entry that cannot be read', () => {
  it('is told to management once, about its first entry, whoever finds it and wherever', async () => {
    const { system, writeOfTomorrow, alarms, mails, ports } = one;
    const first = await writeOfTomorrow('k1');
    const second = await writeOfTomorrow('k2');
    const raised = must(await raiseUnreadable({ ctx: system, input: { subject, seq: second.seq } }));
    await openNewlyImplied(system, createMemoryCursors()); // the watchdog, as if no relay were there
    expect(must(await raiseUnreadable({ ctx: system, input: { subject, seq: first.seq } }))).toEqual(raised);
    expect(alarms().map(({ fields }) => [fields['aboutSeq']?.value, fields['cause']?.value])).toEqual([
      [first.seq, 'entryUnreadable'],
    ]);
    must(await settleAlarms({ ctx: system }));
    must(await settleAlarms({ ctx: system }));
    expect(mails.map(({ to }) => to)).toEqual(['camille@exemple.fr']);
    expect(await ports.projections.read(system.orgId, 'organisation', system.orgId)).toMatchObject({
      alarmed: [first.seq],
    });
  });

  it('is found by the watchdog alone', async () => {
    const { system, writeOfTomorrow, alarms } = one;
    await writeOfTomorrow('k1');
    await openNewlyImplied(system, createMemoryCursors());
    expect(alarms()).toHaveLength(1);
  });

  it('is alarmed for by machines only', async () => {
    const { director } = one;
    const input = { aboutSeq: 1, cause: 'entryUnreadable' } as const;
    expect(await raiseAlarm({ ctx: director, input })).toMatchObject({ error: { code: 'actor.forbidden' } });
  });
});

it('alarms of versions that knew tokens alone are read as such', async () => {
  const { system, journal, ports } = one;
  const values = { aboutSeq: 3, deliverables: [] };
  const draft = { orgId: system.orgId, at: NOW.toISOString(), actor: system.actor, type: 'alarm.raised', key: 'old' };
  const entry = { ...draft, subject: { kind: 'organisation', id: system.orgId } as const, values, request: '{}' };
  must(await journal.append(entry, { kind: 'addition', revision: 1 }));
  expect((await ports.projections.read(system.orgId, 'organisation', system.orgId))?.alarmed).toEqual([3]);
});
