import { describe, expect, it } from '@jest/globals';
import { caseRungs } from '../../../domain/controllerCase/ladders';
import { nextMilestone } from '../../../domain/controllerCase/nextMilestone';
import { toHand, unacknowledged } from '../../../domain/controllerCase/processor';
import { caseRows } from '../../../domain/deadline/caseRows';
import { caseAt, commands, createCaseStory, LIMIT, NOW, opening } from '../../fakes/caseStory';

const faultsOf = (refusal: ReturnType<ReturnType<typeof createCaseStory>['try']>): string[] =>
  refusal.ok || refusal.error.code !== 'input.invalid' ? [] : refusal.error.issues.map(({ pointer }) => pointer);

describe('acknowledging to the processor (each side records its own)', () => {
  it('is once for each version, the newest where none is named', () => {
    const story = createCaseStory();
    story.act(commands['told.add']); // version 2
    expect(unacknowledged(story.state())).toEqual([1, 2]);
    const one = story.act({ ...commands['processor.acknowledge'], version: null });
    expect(one.processor.acknowledged.map(({ version }) => version)).toEqual([2]);
    expect(unacknowledged(one)).toEqual([1]);
    expect(faultsOf(story.try({ ...commands['processor.acknowledge'], version: 2 }))).toEqual(['/version']);
    expect(faultsOf(story.try({ ...commands['processor.acknowledge'], version: 3 }))).toEqual(['/version']);
  });

  it('of what came without a version has none', () => {
    const story = createCaseStory(opening({ version: null }));
    const one = story.act({ ...commands['processor.acknowledge'], version: null });
    expect([one.processor.acknowledged[0]?.version, unacknowledged(one)]).toEqual([null, []]);
  });

  it('is neither before it was received nor tomorrow', () => {
    const story = createCaseStory();
    for (const acknowledgedAt of ['2026-03-10T13:19:00.000Z', '2026-03-11T14:00:00.000Z']) {
      expect(faultsOf(story.try({ ...commands['processor.acknowledge'], acknowledgedAt }))).toEqual([
        '/acknowledgedAt',
      ]);
    }
  });
});

describe('handing to the processor’s notice', () => {
  const ask = (story: ReturnType<typeof createCaseStory>) =>
    story.write({
      type: 'processor.asked',
      values: {
        questionId: `q${story.entries().length}`,
        askedAt: NOW,
        dueAt: LIMIT,
        urgent: true,
        text: '?',
        byItself: true,
        deliverables: [],
      },
    });

  it('comes behind mails and reminders that are due, and later where it has failed', () => {
    const story = createCaseStory();
    const { seq: about } = ask(story);
    const late = new Date(LIMIT);
    const said: string[] = [];
    for (;;) {
      const next = nextMilestone(story.state(), late);
      if (next?.kind !== 'remind') break;
      const { ladder, about: of, step, roles } = next;
      said.push(`${ladder} ${step}`);
      story.write({ type: 'case.reminded', values: { ladder, about: of, step, roles: [...roles], deliverables: [] } });
    }
    expect(said.toSorted()).toEqual(['authority 100', 'opened 1', 'processor 100', 'propose 66']);
    expect(nextMilestone(story.state(), late)).toEqual({ kind: 'hand', about, atMs: Date.parse(NOW) });
    const putOff = nextMilestone(story.state(), late, { handFromMs: late.getTime() + 60_000 });
    expect(putOff).toEqual({ kind: 'hand', about, atMs: late.getTime() + 60_000 });
  });

  it('is of twenty questions within an hour; the next waits until that is over', () => {
    const story = createCaseStory();
    for (let asked = 0; asked < 21; asked += 1) ask(story);
    const handed = (about: number, at: string) =>
      story.write({ type: 'processor.handed', values: { about, result: 'taken' } }, at);
    const [first, ...others] = toHand(story.state()).map(({ about }) => about);
    const last = others.pop() ?? 0;
    handed(first ?? 0, '2026-03-10T14:05:00.000Z');
    for (const about of others) handed(about, '2026-03-10T14:10:00.000Z');
    expect(toHand(story.state())).toEqual([{ about: last, atMs: Date.parse('2026-03-10T15:05:00.000Z') }]);
  });
});

describe('asking the processor (domain rules 7.4)', () => {
  it('gives five working days, to the end of the fifth (3.4), or urgent hours', () => {
    const story = createCaseStory();
    story.act(commands['processor.ask']); // a Tuesday
    const { processor } = story.act({ ...commands['processor.ask'], urgentHours: 4 });
    expect(processor.questions.map(({ dueAt, urgent }) => [dueAt, urgent])).toEqual([
      ['2026-03-17T23:00:00.000Z', false],
      ['2026-03-10T18:00:00.000Z', true],
    ]);
  });

  it('waits for one answer, kept beside the question', () => {
    const story = createCaseStory();
    const questionId = story.act(commands['processor.ask']).processor.questions[0]?.id ?? '';
    expect(caseRows(story.state(), new Date(NOW)).map(({ obligation }) => obligation)).toContain('processorAnswer');
    const answer = { ...commands['processor.answer'], questionId };
    const { processor } = story.act(answer);
    expect(processor.questions[0]).toMatchObject({ answeredAt: NOW, answer: 'Quarante et un.' });
    expect(caseRows(story.state(), new Date(NOW)).map(({ obligation }) => obligation)).not.toContain('processorAnswer');
    expect(faultsOf(story.try(answer))).toEqual(['/questionId']);
    expect(faultsOf(story.try(commands['processor.answer']))).toEqual(['/questionId']);
  });

  it('has its working days where it is not urgent: half, day 4 and day 5 at 09:00, the limit (7.7)', () => {
    const story = createCaseStory();
    story.act(commands['processor.ask']);
    const rungs = caseRungs(story.state(), new Date(NOW)).filter(({ ladder }) => ladder === 'processor');
    expect(rungs.map(({ roles }) => roles.join())).toEqual(['IM', 'IM,DPO', 'DPO', 'DIR']);
    const mornings = rungs.slice(1, 3).map(({ atMs }) => new Date(atMs).toISOString().slice(11));
    expect(mornings).toEqual(['08:00:00.000Z', '08:00:00.000Z']);
  });

  it('reminds incident manager and DPO, then management, while no answer comes', () => {
    const story = createCaseStory();
    story.act({ ...commands['processor.ask'], urgentHours: 4 });
    const rungs = caseRungs(story.state(), new Date(NOW)).filter(({ ladder }) => ladder === 'processor');
    expect(rungs.map(({ step, roles, atMs }) => [step, roles, new Date(atMs).toISOString()])).toEqual([
      [75, ['IM', 'DPO'], '2026-03-10T17:00:00.000Z'],
      [100, ['DPO', 'DIR'], '2026-03-10T18:00:00.000Z'],
    ]);
    expect(nextMilestone(caseAt('CLOSED').state(), new Date('2027-01-01T00:00:00.000Z'))).not.toMatchObject({
      ladder: 'processor',
    });
  });

  it.each(['processor.acknowledge', 'processor.ask', 'processor.answer'] as const)(
    '%s is refused where no processor told us',
    (kind) => {
      const story = createCaseStory(opening({ origin: 'own' }));
      expect(faultsOf(story.try(commands[kind]))).toEqual(['']);
    },
  );

  it.each(['RECEIVED', 'BREACH', 'NOT_A_BREACH', 'CLOSED'] as const)('stands at every stage: %s', (stage) => {
    expect(caseAt(stage).try(commands['processor.ask']).ok).toBe(true);
  });
});
