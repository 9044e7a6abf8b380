import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readBatch } from '../../../application/notice/batch';
import { readBoard } from '../../../application/notice/board';
import { noteNotice } from '../../../application/notice/noteNotice';
import { acceptNumbers, planNumbers } from '../../../application/notice/numbers';
import { deliverAll } from '../../../application/notice/sendAtOnce';
import { sendBatch } from '../../../application/notice/sendBatch';
import type { Context } from '../../../application/ports/ports';
import { nameOf, startManyControllers } from '../../fakes/manyControllers';
import { items } from '../../fakes/noticeStory';
import { must } from '../../fakes/realHouse';
import { readable } from '../../fakes/threeControllers';

const MANY = 200;
let house: Awaited<ReturnType<typeof startManyControllers>>;
let oncall: Context;
let engine: Context;

beforeAll(async () => {
  house = await startManyControllers(MANY);
  ({ oncall, engine } = house);
});
afterAll(() => house.stop());

const never = (): never => {
  throw new Error('no contact');
};
const incidentId = 'i1';
const batch = async () => must(await readBatch({ ctx: oncall, input: { incidentId } }));
const plan = async (csv: string) => must(await planNumbers({ ctx: oncall, input: { incidentId, csv } }));
const entries = async () => house.ports.journal.readWindow('o1', 0, 5_000);
const file = [
  'responsable;personnes;enregistrements;catégories',
  ...Array.from({ length: MANY }, (_, n) => `ZKREF-${n};${n + 7_000_000};${n};`),
].join('\n');

jest.setTimeout(240_000);

