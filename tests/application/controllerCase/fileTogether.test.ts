import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { unwrittenOf } from '../../../application/controllerCase/fileTogether';
import { appendEvent } from '../../../application/entries/appendEvent';
import { fittingCases } from '../../../application/controllerCase/togetherWith';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { commands } from '../../fakes/caseStory';
import { createDuties } from '../../../worker/relay/createDuties';
import { GRACE_MS } from '../../../worker/watchdog/catchUp';
import { createWatchdog } from '../../../worker/watchdog/createWatchdog';
import { createSettleLate } from '../../../worker/watchdog/settleLate';
import { createAlikeCases, RECEIVED } from '../../fakes/alikeCases';
import { createIncidentHouse, type IncidentHouse } from '../../fakes/incidentHouse';
import { isOpen } from '../../../domain/journal/folds';
import { must } from '../../fakes/realHouse';
import { createMemoryCursors } from '../../worker/relay/relayCase';

type AlikeCases = ReturnType<typeof createAlikeCases>;

let house: IncidentHouse;
let act: AlikeCases['act'];
let read: AlikeCases['read'];
let open: AlikeCases['open'];
beforeEach(async () => {
  house = await createIncidentHouse();
  ({ act, read, open } = createAlikeCases(house));
});

const filing = (bundledWith: string[]): CaseCommand => ({
  ...commands['authority.file'],
  sentAt: house.clock.now.toISOString(),
  bundledWith,
});
const files = async (caseId: string) => (await read(caseId)).authorities.flatMap(({ filings }) => filings);

