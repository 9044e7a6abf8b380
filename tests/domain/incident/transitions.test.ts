import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { decide, isAddition } from '../../../domain/incident/decide';
import {
  allowedIn,
  incidentTransitions,
  nextStage,
  type Stage,
  type StageCommand,
  type Target,
} from '../../../domain/incident/transitions';
import { reportedEvent } from '../../fakes/incidentEntries';
import { aroundOf, commands, createStory, people, storyAt } from '../../fakes/incidentStory';

const stages: Stage[] = ['EVENT_NEW', 'TRIAGE', 'EVENT_CLOSED', 'INCIDENT', 'BREACH_SUSPECTED', 'BREACH', 'CLOSED'];
const kinds = Object.keys(commands).filter((kind): kind is StageCommand => !isAddition(kind as StageCommand));

/** Says of each row of the table how it is asked where one person alone cannot. */
const needsTwo: readonly string[] = [
  'TRIAGE law.move',
  'INCIDENT law.move',
  'BREACH_SUSPECTED law.move',
  'BREACH law.move',
  'BREACH breach.ruleOut',
  'BREACH aware.correct',
  'BREACH_SUSPECTED aware.correct',
];

/** What is done before, where the command needs it: another law applies, or none does. */
const needsBefore: Partial<Record<StageCommand, IncidentCommand[]>> = {
  'regime.record': [commands['regime.concern']],
  'law.move': [{ ...commands['regime.concern'], regime: 'ukTelecom', triggerAt: '2025-08-19T10:00:00.000Z' }],
  'incident.close': [commands['regime.exclude']],
};

/** Other laws are asked of what somebody looks into, until it ends (domain rules 6). */
const laws = (stage: Stage) =>
  ({ 'regime.concern': stage, 'regime.exclude': stage, 'regime.record': stage, 'law.move': stage }) as const;

/** Domain rules 7.1, written down a second time, by hand: a change of the table must be meant. */
const byHand: Record<Stage, Partial<Record<StageCommand, Target>>> = {
  EVENT_NEW: { 'triage.start': 'TRIAGE', 'subNotice.receive': 'EVENT_NEW' },
  TRIAGE: {
    ...laws('TRIAGE'),
    'event.dismiss': 'EVENT_CLOSED',
    'investigation.justify': 'TRIAGE',
    'incident.declare': 'INCIDENT|BREACH_SUSPECTED', // suspected where a sub-processor has told of a breach already
    'subNotice.receive': 'TRIAGE',
  },
  EVENT_CLOSED: { 'event.reopen': 'TRIAGE' },
  INCIDENT: {
    ...laws('INCIDENT'),
    'incident.tell': 'INCIDENT',
    'subNotice.receive': 'INCIDENT|BREACH_SUSPECTED', // a suspicion of theirs starts no clock
    'breach.suspect': 'BREACH_SUSPECTED',
    'aware.set': 'BREACH',
    'breach.ruleOut': 'INCIDENT', // asked before any suspicion: no personal data are touched
    'incident.close': 'CLOSED',
  },
  BREACH_SUSPECTED: {
    ...laws('BREACH_SUSPECTED'),
    'subNotice.receive': 'BREACH_SUSPECTED',
    'breach.extend': 'BREACH_SUSPECTED',
    'aware.set': 'BREACH',
    'aware.correct': 'BREACH',
    'breach.ruleOut': 'INCIDENT',
  },
  BREACH: {
    ...laws('BREACH'),
    'subNotice.receive': 'BREACH',
    'breach.extend': 'BREACH',
    'aware.correct': 'BREACH',
    'clock.release': 'BREACH',
    'breach.ruleOut': 'INCIDENT',
    'incident.close': 'CLOSED',
  },
  CLOSED: { 'incident.reopen': 'INCIDENT|BREACH' },
};

