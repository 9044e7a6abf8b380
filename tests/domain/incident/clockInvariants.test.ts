import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Nature, processorDue } from '../../../domain/deadline/breachClock';
import type { IncidentCommand } from '../../../domain/incident/commands';
import { foldIncident } from '../../../domain/incident/fold';
import type { Incident } from '../../../domain/incident/incident';
import { reportedEvent } from '../../fakes/incidentEntries';
import { commands, createStory, DETECTED, people } from '../../fakes/incidentStory';

const hour = (hours: number) => new Date(Date.parse(DETECTED) + hours * 3_600_000).toISOString();

/** Any act by anybody, in any order, on instants an hour apart; null: a yes to what was asked last. */
const instant = fc.integer({ min: 0, max: 12 }).map(hour);
const nature = fc.constantFrom<Nature>('confidentiality', 'availability').map((one) => [one]);
const anyCommand: fc.Arbitrary<IncidentCommand> = fc.oneof(
  fc.constantFrom<IncidentCommand>(commands['clock.release'], commands['incident.close'], commands['incident.reopen'], {
    ...commands['facts.record'],
    natureAdded: ['confidentiality'],
  }),
  fc.tuple(fc.option(instant), fc.boolean()).map(([t0, c]) => {
    return { ...commands['breach.suspect'], t0, nature: c ? ['confidentiality' as const] : [] };
  }),
  instant.map((t0) => ({ ...commands['breach.extend'], t0 })),
  fc.tuple(instant, fc.boolean()).map(([receivedAt, certain]) => {
    return { ...commands['subNotice.receive'], receivedAt, certain };
  }),
  fc.constant(commands['breach.ruleOut']),
  fc
    .tuple(instant, instant, nature)
    .map(([detectedAt, awareAt, some]) => ({ ...commands['aware.set'], detectedAt, awareAt, nature: some })),
  fc
    .tuple(instant, instant, nature, fc.constantFrom(null, 'personne ne répond'))
    .map(([detectedAt, awareAt, some, breakGlassReason]) => {
      return { ...commands['aware.correct'], detectedAt, awareAt, nature: some, breakGlassReason };
    }),
);
const anybody = fc.constantFrom(people.oncall, people.manager, people.dpo, people.director);
const anyAct = fc.record({ command: fc.option(anyCommand, { freq: 3 }), by: anybody });
const anyDetection = fc.option(instant);

function declared(detectedAt: string | null) {
  const story = createStory({ ...reportedEvent, values: { ...reportedEvent.values, detectedAt } });
  story.act(commands['triage.start']);
  story.act(commands['incident.declare']);
  return story;
}

/** From what contracts count: awareness, detection for a loss of confidentiality, detection always. */
const contracts = [
  { hours: 24, from: 'awareness', confidentialityFromDetection: false },
  { hours: 24, from: 'awareness', confidentialityFromDetection: true },
  { hours: 24, from: 'detection', confidentialityFromDetection: false },
] as const;

/** What two persons decided with this act. */
function decidedByTwo(before: Incident, after: Incident) {
  const isOld = (id: string) => before.approvals.some((old) => old.requestId === id && old.effective);
  return after.approvals.find(({ requestId, effective, voices }) => {
    const persons = new Set(voices.map(({ actorId }) => actorId));
    return effective && persons.size > 1 && !isOld(requestId);
  });
}

/** Whether it lets go what binds: asked for as such, or a correction by DPO and management. */
function letsGo(approval: Incident['approvals'][number] | undefined): boolean {
  const roles = (approval?.voices ?? []).flatMap((voice) => voice.roles);
  const isCorrection = approval?.command === 'aware.correct' && roles.includes('DPO') && roles.includes('DIR');
  return approval?.command === 'clock.release' || isCorrection;
}

/** What binds under one contract, however often a breach is ruled out, suspected again, closed and reopened. */
function bindingUnder(breachNotice: (typeof contracts)[number], reported: string | null) {
  const ms = (at: string | null | undefined) => (at === null || at === undefined ? Infinity : Date.parse(at));
  let earliestT0 = Infinity;
  let earliestDetection = ms(reported);
  return (before: Incident, after: Incident) => {
    const { clock } = after;
    const t0 = processorDue(clock, { breachNotice })?.t0;
    const byTwo = decidedByTwo(before, after);
    if (letsGo(byTwo)) [earliestT0, earliestDetection] = [Infinity, Infinity];
    earliestDetection = Math.min(earliestDetection, ms(clock.detectedAt));
    if (t0 === undefined && before.clock.status === 'confirmed') expect(byTwo?.command).toBe('breach.ruleOut');
    if (t0 === undefined) return;
    const ofConfidentiality = breachNotice.confidentialityFromDetection && clock.nature.includes('confidentiality');
    const detectionCounts = breachNotice.from === 'detection' || ofConfidentiality;
    expect(ms(t0)).toBeLessThanOrEqual(Math.min(earliestT0, detectionCounts ? earliestDetection : Infinity));
    earliestT0 = Math.min(earliestT0, ms(t0));
  };
}

describe('invariants (domain rules 7.9)', () => {
  it('4: no limit ever moves later on the word of one person, whatever the contract counts from', () => {
    fc.assert(
      fc.property(anyDetection, fc.array(anyAct, { maxLength: 25 }), (reported, acts) => {
        const story = declared(reported);
        const binding = contracts.map((notice) => bindingUnder(notice, reported));
        for (const { command, by } of acts) {
          const before = story.state();
          if (command === null) story.yes(by);
          else story.try(command, by);
          const after = story.state();
          for (const look of binding) look(before, after);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('5 and 6: each act is one entry, and replaying them, in parts or whole, gives the same state', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 15 }), fc.nat(), (acts, cut) => {
        const story = declared(DETECTED);
        for (const { command, by } of acts) {
          const count = story.entries().length;
          const decided = command === null ? story.yes(by) : story.try(command, by);
          expect(story.entries()).toHaveLength(count + (decided.ok ? 1 : 0));
        }
        const entries = story.entries();
        const at = cut % entries.length;
        const inParts = foldIncident(entries, foldIncident(entries.slice(0, at)));
        expect(inParts).toEqual(story.state());
        expect(JSON.parse(JSON.stringify(inParts))).toEqual(inParts);
      }),
      { numRuns: 100 },
    );
  });
});
