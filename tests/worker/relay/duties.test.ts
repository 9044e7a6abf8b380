import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Duty } from '../../../application/ports/gateway';
import { SubjectUnreadable } from '../../../domain/shared/unreadable';
import { createDuties } from '../../../worker/relay/createDuties';
import type { Duties } from '../../../worker/relay/duties';
import { followJournal } from '../../../worker/relay/followJournal';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, send, T0 } from '../../fakes/threeControllers';
import { createMemoryCursors } from './relayCase';

let house: House;
let duties: Duties;
beforeEach(async () => {
  house = await createNoticeHouse(T0);
  duties = createDuties(house.ports);
});

const written = (kind: 'incident' | 'notice' | 'agreement' | 'organisation', id: string, seq = 9) => ({
  orgId: 'o1',
  subject: { kind, id },
  seq,
});
const named = (found: Duty[]) => found.map(({ obligation, subjectId, seq }) => `${obligation} ${subjectId} ${seq}`);

describe('whom an entry concerns', () => {
  it('an incident’s: its follow-up and every notice of it, which it opens first', async () => {
    const ids = await becomeAware(house);
    const found = named(await duties.concerned(written('incident', 'i1')));
    expect(found.toSorted()).toEqual(
      ['incidentFollowUp i1 9', ...ids.map((id) => `processorNotice ${id} 9`)].toSorted(),
    );
  });

  it('a notice’s: that notice alone', async () => {
    expect(named(await duties.concerned(written('notice', 'n1')))).toEqual(['processorNotice n1 9']);
  });

  it('an agreement’s: the open notices under it, and of no other', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('aube');
    expect(named(await duties.concerned(written('agreement', 'aube')))).toEqual([`processorNotice ${id} 9`]);
  });

  it('the organisation’s own: nobody', async () => {
    expect(await duties.concerned(written('organisation', 'o1'))).toEqual([]);
  });
});

describe('which duties are open', () => {
  it('those of which time will make something due, each with its limit and what it rests on', async () => {
    await becomeAware(house);
    const open = await duties.open('o1');
    const limits = open.filter(({ obligation }) => obligation === 'processorNotice').map(({ dueAt }) => dueAt);
    expect(limits.toSorted()).toEqual([hour(12), hour(24), hour(48)]);
    const head = await house.journal.head('o1');
    for (const { seq } of open) expect(seq).toBeLessThanOrEqual(head);
  });

  it('not one that has been told, acknowledged and closed', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const duty = { orgId: 'o1', obligation: 'processorNotice', subjectId: id, seq: 1 } as const;
    expect(await duties.isOpen(duty)).toBe(true);
    await house.write('incident', 'i1', { type: 'breach.ruledOut', values: { evidenceRefs: ['E1'], reason: 'non' } });
    await house.settle(id, hour(1));
    expect(await duties.isOpen(duty)).toBe(false);
    expect((await duties.open('o1')).map(({ subjectId }) => subjectId)).not.toContain(id);
  });

  it('one that was sent has no limit any more, but still its ladders', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    await send(house, id);
    await house.settle(id, hour(0.5));
    const duty = (await duties.open('o1')).find(({ subjectId }) => subjectId === id);
    expect(duty).toMatchObject({ dueAt: null });
  });

  it('one that only a newer code can read stands in nobody’s way', async () => {
    await becomeAware(house);
    const { id } = await house.noticeOf('val');
    const { read } = house.ports.projections;
    house.ports.projections.read = async (orgId, kind, subjectId) => {
      if (kind === 'agreement' && subjectId === 'val') throw new SubjectUnreadable('agreement.ofTomorrow');
      return read(orgId, kind, subjectId);
    };
    const open = (await duties.open('o1')).map(({ subjectId }) => subjectId);
    expect(open).not.toContain(id);
    expect(open).toHaveLength(3);
  });
});

describe('several relays at once', () => {
  it('open and poke the same, and the second opens nothing more', async () => {
    await becomeAware(house);
    const poked: string[][] = [[], [], []];
    const alarms: unknown[] = [];
    const relays = poked.map((list) => ({
      journal: house.journal,
      cursors: createMemoryCursors(),
      duties,
      alarm: async (alarm: unknown) => void alarms.push(alarm),
      runs: {
        poke: async (duty: Duty) => void list.push(`${duty.obligation} ${duty.subjectId}`),
        tell: async () => undefined,
      },
    }));
    await Promise.all(relays.map((relay) => followJournal('o1', relay)));
    for (const list of poked) expect([...new Set(list)].toSorted()).toEqual([...new Set(poked[0])].toSorted());
    expect(new Set(poked[0]).size).toBe(4);
    expect(house.journal.entries.filter(({ type }) => type === 'notice.opened')).toHaveLength(3);
    expect(alarms).toEqual([]);
  });
});
