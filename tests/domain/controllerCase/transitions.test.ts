import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../domain/controllerCase/commands';
import { isAddition } from '../../../domain/controllerCase/decide';
import {
  allowedIn,
  type CaseCommandName,
  type CaseStage,
  caseTransitions,
} from '../../../domain/controllerCase/transitions';
import { caseAt, commands } from '../../fakes/caseStory';
import { people } from '../../fakes/incidentStory';

const stages: CaseStage[] = ['RECEIVED', 'BREACH', 'NOT_A_BREACH', 'CLOSED'];
const kinds = Object.keys(commands).filter((kind): kind is CaseCommandName => !isAddition(kind as CaseCommandName));

const persons: CaseCommandName[] = [
  'persons.require',
  'persons.exempt',
  'persons.hold',
  'persons.resume',
  'persons.order',
  'persons.lift',
  'persons.draft',
  'persons.send',
  'persons.tell',
  'persons.publish',
  'persons.unpublish',
];

const regimes: CaseCommandName[] = ['regime.concern', 'regime.exclude', 'regime.record'];

/** Domain rules 7.4, written down a second time, by hand: a change of the table must be meant. */
const byHand: Record<CaseStage, CaseCommandName[]> = {
  RECEIVED: [
    'case.same',
    'qualify',
    'ruleOut',
    'law.move',
    'aware.correct',
    'risk.score',
    'authority.file',
    'authority.close',
    'persons.unpublish',
    ...regimes,
  ],
  BREACH: [
    'ruleOut',
    'law.move',
    'aware.correct',
    'risk.score',
    'risk.decide',
    'authority.file',
    'authority.close',
    ...persons,
    ...regimes,
    'case.close',
  ],
  NOT_A_BREACH: [
    'authority.withdraw',
    'authority.close',
    'persons.unpublish',
    'persons.tell',
    'qualify',
    'case.close',
    ...regimes,
  ],
  CLOSED: ['case.reopen', 'persons.unpublish'],
};

describe('the table of a controller’s case (domain rules 7.4)', () => {
  it.each(stages)('%s allows what it should, and nothing else', (stage) => {
    expect(allowedIn(stage).toSorted()).toEqual(byHand[stage].toSorted());
  });

  const refusedPairs = stages.flatMap((stage) =>
    kinds
      .filter((kind) => !caseTransitions.some(({ from, on }) => from === stage && on === kind))
      .map((kind) => ({ stage, kind })),
  );
  it.each(refusedPairs)('$stage refuses $kind and says what it allows', ({ stage, kind }) => {
    expect(caseAt(stage).try(commands[kind])).toEqual({
      ok: false,
      error: { code: 'state.refused', state: stage, command: kind, allowed: allowedIn(stage) },
    });
  });

  it('RECEIVED, qualify → BREACH', () => {
    expect(caseAt('RECEIVED').act(commands.qualify, people.dpo).stage).toBe('BREACH');
  });

  it.each(['RECEIVED', 'BREACH'] as const)('%s, ruleOut → NOT_A_BREACH only with a second person', (stage) => {
    const story = caseAt(stage);
    expect(story.act(commands.ruleOut, people.dpo).stage).toBe(stage);
    expect(story.yes(people.dpo)).toMatchObject({ ok: false, error: { code: 'approval.samePerson' } });
    expect(story.yes(people.manager).ok).toBe(true);
    expect(story.state()).toMatchObject({ stage: 'NOT_A_BREACH', clock: { status: 'cancelled' } });
  });

  it.each(['RECEIVED', 'BREACH'] as const)('%s, ruleOut: two others are not enough without the DPO', (stage) => {
    const story = caseAt(stage);
    story.act(commands.ruleOut, people.manager);
    story.act(commands.ruleOut, people.director); // the same asked anew is a voice
    story.yes(people.oncall);
    expect(story.state()).toMatchObject({ stage, ruledOut: null });
    expect(story.state().approvals).toMatchObject([{ command: 'ruleOut', effective: false }]);
    expect(story.yes(people.dpo).ok).toBe(true);
    expect(story.state().stage).toBe('NOT_A_BREACH');
  });

  it('NOT_A_BREACH, qualify → BREACH: the clock runs from the instant that it had', () => {
    const story = caseAt('NOT_A_BREACH');
    const { t0 } = story.state().clock;
    expect(story.act(commands.qualify, people.dpo)).toMatchObject({
      stage: 'BREACH',
      clock: { status: 'confirmed', t0 },
    });
  });

  it('CLOSED, case.reopen → where it was', () => {
    expect(caseAt('CLOSED').act(commands['case.reopen']).stage).toBe('BREACH');
  });

  const additions = (Object.keys(commands) as CaseCommand['kind'][]).filter(isAddition);
  it('has fifteen additions', () => expect(additions).toHaveLength(15));

  it.each(stages.flatMap((stage) => additions.map((kind) => ({ stage, kind }))))(
    '$stage refuses no $kind for where it stands',
    ({ stage, kind }) => {
      const taken = caseAt(stage).try(commands[kind]);
      expect(taken.ok ? null : taken.error.code).not.toBe('state.refused');
    },
  );

  it.each(stages)('%s takes a note, and what is told', (stage) => {
    expect(caseAt(stage).act(commands['note.add']).notes).toHaveLength(1);
    expect(caseAt(stage).act(commands['told.add']).told).toHaveLength(2);
  });
});
