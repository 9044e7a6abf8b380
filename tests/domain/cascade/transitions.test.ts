import { describe, expect, it } from '@jest/globals';
import type { Around } from '../../../domain/incident/around';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { isToldAlready } from '../../../domain/incident/decideSubNotice';
import { proposedAwareness } from '../../../domain/incident/subNotice';
import type { SubNoticeSeal } from '../../../domain/incident/subNoticeValues';
import type { Stage } from '../../../domain/incident/transitions';
import { VersionKind } from '../../../domain/notice/events';
import { commands, people, storyAt } from '../../fakes/incidentStory';

type Kind = (typeof VersionKind.options)[number];
const received = commands['subNotice.receive'];
const acknowledge = commands['subNotice.acknowledge'];
const sealOf = (kind: Kind, version = 1): SubNoticeSeal => ({
  origin: 'vigie.test/sub',
  noticeId: 'n1',
  version,
  kind,
  envelopeHash: String(version).repeat(64),
});

/** What happens to a sub-notice: what came before it, the command, and what came with it. */
type Happening = { before?: Step[]; step: Step };
type Step = { command: IncidentCommand; more?: Partial<Around> };
const sealed = (kind: Kind, version = 1, more: Partial<typeof received> = {}): Step => ({
  command: { ...received, ...more },
  more: { seal: sealOf(kind, version), isPerson: false, newId: `s${version}` },
});

/** Events of domain rules 7.5: one for each kind of version that can come, then what a person or a chain adds. */
const events = {
  initial: { step: sealed('initial') },
  protective: { step: sealed('protective') },
  overdue: { step: sealed('overdue') },
  supplement: { before: [sealed('initial')], step: sealed('supplement', 2) },
  withdrawal: { step: sealed('withdrawal', 1, { certain: false }) },
  withdrawnAfter: { before: [sealed('initial')], step: sealed('withdrawal', 2, { certain: false }) },
  report: { step: sealed('report', 1, { certain: false }) },
  byHandCertain: { step: { command: received } },
  byHandSuspected: { step: { command: { ...received, certain: false } } },
  unauthorisedFirm: { step: { command: { ...received, chain: ['Inconnue SARL'] } } },
  cycleToUs: { step: { command: { ...received, chain: ['Hébergeur Fictif', 'Atelier  fictif'] } } },
  cycleOnItself: { step: { command: { ...received, chain: ['Hébergeur Fictif', 'B', 'hébergeur fictif'] } } },
  acknowledged: { before: [sealed('initial')], step: { command: { ...acknowledge, subNoticeId: 's1' } } },
  acknowledgedByHand: { before: [{ command: received, more: { newId: 's1' } }], step: { command: acknowledge } },
} satisfies Record<Kind, Happening> & Record<string, Happening>;
type Event = keyof typeof events;

const OFF = 'state.refused';

/** What a stage does with each event, by hand from the rules: stage, clock, whether an awareness is proposed; or the error. */
type Row = Record<Event, string>;
const rowOf = (certain: string, doubt: string, kept: string): Row => ({
  initial: certain,
  protective: certain,
  overdue: certain,
  supplement: certain,
  withdrawal: kept, // told everywhere, runs nothing and ends nothing: that is for two persons (ADR 0042)
  withdrawnAfter: certain,
  report: doubt,
  byHandCertain: certain,
  byHandSuspected: doubt,
  unauthorisedFirm: certain, // flagged and told, never a reason to stop
  cycleToUs: certain === OFF ? OFF : 'input.invalid /chain/1',
  cycleOnItself: certain === OFF ? OFF : 'input.invalid /chain/2',
  acknowledged: certain,
  acknowledgedByHand: certain === OFF ? OFF : 'input.invalid /subNoticeId',
});
const rows: Record<Stage, Row> = {
  EVENT_NEW: rowOf('EVENT_NEW provisional proposed', 'EVENT_NEW none', 'EVENT_NEW none'),
  TRIAGE: rowOf('TRIAGE provisional proposed', 'TRIAGE none', 'TRIAGE none'),
  EVENT_CLOSED: rowOf(OFF, OFF, 'EVENT_CLOSED none'),
  INCIDENT: rowOf('BREACH_SUSPECTED provisional proposed', 'INCIDENT none', 'INCIDENT none'),
  BREACH_SUSPECTED: rowOf(
    'BREACH_SUSPECTED provisional proposed',
    'BREACH_SUSPECTED provisional',
    'BREACH_SUSPECTED provisional',
  ),
  BREACH: rowOf('BREACH confirmed', 'BREACH confirmed', 'BREACH confirmed'),
  CLOSED: rowOf(OFF, OFF, 'CLOSED none'),
};

function outcomeOf(stage: Stage, { before = [], step }: Happening): string {
  const story = storyAt(stage);
  for (const { command, more } of before) if (!story.try(command, people.manager, more).ok) return 'state.refused';
  const decided = story.try(step.command, people.manager, step.more);
  if (!decided.ok) {
    const { error } = decided;
    return error.code === 'input.invalid' ? `${error.code} ${error.issues[0]?.pointer ?? ''}` : error.code;
  }
  const after = story.state();
  return [after.stage, after.clock.status, ...(proposedAwareness(after) === null ? [] : ['proposed'])].join(' ');
}

const happenings = Object.entries(events) as [Event, Happening][];
const cases = Object.entries(rows).flatMap(([stage, row]) =>
  happenings.map(([event, happening]) => ({ stage: stage as Stage, event, happening, expected: row[event] })),
);

describe('the table of what sub-processors tell (domain rules 7.5)', () => {
  it.each(cases)('$stage, $event: $expected', ({ stage, happening, expected }) => {
    expect(outcomeOf(stage, happening)).toBe(expected);
  });

  it('has a row for every kind of version that can come, and for every command on what came', () => {
    expect(Object.keys(events)).toEqual(expect.arrayContaining([...VersionKind.options]));
    const used = new Set(happenings.map(([, { step }]) => step.command.kind));
    const named = Object.keys(commands).filter((kind) => kind.startsWith('subNotice.'));
    expect([...used].toSorted()).toEqual(named.toSorted());
  });

  it('the same version again, by whichever envelope, is told already; a new one is not', () => {
    const story = storyAt('EVENT_NEW');
    const { command, more } = sealed('initial');
    story.act(command, people.manager, more);
    const isTold = (seal: SubNoticeSeal) => isToldAlready(story.state(), { seal });
    expect(isTold(sealOf('initial'))).toBe(true);
    expect(isTold({ ...sealOf('initial'), envelopeHash: 'f'.repeat(64) })).toBe(true);
    expect(isTold(sealOf('supplement', 2))).toBe(false);
    expect(isTold({ ...sealOf('initial'), noticeId: 'n2', envelopeHash: 'f'.repeat(64) })).toBe(false);
  });

  it('acknowledged twice is refused', () => {
    const story = storyAt('EVENT_NEW');
    const { command, more } = sealed('initial');
    story.act(command, people.manager, more);
    story.act(acknowledge);
    expect(story.try(acknowledge)).toMatchObject({ error: { issues: [{ message: 'has been acknowledged' }] } });
  });
});