describe('the table of event, incident and breach (domain rules 7.1)', () => {
  it.each(stages.flatMap((from) => kinds.map((on) => [from, on, byHand[from][on] ?? 'refused'] as const)))(
    '%s on %s: %s',
    (from, on, expected) => {
      expect(nextStage(from, on) ?? 'refused').toBe(expected);
    },
  );

  it.each(incidentTransitions.filter(({ on }) => on !== 'clock.release'))('$from, $on → $to', ({ from, on, to }) => {
    const story = storyAt(from);
    for (const before of needsBefore[on] ?? []) story.act(before, people.dpo);
    story.act(commands[on], people.dpo);
    if (needsTwo.includes(`${from} ${on}`)) {
      expect(story.state().stage).toBe(from);
      story.yes(people.director);
    }
    expect(to.split('|')).toContain(story.state().stage);
  });

  it('BREACH, clock.release → BREACH once the awareness is later than what runs', () => {
    const story = storyAt('BREACH_SUSPECTED');
    story.act(commands['aware.set'], people.oncall);
    expect(story.yes(people.manager).ok).toBe(true);
    expect(story.state().stage).toBe('BREACH');
  });

  const pairs = stages.flatMap((stage) => kinds.map((kind) => ({ stage, kind })));
  const refusedPairs = pairs.filter(
    ({ stage, kind }) => !incidentTransitions.some(({ from, on }) => from === stage && on === kind),
  );
  it.each(refusedPairs)('$stage refuses $kind and says what it allows', ({ stage, kind }) => {
    expect(storyAt(stage).try(commands[kind])).toEqual({
      ok: false,
      error: { code: 'state.refused', state: stage, command: kind, allowed: allowedIn(stage) },
    });
  });

  it.each(stages)('%s takes notes, facts and measures: nobody is refused for knowing something', (stage) => {
    const story = storyAt(stage);
    for (const kind of ['note.add', 'facts.record', 'measure.add'] as const) story.act(commands[kind]);
    expect(story.state()).toMatchObject({ stage, facts: { common: { origin: 'wrong-recipient' } } });
  });

  it('a reopened breach is a breach again, a reopened incident an incident', () => {
    const breach = storyAt('BREACH');
    breach.act(commands['regime.exclude']);
    breach.act(commands['incident.close']);
    expect(breach.state().closed?.outcome).toBe('breach');
    expect(breach.act(commands['incident.reopen']).stage).toBe('BREACH');
    expect(storyAt('CLOSED').act(commands['incident.reopen']).stage).toBe('INCIDENT');
  });

  it('numbers the signal and the incident by their entries', () => {
    expect(storyAt('INCIDENT').state().reference).toEqual({ signal: 'SIG-2026-1', incident: 'INC-2026-3' });
    expect(storyAt('TRIAGE').state().reference.incident).toBeNull();
  });
});

