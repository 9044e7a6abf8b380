import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { RegimeId } from '../../domain/regime/vocabulary';
import { createCaseRun } from '../fakes/caseRun';
import { commands } from '../fakes/caseStory';
import { type DutyCase, startDutyCase } from '../fakes/dutyCase';
import { startTimeSkipping } from '../fakes/servers';
import { quietRuntime, workflowBundle } from '../fakes/workflowBundle';

/** Asked of a full case (docs/performance.md). */
const MOST_EVENTS = 300;
let env: TestWorkflowEnvironment;
let bundle: { code: string };
let run: DutyCase;

beforeAll(async () => {
  quietRuntime();
  [env, bundle] = await Promise.all([startTimeSkipping(), workflowBundle()]);
}, 120_000);
afterAll(() => env.teardown());
beforeEach(async () => {
  run = await startDutyCase(env, bundle, { isAware: false });
}, 30_000);
afterEach(() => run.stop(), 30_000);

const mailsOf = (seen: readonly { to: string }[]) => seen.map(({ to }) => to);

describe('a controller’s case', () => {
  it('tells each reminder to all whom it concerns in one act', async () => {
    const one = await createCaseRun(env, run);
    await one.until(1);
    expect(mailsOf(run.mails)).toEqual(expect.arrayContaining(['sacha@slime.example', 'alix@slime.example']));
    const { events } = await one.handle().fetchHistory();
    const acts = events?.flatMap((event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? []);
    expect(acts).toEqual(['remindOfCase', 'deliverDueOfCase']);
  }, 60_000);

  it('that is held asks each day whether the hold goes on, until somebody ends it', async () => {
    const one = await createCaseRun(env, run);
    await one.actAsDpo({ ...commands.qualify, awareAt: run.t0 });
    await one.act(commands['risk.score']);
    await one.act(commands['risk.decide']);
    await one.act({ ...commands['authority.file'], type: 'complete', sentAt: run.t0 });
    await one.act({ ...commands['persons.hold'], until: run.at(24) });
    await one.until(73);
    await one.act(commands['persons.resume']);
    await one.until(74);
    const held = one.told().filter((line) => line.includes(' hold '));
    expect(held.map((line) => line.split(' ')[0])).toEqual(['24.0', '48.0', '72.0']);
    await one.record('case-held');
  }, 60_000);

  it('that an authority asks is reminded at half, three quarters and the end of the limit that it set', async () => {
    const one = await createCaseRun(env, run);
    await one.actAsDpo({ ...commands.qualify, awareAt: run.t0 });
    await one.act(commands['risk.score']);
    await one.act(commands['risk.decide']);
    await one.act({ ...commands['authority.file'], type: 'complete', sentAt: run.t0 });
    await one.act({ ...commands['authority.ask'], askedAt: run.t0, dueAt: run.at(40) });
    await one.until(41);
    const asked = one.told().filter((line) => line.includes(' question '));
    expect(asked).toEqual(['20.0 h remind question 50', '30.0 h remind question 75', '40.0 h remind question 100']);
    await one.record('case-asked');
  }, 60_000);

  it('none of whose mails was taken asks at once to tell the persons anew', async () => {
    const one = await createCaseRun(env, run);
    await one.actAsDpo({ ...commands.qualify, awareAt: run.t0 });
    await one.act(commands['risk.score']);
    await one.act(commands['risk.decide']);
    await one.act({ ...commands['authority.file'], type: 'complete', sentAt: run.t0 });
    await one.act(commands['persons.draft']);
    one.answering('refused');
    await one.act({ ...commands['persons.send'], listId: await one.listOf(2) });
    await one.until(1);
    expect((await one.one()).persons.unreached).not.toBeNull();
    expect(one.told().at(-1)).toMatch(/ remind unreached 1$/);
    await one.record('case-unreached');
  }, 60_000);

  it('that is asked everything and answers nothing in time stays under 300 events a run, and goes on as another', async () => {
    const one = await createCaseRun(env, run, false);
    await one.until(50); // ASSESS: nobody decides until the initial notification is proposed
    await one.act({ ...commands['told.add'], receivedAt: run.at(49) });
    await one.actAsDpo({ ...commands.qualify, awareAt: run.t0 });
    await one.act(commands['risk.score']);
    await one.until(60);
    await one.actAsDpo(commands['risk.advise']);
    await one.act({ ...commands['risk.decide'], noAdviceReason: null });
    await one.until(66);
    await one.act({ ...commands['authority.file'], sentAt: run.at(65) }); // SA: in two steps, with questions
    await one.act({ ...commands['authority.ask'], askedAt: run.at(66), dueAt: run.at(86) });
    await one.actAsDpo({ ...commands['processor.ask'], askedAt: run.at(66), urgentHours: 4 });
    await one.actAsDpo({ ...commands['processor.propose'], proposedAt: run.at(66), urgentHours: 4 });
    // OTHER: a second regime with all its stages
    await one.act({ ...commands['regime.exclude'], regimes: RegimeId.options.filter((name) => name !== 'nis2') });
    const facts = { trustService: 'no', usersAffected: 'no' } as const;
    await one.act({ ...commands['regime.concern'], triggerAt: run.at(66), facts });
    await one.until(88);
    const [question] = (await one.one()).authorities.flatMap(({ questions }) => questions);
    await one.act({ ...commands['authority.answer'], questionId: question?.id ?? '', answeredAt: run.at(88) });
    await one.actAsDpo({ ...commands['processor.decide'], answeredAt: run.at(88) });
    const [ours] = (await one.one()).processor.questions;
    await one.act({ ...commands['processor.answer'], questionId: ours?.id ?? '', answeredAt: run.at(88) });
    await one.until(120); // PERSONS: neither drafted nor told
    await one.act(commands['persons.draft']);
    await one.act({ ...commands['persons.hold'], until: run.at(140) });
    await one.until(190);
    await one.act(commands['persons.resume']);
    one.answering('refused');
    await one.act({ ...commands['persons.send'], listId: await one.listOf(2) });
    await one.until(191);
    one.answering('accepted');
    await one.act({ ...commands['persons.send'], listId: await one.listOf(3, 2) });
    await one.until(192);
    await one.act({ ...commands['regime.record'], sentAt: run.at(192), delayText: 'Trop tard.' });
    await one.until(13 * 24);
    const second = { ...commands['regime.record'], stage: 'notification' as const, delayText: 'Trop tard.' };
    await one.act({ ...second, sentAt: run.at(13 * 24) });
    const final = { type: 'complementary' as const, final: true, sentAt: run.at(13 * 24) };
    await one.act({ ...commands['authority.file'], ...final });
    await one.act(commands['record.excuse']); // RECORD
    for (let day = 27; day <= 83; day += 14) await one.until(day * 24);
    await one.act({ ...second, stage: 'final', sentAt: run.at(83 * 24) });
    await one.act({ ...commands['authority.close'], ground: 'silence' });
    await one.act(commands['case.close']);
    await one.handle().result(); // its run ends by itself, soon after
    await one.until(84 * 24);

    const ladders = new Set((await one.one()).reminded.map(({ ladder }) => ladder));
    const asked = ['opened', 'authority', 'propose', 'reassess', 'question', 'processor', 'measure', 'draft', 'hold'];
    const andThen = ['unreached', 'complement', 'silence', 'nis2.earlyWarning', 'nis2.notification', 'nis2.final'];
    expect([...ladders]).toEqual(expect.arrayContaining([...asked, ...andThen]));
    expect((await one.handle().describe()).status.name).toBe('COMPLETED');
    const lengths = [...one.events.values()];
    const [longest] = [...one.events].toSorted(([, a], [, b]) => b - a);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    process.stdout.write(`events of the longest case: ${total} over runs of ${lengths.join(', ')}\n`);
    process.stdout.write(`reminders ${one.told().length}, mails of reminders ${run.mails.length}\n`);
    expect(longest?.[1]).toBeLessThanOrEqual(MOST_EVENTS);
    await one.record('case-longest', longest?.[0]);
  }, 300_000);
});