describe('200 controllers of one incident (F39)', () => {
  it('numbers: each bad row is named by its line, and nothing is written', async () => {
    const before = (await entries()).length;
    const csv = [
      'controller,persons,records',
      'ZKREF-1,12,3',
      `"${nameOf(2).toUpperCase()}",5,`,
      'Nobody,1,1',
      'ZKREF-1,1,1',
      'ZKREF-3,-1,1',
      'ZKREF-4,1,10000000001',
      'ZKREF-5,,',
      ',1,1',
      'ZKREF-6,1',
      '"ZKREF-7,1,1',
    ];
    const { rows, faults } = await plan(csv.slice(0, -1).join('\n'));
    expect(rows.map(({ line, after }) => [line, after])).toEqual([
      [2, { answer: 'value', text: expect.any(String), persons: 12, records: 3 }],
      [3, { answer: 'value', text: expect.any(String), persons: 5, records: null }],
    ]);
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'controllerUnknown'],
      [5, 'duplicate'],
      [6, 'personsInvalid'],
      [7, 'recordsInvalid'],
      [8, 'nothing'],
      [9, 'controllerMissing'],
      [10, 'columns'],
    ]);
    const accepted = await acceptNumbers({
      ctx: oncall,
      input: { incidentId, key: 'bad', csv: csv.slice(0, -1).join('\n'), seen: new Map() },
    });
    expect(accepted).toMatchObject({ ok: false, error: { code: 'input.invalid', issues: { length: 7 } } });
    expect(await planNumbers({ ctx: oncall, input: { incidentId, csv: csv.join('\n') } })).toMatchObject({
      error: { issues: [{ pointer: '/csv' }] },
    });
    expect((await entries()).length).toBe(before);
  });

  it('numbers: accepted as shown, each into its own draft; what moved since is refused by itself; twice is once', async () => {
    const { rows, faults } = await plan(file);
    expect(faults).toEqual([]);
    const seen = new Map(rows.map(({ fullCase, revision }) => [fullCase.notice.id, revision]));
    const [moved] = rows;
    if (moved === undefined) return never();
    const { notice } = moved.fullCase;
    const command = { kind: 'draft' as const, items: { ...notice.draft, a: 'Autre texte.' } };
    must(
      await noteNotice({
        ctx: { ...oncall, actor: { kind: 'person', id: 'paul' } },
        input: { noticeId: notice.id, key: 'p', command },
      }),
    );
    const accept = async () =>
      must(await acceptNumbers({ ctx: oncall, input: { incidentId, key: 'n', csv: file, seen } }));
    const first = await accept();
    expect(first.filter(({ result }) => result === 'written')).toHaveLength(MANY - 1);
    expect(first.find(({ noticeId }) => noticeId === notice.id)).toMatchObject({
      result: 'refused',
      error: { code: 'revision.stale', changed: [{ type: 'notice.drafted', actorId: 'paul' }] },
    });
    const count = (await entries()).length;
    expect((await accept()).filter(({ result }) => result === 'unchanged')).toHaveLength(MANY - 1);
    expect((await entries()).length).toBe(count);
    const again = await plan(file);
    expect(again.rows.filter(({ isNew }) => isNew)).toHaveLength(1);
    const [, second] = again.rows;
    expect(second?.before).toMatchObject({ persons: 7_000_001, records: 1 });
    const seenNow = new Map(again.rows.map(({ fullCase, revision }) => [fullCase.notice.id, revision]));
    must(await acceptNumbers({ ctx: oncall, input: { incidentId, key: 'n2', csv: file, seen: seenNow } }));
  });

  it('batch: one page names what is common, what differs, and everybody who is told', async () => {
    const { ready, unready, common, all } = await batch();
    expect(all).toHaveLength(MANY);
    expect(ready).toHaveLength(MANY - 1);
    expect(unready.map((one) => one.items)).toEqual([['d']]);
    expect(common.a).toBe(items.a);
    expect(common.c).toMatchObject({ persons: null, records: null });
    expect(ready.every(({ others }) => others.length === 0)).toBe(true);
  });

  it('batch: those that were chosen leave, each by its own entry; what moved since is refused alone, with who and when', async () => {
    const { ready } = await batch();
    const [kept, moved, ...others] = ready;
    if (kept === undefined || moved === undefined) return never();
    const { notice } = moved.fullCase;
    const command = {
      kind: 'draft' as const,
      items: { ...notice.draft, e: { answer: 'value' as const, text: 'Encore.' } },
    };
    must(
      await noteNotice({
        ctx: { ...oncall, actor: { kind: 'person', id: 'paul' } },
        input: { noticeId: notice.id, key: 'q', command },
      }),
    );
    const chosen = [moved, ...others].map(({ fullCase, seen }) => ({ noticeId: fullCase.notice.id, seen }));
    const input = { incidentId, key: 'b', chosen };
    const outcomes = must(await sendBatch({ ctx: oncall, input }));
    expect(outcomes.filter(({ result }) => result === 'sent')).toHaveLength(others.length);
    expect(outcomes[0]).toMatchObject({
      noticeId: notice.id,
      result: 'refused',
      error: {
        code: 'revision.stale',
        changed: [{ type: 'notice.drafted', actorId: 'paul', recordedAt: expect.any(String) }],
      },
    });
    const versions = async () => (await entries()).filter(({ type }) => type === 'notice.version');
    expect(await versions()).toHaveLength(others.length);
    expect(new Set((await versions()).map(({ subject }) => subject.id)).has(kept.fullCase.notice.id)).toBe(false);
    const repeated = must(await sendBatch({ ctx: oncall, input }));
    expect(repeated.map(({ result }) => result)).toEqual(outcomes.map(({ result }) => result));
    expect(await versions()).toHaveLength(others.length);
    expect(await sendBatch({ ctx: { ...oncall, roles: ['EC'] }, input })).toMatchObject({
      error: { code: 'actor.forbidden' },
    });
    const foreign = must(
      await sendBatch({
        ctx: oncall,
        input: { ...input, key: 'x', chosen: [{ noticeId: 'none', seen: { revision: 1, stamp: '' } }] },
      }),
    );
    expect(foreign).toEqual([{ noticeId: 'none', result: 'refused', error: { code: 'subject.unknown' } }]);
  });

  it('no mail holds the name, number or domain of another controller (invariant 8), searched in its bytes', async () => {
    const { all } = await batch();
    const gone = all.filter(({ notice }) => notice.versions.length > 0).slice(0, 12);
    for (const { notice } of gone) await deliverAll(engine, notice.id, { claim: null, after: null });
    expect(house.mails.length).toBeGreaterThanOrEqual(gone.length);
    for (const mail of house.mails) {
      const bytes = readable(mail.raw);
      const named = new Set([...bytes.matchAll(/ZKREF-(\d+)|zkarq(\d+)q/gi)].map(([, a, b]) => a ?? b));
      expect(named.size).toBe(1);
      const [own] = named;
      const counts = new Set([...bytes.matchAll(/\b7000(\d{3})\b/g)].map(([, n]) => Number(n)));
      expect([...counts]).toEqual([Number(own)]);
    }
  });

  it('board: who has not acknowledged, what was tried, whom to call next; filtered', async () => {
    const board = async (show: 'all' | 'called' | 'uncalled' | 'failed' = 'all') =>
      must(await readBoard({ ctx: oncall, input: { incidentId, show } }));
    const { rows, counts } = await board();
    expect(rows).toHaveLength(MANY - 3);
    expect(counts).toEqual({ all: MANY - 3, failed: 0, uncalled: MANY - 3, called: 0 });
    expect(rows[0]).toMatchObject({ version: 1, mails: 1, calls: [], next: { contactId: 'c1' } });
    const [first, second] = rows;
    if (first === undefined || second === undefined) return never();
    const note = (noticeId: string, command: object) =>
      noteNotice({ ctx: oncall, input: { noticeId, key: randomUUID(), command: command as never } });
    must(await note(first.fullCase.notice.id, { kind: 'logCall', contactId: 'c1', reached: false }));
    must(
      await note(second.fullCase.notice.id, {
        kind: 'acknowledge',
        version: 1,
        contactId: 'c1',
        via: 'call',
        name: 'C',
        function: 'DPO',
      }),
    );
    expect((await board()).rows).toHaveLength(MANY - 4);
    expect((await board('called')).rows.map(({ calls }) => calls)).toEqual([
      [{ who: expect.any(String), reached: false, at: expect.any(String) }],
    ]);
    expect((await board('uncalled')).rows).toHaveLength(MANY - 5);
    expect(await readBoard({ ctx: { ...oncall, roles: ['CC'] }, input: { incidentId, show: 'all' } })).toMatchObject({
      error: { code: 'actor.forbidden' },
    });
  });
});