describe('guards (domain rules 7.1)', () => {
  it('declare: who leads is a member', () => {
    for (const leadId of ['p-nobody', '', ' ']) {
      const command = { ...commands['incident.declare'], leadId };
      expect(storyAt('TRIAGE').try(command)).toMatchObject({ error: { issues: [{ pointer: '/leadId' }] } });
    }
  });

  it('close: waits for the notices and for what is kept as evidence, and says both', () => {
    const incident = storyAt('INCIDENT').act(commands['regime.exclude']);
    const command = { ...commands['incident.close'], holdsDecided: false };
    expect(decide(incident, command, aroundOf(people.manager, { openNotices: 2 }))).toMatchObject({
      error: { issues: [{ pointer: '' }, { pointer: '/holdsDecided' }] },
    });
  });

  it('tell: names agreements that exist', () => {
    const command = { ...commands['incident.tell'], touched: [{ agreementId: 'g9', role: 'both' as const }] };
    expect(storyAt('INCIDENT').try(command)).toMatchObject({
      error: { issues: [{ pointer: '/touched/0/agreementId' }] },
    });
  });

  it('suspect: from no instant after the detection, about data of somebody', () => {
    const command = { ...commands['breach.suspect'], touched: [], t0: '2026-05-13T08:00:01.000Z' };
    expect(storyAt('INCIDENT').try(command)).toMatchObject({
      error: { issues: [{ pointer: '/t0' }, { pointer: '/touched' }] },
    });
  });

  it('suspect: by default from the detection, else from the alert', () => {
    expect(storyAt('BREACH_SUSPECTED').state().clock.provisionalT0).toBe('2026-05-13T08:00:00.000Z');
    const unknown = createStory({ ...reportedEvent, values: { ...reportedEvent.values, detectedAt: null } });
    unknown.act(commands['triage.start']);
    unknown.act(commands['incident.declare']);
    expect(unknown.act(commands['breach.suspect']).clock.provisionalT0).toBe('2026-05-13T07:52:00.000Z');
  });

  it('aware: detectedAt ≤ awareAt ≤ now, what is before the alert is explained, and every fault is named', () => {
    const command = {
      ...commands['aware.set'],
      detectedAt: '2026-05-13T07:00:00.000Z',
      awareAt: '2026-05-14T00:00:00.000Z',
      gapReason: null,
      touched: [],
    };
    expect(storyAt('INCIDENT').try(command)).toMatchObject({
      error: { issues: [{ pointer: '/awareAt' }, { pointer: '/gapReason' }, { pointer: '/touched' }] },
    });
    const swapped = { ...commands['aware.set'], detectedAt: '2026-05-13T20:00:01.000Z' };
    expect(storyAt('INCIDENT').try(swapped)).toMatchObject({ error: { issues: [{ pointer: '/awareAt' }] } });
  });

  it('rule out: a mere suspicion is the DPO’s to end', () => {
    const story = storyAt('BREACH_SUSPECTED');
    expect(story.try(commands['breach.ruleOut'], people.manager)).toMatchObject({ error: { code: 'actor.forbidden' } });
    expect(story.act(commands['breach.ruleOut'], people.dpo)).toMatchObject({
      stage: 'INCIDENT',
      clock: { status: 'cancelled' },
    });
  });

  it('rule out of a breach: the DPO and one more, whoever asks first', () => {
    const story = storyAt('BREACH');
    story.act(commands['breach.ruleOut'], people.manager);
    expect(story.yes(people.director).ok).toBe(true);
    expect(story.state().stage).toBe('BREACH');
    expect(story.yes(people.dpo).ok).toBe(true);
    expect(story.state()).toMatchObject({
      stage: 'INCIDENT',
      ruledOut: { evidenceRefs: ['EV-1'], reason: 'données fictives' },
    });
  });

  it('dismiss: where personal data are on the system, a second pair of eyes', () => {
    const story = storyAt('TRIAGE');
    const command = { ...commands['event.dismiss'], personalDataOnSystem: true };
    expect(story.act(command, people.oncall).stage).toBe('TRIAGE');
    story.yes(people.manager);
    expect(story.state()).toMatchObject({ stage: 'EVENT_CLOSED', dismissed: { personalDataOnSystem: true } });
  });

  it('a nature is never added for one controller alone: one clock serves all (invariant 8)', () => {
    const command = { ...commands['facts.record'], agreementId: 'g1', natureAdded: ['availability' as const] };
    expect(storyAt('BREACH').try(command)).toMatchObject({ error: { issues: [{ pointer: '/natureAdded' }] } });
  });

  it('facts: a loss that may be is a suspicion, not a fact beside', () => {
    const command = { ...commands['facts.record'], natureAdded: ['confidentiality' as const] };
    expect(storyAt('INCIDENT').try(command)).toMatchObject({ error: { issues: [{ pointer: '/natureAdded' }] } });
    const story = storyAt('BREACH');
    expect(story.act({ ...command, natureAdded: ['availability'] }).clock.nature).toEqual([
      'confidentiality',
      'availability',
    ]);
  });
});
