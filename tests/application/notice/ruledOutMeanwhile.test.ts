import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadCase } from '../../../application/notice/readCase';
import { reachMilestone } from '../../../application/notice/reachMilestone';
import { nextMilestone } from '../../../domain/notice/nextMilestone';
import { createNoticeHouse, type House } from '../../fakes/noticeHouse';
import { becomeAware, hour, T0 } from '../../fakes/threeControllers';

let house: House;
let noticeId: string;

beforeEach(async () => {
  house = await createNoticeHouse(T0);
  await becomeAware(house);
  noticeId = (await house.noticeOf('val')).id;
  house.clock.now = new Date(hour(23.1)); // the protective notice is due
});

const ruleOut = () =>
  house.write('incident', 'i1', {
    type: 'breach.ruledOut',
    values: { evidenceRefs: ['EV-1'], reason: 'données fictives' },
  });

/** What the engine does at its protective milestone, whatever time it takes. */
const protect = () => {
  const milestone = { kind: 'protect', version: 'protective', atMs: house.clock.now.getTime() } as const;
  return reachMilestone({ ctx: house.engine, input: { noticeId, milestone } });
};
const versions = async () => (await house.noticeOf('val')).versions.map(({ kind }) => kind);
const next = async () => {
  const read = await loadCase(house.engine, noticeId);
  if (!read.ok) throw new Error(read.error.code);
  return nextMilestone(read.value, house.clock.now)?.kind;
};

describe('a breach that is ruled out while its protective notice is made', () => {
  it('is told to nobody, where it was ruled out before its letters were drawn and kept', async () => {
    const { documents } = house.ports;
    let begun: Promise<unknown> | null = null;
    house.ports.documents = {
      ...documents,
      putAll: async (...asked) => {
        begun ??= ruleOut(); // the case has been read, and said that the breach stands
        await begun;
        return documents.putAll(...asked);
      },
    };
    expect(await protect()).toEqual({ ok: true, value: null });
    expect(begun).not.toBeNull();
    expect(await versions()).toEqual([]);
    expect(house.mails).toEqual([]);
    expect(await next()).toBe('settle');
  });

  it('is told, and withdrawn to the same contacts, where the ruling out came between looking and the entry', async () => {
    const { append } = house.journal;
    let isFirst = true;
    house.journal.append = async (draft, standing) => {
      if (isFirst && draft.type === 'notice.version') {
        isFirst = false;
        await ruleOut();
      }
      return append(draft, standing);
    };
    expect(await protect()).toEqual({ ok: true, value: null });
    expect(await versions()).toEqual(['protective']);
    const told = async () => [...new Set(house.mails.map(({ to }) => to))].toSorted();
    await house.settle(noticeId, hour(23.2));
    expect(await versions()).toEqual(['protective', 'withdrawal']);
    const contacts = await told();
    expect(house.mails.length).toBe(2 * contacts.length);
    expect(await next()).not.toBe('withdraw');
  });
});
