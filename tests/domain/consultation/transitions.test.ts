import { describe, expect, it } from '@jest/globals';
import {
  type MeasureAct,
  type MeasureState,
  measureTransitions,
  moveMeasure,
} from '../../../domain/consultation/transitions';
import type { Verdict } from '../../../domain/consultation/values';
import { decideNote } from '../../../domain/notice/decideNote';
import type { NotingCommand } from '../../../domain/notice/commands';
import { commands, createCaseStory, opening } from '../../fakes/caseStory';
import { at, caseOf, type Told, version, went } from '../../fakes/noticeStory';

/** Written down a second time, by hand, from domain.md §7.4 (last lines) and duty S3-05. */
const table: Record<MeasureState | 'NONE', Partial<Record<MeasureAct, MeasureState>>> = {
  NONE: { propose: 'PROPOSED', takeUrgently: 'TAKEN_URGENTLY' },
  PROPOSED: { agree: 'AGREED', object: 'OBJECTED', change: 'CHANGED', takeUrgently: 'TAKEN_URGENTLY' },
  AGREED: {},
  OBJECTED: {},
  CHANGED: {},
  TAKEN_URGENTLY: {},
};
const states = Object.keys(table) as (keyof typeof table)[];
const acts: MeasureAct[] = ['propose', 'agree', 'object', 'change', 'takeUrgently'];
const rows = states.flatMap((from) => acts.map((on) => ({ from, on, to: table[from][on] ?? null })));
const said = (to: MeasureState | null) => (to === null ? 'is refused' : `leads to ${to}`);

describe('a protective measure that is decided together (§7.4, S3-05)', () => {
  it.each(rows.map((row) => ({ ...row, said: said(row.to) })))('$from: $on $said', ({ from, on, to }) => {
    expect(moveMeasure(from, on)).toBe(to);
  });

  it('has no row but these', () => {
    expect(measureTransitions).toHaveLength(rows.filter(({ to }) => to !== null).length);
  });
});

const verdicts: Record<'agree' | 'object' | 'change', Verdict> = {
  agree: 'agreed',
  object: 'objected',
  change: 'changed',
};

/** Acts on a measure that is there already; a second proposal is another measure. */
const later = rows.filter(({ from, on }) => from !== 'NONE' && on !== 'propose');

describe('on the notice, in the processor’s journal', () => {
  const answer = (verdict: Verdict): NotingCommand => ({
    kind: 'answerMeasure',
    measureId: 'm1',
    verdict,
    text: 'parce que',
    contactId: 'c1',
    via: 'link',
    name: 'D',
    function: 'DPO',
  });
  const take: NotingCommand = { kind: 'takeMeasure', measureId: 'm1', declaredId: null, what: null, reason: 'urgence' };
  const commandOf = (on: MeasureAct): NotingCommand =>
    on === 'takeUrgently' ? take : answer(verdicts[on as keyof typeof verdicts]);
  const proposed: Told = [
    2,
    {
      type: 'notice.measureProposed',
      values: { measureId: 'm1', declaredId: null, what: 'Fermer.', urgentHours: null, deliverables: [] },
    },
  ];
  const base: Told[] = [[1, version(1)], ...went(1, 'accepted'), proposed];
  const way: Record<Exclude<MeasureState, 'PROPOSED'>, MeasureAct> = {
    AGREED: 'agree',
    OBJECTED: 'object',
    CHANGED: 'change',
    TAKEN_URGENTLY: 'takeUrgently',
  };
  const storyIn = (state: MeasureState | 'NONE'): Told[] => {
    if (state === 'PROPOSED' || state === 'NONE') return base;
    const decided = decideNote(caseOf(base), commandOf(way[state]), at(3));
    if (!decided.ok) throw new Error(decided.error.code);
    return [...base, [3, decided.value]];
  };

  it.each(later)('$from: $on is $to', ({ from, on, to }) => {
    const before = caseOf(storyIn(from));
    expect(before.notice.measures[0]?.state).toBe(from);
    const decided = decideNote(before, commandOf(on), at(4));
    if (to === null) {
      expect(decided).toMatchObject({ ok: false, error: { code: 'state.refused', state: from, command: on } });
      return;
    }
    if (!decided.ok) throw new Error(decided.error.code);
    expect(caseOf([...storyIn(from), [4, decided.value]]).notice.measures[0]?.state).toBe(to);
  });

  it.each([
    ['objected', '/text'],
    ['changed', '/text'],
  ] as const)('%s says why, or to what', (verdict, pointer) => {
    const decided = decideNote(caseOf(base), { ...answer(verdict), text: null } as NotingCommand, at(3));
    expect(decided).toMatchObject({ error: { code: 'input.invalid', issues: [{ pointer }] } });
  });

  it('of one that nobody proposed there is no answer; taken without proposal it says what was done', () => {
    expect(decideNote(caseOf(base), { ...answer('agreed'), measureId: 'm9' } as NotingCommand, at(3))).toMatchObject({
      error: { issues: [{ pointer: '/measureId' }] },
    });
    const unsaid = { ...take, measureId: 'm9' } as NotingCommand;
    expect(decideNote(caseOf(base), unsaid, at(3))).toMatchObject({ error: { issues: [{ pointer: '/what' }] } });
    const taken = decideNote(caseOf(base), { ...unsaid, what: 'Accès fermé.' } as NotingCommand, at(3));
    if (!taken.ok) throw new Error(taken.error.code);
    const [, second] = caseOf([...base, [3, taken.value]]).notice.measures;
    expect(second).toMatchObject({ state: 'TAKEN_URGENTLY', what: 'Accès fermé.', proposedAt: null });
  });
});

describe('on the case, in the controller’s journal', () => {
  const storyIn = (state: MeasureState | 'NONE') => {
    const story = createCaseStory();
    story.act(commands['processor.propose']);
    if (state === 'AGREED') story.act(commands['processor.decide']);
    if (state === 'OBJECTED' || state === 'CHANGED') {
      const verdict = state === 'OBJECTED' ? 'objected' : 'changed';
      story.act({ ...commands['processor.decide'], verdict, text: 'parce que' });
    }
    if (state === 'TAKEN_URGENTLY') story.act({ ...commands['processor.take'], measureId: 'm1' });
    return story;
  };
  const commandOf = (on: MeasureAct) =>
    on === 'takeUrgently'
      ? { ...commands['processor.take'], measureId: 'm1' }
      : { ...commands['processor.decide'], verdict: verdicts[on as keyof typeof verdicts], text: 'parce que' };

  it.each(later)('$from: $on is $to', ({ from, on, to }) => {
    const story = storyIn(from);
    expect(story.state().processor.measures[0]?.state).toBe(from);
    const tried = story.try(commandOf(on));
    if (to === null) {
      expect(tried).toMatchObject({ ok: false, error: { code: 'state.refused', state: from, command: on } });
      return;
    }
    expect(story.state().processor.measures[0]?.state).toBe(to);
  });

  it('the same measure is recorded once; a limit lies after the proposal', () => {
    const story = storyIn('PROPOSED');
    expect(story.try(commands['processor.propose'])).toMatchObject({ error: { issues: [{ pointer: '/measureId' }] } });
    const early = {
      ...commands['processor.propose'],
      measureId: 'm2',
      dueAt: commands['processor.propose'].proposedAt,
    };
    expect(story.try(early)).toMatchObject({ error: { issues: [{ pointer: '/dueAt' }] } });
  });

  it('has no measures where no processor told us', () => {
    const story = createCaseStory(opening({ origin: 'own' }));
    expect(story.try(commands['processor.propose'])).toMatchObject({ ok: false });
  });
});