describe('E8 one notification for several cases', () => {
  it('is recorded in each, with its number and all its cases; the same request again adds nothing', async () => {
    const [first, second, third] = [await open(3), await open(4), await open(5)];
    const cases = [first, second].map((caseId) => expect.objectContaining({ caseId }));
    for (let times = 0; times < 2; times += 1) {
      must(await act(first, filing([second]), 'file'));
      for (const id of [first, second]) {
        expect(await files(id)).toMatchObject([{ type: 'initial', receiptNumber: 'FR-1', bundle: cases }]);
      }
    }
    expect(await files(third)).toEqual([]);
    const told = house.journal.entries.filter(({ type }) => type === 'authority.filed');
    expect(told.map(({ subject }) => subject.id)).toEqual([first, second]);
    expect(JSON.stringify(told.map(({ fields }) => fields['bundle']?.value))).toContain((await read(second)).reference);
  });

  /** The first of these cases is filed with all, and the process dies before the second is written. */
  async function brokenOff(): Promise<[first: string, second: string, third: string]> {
    const [first, second, third] = [await open(3), await open(4), await open(5)];
    const { append } = house.ports.journal;
    house.ports.journal.append = async (draft, ...rest) => {
      if (draft.type === 'authority.filed' && draft.subject.id === second) throw new Error('killed');
      return append(draft, ...rest);
    };
    await expect(act(first, filing([second, third]), 'file')).rejects.toThrow('killed');
    house.ports.journal.append = append;
    expect([await files(second), await files(third)]).toEqual([[], []]);
    return [first, second, third];
  }

  it('goes on where it broke off between two cases, by the same request', async () => {
    const all = await brokenOff();
    must(await act(all[0], filing(all.slice(1)), 'file'));
    expect(await Promise.all(all.map(async (id) => (await files(id)).length))).toEqual([1, 1, 1]);
  });

  type Finisher = (caseId: string) => Promise<unknown>;
  const byEntry: Finisher = (id) =>
    createDuties(house.ports).concerned({ orgId: house.dpo.orgId, subject: { kind: 'controllerCase', id }, seq: 1 });
  const bySweep: Finisher = () => createDuties(house.ports).open(house.dpo.orgId);
  const byWatchdog: Finisher = async () => {
    house.clock.now = new Date(house.clock.now.getTime() + GRACE_MS);
    const failures: unknown[] = [];
    const watchdog = createWatchdog(
      {
        ports: house.ports,
        cursors: createMemoryCursors(),
        databaseNow: async () => house.clock.now,
        acted: () => undefined,
        failed: (_where, error) => failures.push(error),
      },
      () => 20,
    );
    watchdog.start();
    await sleep(60);
    await watchdog.stop();
    expect(failures).toEqual([]);
  };

  it.each([
    ['the relay, by its entry', byEntry],
    ['the relay, by its sweep', bySweep],
    ['the watchdog', byWatchdog],
  ])('is finished by %s, once, where the process died', async (_who, finish) => {
    const all = await brokenOff();
    const request = filing(all.slice(1));
    for (let times = 0; times < 2; times += 1) await finish(all[0]);
    const [told, ...others] = await Promise.all(all.map(files));
    for (const one of others) expect(one).toEqual(told?.map((filed) => ({ ...filed, seq: expect.any(Number) })));
    must(await act(all[0], request, 'file')); // and the client that comes back adds nothing
    expect(house.journal.entries.filter(({ type }) => type === 'authority.filed')).toHaveLength(3);
  });

  it('is left to the engine for two minutes by the watchdog, which says what it did', async () => {
    const [, second] = await brokenOff();
    const watchdog = { ...house.dpo, actor: { kind: 'system' as const, id: 'watchdog' }, roles: [] };
    const settleLate = createSettleLate();
    expect(await settleLate(watchdog)).toEqual([]);
    expect(await files(second)).toEqual([]);
    house.clock.now = new Date(house.clock.now.getTime() + GRACE_MS);
    expect(await settleLate(watchdog)).toEqual(['fileTogether']);
    expect(await files(second)).toHaveLength(1);
    expect(await settleLate(watchdog)).toEqual([]);
  });

  it.each([
    ['the relay, by its sweep', bySweep],
    ['the watchdog', byWatchdog],
  ])('is finished by %s, though the first case was closed meanwhile', async (_who, finish) => {
    const all = await brokenOff();
    await end(all[0]);
    expect(isOpen('controllerCase', await read(all[0]))).toBe(false);
    for (let times = 0; times < 2; times += 1) await finish(all[0]);
    expect(await Promise.all(all.map(async (id) => (await files(id)).length))).toEqual([1, 1, 1]);
  });

  /** Ends a case, by its entry alone. */
  async function end(id: string): Promise<void> {
    const subject = { kind: 'controllerCase' as const, id };
    const { opened, revision } = await read(id);
    const told = { ladder: 'opened', about: opened.seq, step: 1, roles: [], deliverables: [] };
    let next = revision;
    for (const event of [
      { type: 'case.reminded', values: told },
      { type: 'case.closed', values: { lessons: null } },
    ]) {
      next += 1;
      const standing = { kind: 'decision' as const, revision: next };
      must(await appendEvent(house.dpo, { subject, key: `${event.type}/${id}`, event, standing }));
    }
  }

  it.each(['at its first sweep', 'after an earlier one'])(
    'is finished by the relay %s, however many cases were opened and ended since',
    async (when) => {
      const all = await brokenOff();
      const { append } = house.ports.journal;
      const duties = createDuties(house.ports);
      if (when === 'after an earlier one') {
        house.ports.journal.append = async () => Promise.reject(new Error('killed'));
        await duties.open(house.dpo.orgId);
        house.ports.journal.append = append;
      }
      await end(all[0]);
      for (let n = 0; n < 201; n += 1) await end(await open(5));
      expect(await Promise.all(all.map(async (id) => (await files(id)).length))).toEqual([1, 0, 0]);
      for (let times = 0; times < 2; times += 1) await duties.open(house.dpo.orgId);
      expect(await Promise.all(all.map(async (id) => (await files(id)).length))).toEqual([1, 1, 1]);
    },
  );

  it('leaves a case that was filed by itself meanwhile as it is, writes the others, and names it', async () => {
    const [first, second, third] = await brokenOff();
    must(await act(second, { ...filing([]), receiptNumber: 'FR-2' } as CaseCommand));
    await createDuties(house.ports).open(house.dpo.orgId);
    expect(await files(second)).toMatchObject([{ receiptNumber: 'FR-2' }]);
    expect(await files(third)).toMatchObject([{ receiptNumber: 'FR-1' }]);
    const { reference } = await read(second);
    expect(must(await act(first, filing([second, third]), 'file')).unwritten).toMatchObject([
      { caseId: second, reference },
    ]);
    expect(await unwrittenOf(house.dpo, await read(third))).toEqual([]);
  });

  it.each([
    ['of other data', { data: ['civil-status'] }, RECEIVED, ['/bundledWith/0 is not the same type of data as']],
    [
      'breached another way',
      { origins: ['spoken-disclosure'] },
      RECEIVED,
      ['/bundledWith/0 was not breached the same way'],
    ],
    ['known more than a week later', {}, '2026-05-04T08:00:00.000Z', ['/bundledWith is more than 7 days after']],
  ])('is refused for one %s, and nothing is written', async (_what, change, receivedAt, faults) => {
    const [first, second] = [await open(3, change), await open(4, {}, receivedAt)];
    const late = { delayReasons: ['toldLateByProcessor' as const], delayText: 'prévenus tard' };
    const refused = await act(first, { ...filing([second]), ...late } as CaseCommand);
    const issues = !refused.ok && refused.error.code === 'input.invalid' ? refused.error.issues : [];
    expect(issues.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(
      faults.map((fault) => expect.stringContaining(fault)),
    );
    expect([await files(first), await files(second)]).toEqual([[], []]);
    expect(await fittingCases(house.dpo, await read(first))).toEqual([]);
  });

  it('names every case that there is not, that was filed before, or that is late without a reason', async () => {
    const [first, filed, late] = [await open(3), await open(4), await open(5, {}, '2026-05-09T08:00:00.000Z')];
    must(await act(filed, filing([])));
    expect(await act(first, filing(['nowhere', first, filed, late]))).toMatchObject({
      error: {
        issues: [
          { pointer: '/bundledWith/0', message: 'is no other case' },
          { pointer: '/bundledWith/1', message: 'is no other case' },
          { pointer: '/bundledWith/2', message: 'the file with this authority stands at INITIAL_SENT' },
          { pointer: '/bundledWith/3', message: expect.stringMatching(/^the limit was/) },
          { pointer: '/bundledWith/3', message: expect.stringMatching(/^the limit was/) },
        ],
      },
    });
    expect(await files(first)).toEqual([]);
  });

  it('goes on: what completes it tells of the same cases again, while an authority is as far with each', async () => {
    const [first, second, third] = [await open(3), await open(4), await open(5)];
    const fitting = async (id: string) => (await fittingCases(house.dpo, await read(id))).map((one) => one.id);
    must(await act(first, filing([second])));
    must(await act(third, filing([]))); // the same state, but told by itself
    expect([await fitting(first), await fitting(second), await fitting(third)]).toEqual([[second], [first], []]);
    const next = (bundledWith: string[]): CaseCommand => {
      return { ...filing(bundledWith), type: 'complementary', final: false } as CaseCommand;
    };
    must(await act(second, next([first])));
    for (const id of [first, second]) {
      const file = (await read(id)).authorities[0];
      expect(file?.state).toBe('COMPLEMENTED');
      expect(file?.filings.map(({ bundle }) => bundle?.map(({ caseId }) => caseId))).toEqual([
        [first, second],
        [second, first],
      ]);
    }
    must(await act(first, { ...next([]), final: true } as CaseCommand));
    expect([await fitting(first), await fitting(second)]).toEqual([[], []]);
  });
});
