import { expiryOf, proposalHash } from '../approval/propose';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { earliest } from '../shared/instant';
import { type Around, unknownAgreements, untouched } from './around';
import type { Proposal } from './breachValues';
import { outOfOrder } from './chronology';
import { awaitsRelease, confirm, movesLater } from './clock';
import type { CommandOf } from './commands';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { propose } from './propose';

type BreachCommand = CommandOf<
  'breach.suspect' | 'breach.extend' | 'aware.set' | 'aware.correct' | 'clock.release' | 'breach.ruleOut'
>;
type Decided = Result<IncidentEvent>;

/** Commands that move a breach's clock; the stage has been looked at (domain rules 7.1, 3.3). */
export function decideBreach(incident: Incident, command: BreachCommand, around: Around): Decided {
  switch (command.kind) {
    case 'breach.suspect':
      return suspectBreach(incident, command, around);
    case 'breach.extend':
      return extend(incident, command, around);
    case 'aware.set':
      return setAware(incident, command, around);
    case 'aware.correct':
      return correctAware(incident, command, around);
    case 'clock.release':
      return releaseClock(incident, command, around);
    case 'breach.ruleOut':
      return ruleOut(incident, command, around);
  }
}

const invalid = (issues: Issue[]): Decided => refused({ code: 'input.invalid', issues });

/** From when a suspicion counts where nobody says an earlier instant: the earliest detection, else the first alert. */
export const presumedT0 = ({ clock, report }: Pick<Incident, 'clock' | 'report'>): string =>
  clock.held.detection ?? report.alertedAt;

function suspectBreach(incident: Incident, command: CommandOf<'breach.suspect'>, around: Around): Decided {
  const { kind: _kind, t0: given, ...values } = command;
  const t0 = given ?? presumedT0(incident);
  const issues = [
    ...faultsOfSuspicion(incident, t0, around.now),
    ...unknownAgreements(command.touched, around),
    ...untouched(command),
  ];
  return issues.length > 0 ? invalid(issues) : done({ type: 'breach.suspected', values: { ...values, t0 } });
}

/** What is wrong with the instant from which a suspicion would count, while other answers may still be missing. */
export function faultsOfSuspicion(incident: Incident, t0: string | null, now: Date): Issue[] {
  const { detection } = incident.clock.held;
  const issues = outOfOrder([{ pointer: '/t0', at: t0 }], now);
  if (t0 !== null && detection !== null && Date.parse(t0) > Date.parse(detection)) {
    issues.push({ pointer: '/t0', message: `is after detectedAt (${detection}): an earlier instant is plausible` });
  }
  return issues;
}

function extend(incident: Incident, command: CommandOf<'breach.extend'>, around: Around): Decided {
  const { kind: _kind, ...values } = command;
  const { t0, touched, ownProcessing } = values;
  const floor = incident.clock.provisionalT0;
  const issues = [...outOfOrder([{ pointer: '/t0', at: t0 }], around.now), ...unknownAgreements(touched, around)];
  if (t0 !== null && incident.stage === 'BREACH') {
    issues.push({ pointer: '/t0', message: 'the awareness of a breach is corrected by aware.correct' });
  } else if (t0 !== null && floor !== null && Date.parse(t0) >= Date.parse(floor)) {
    issues.push({ pointer: '/t0', message: `is not before what runs (${floor})` });
  }
  if (t0 === null && touched.length === 0 && !ownProcessing) {
    issues.push({ pointer: '', message: 'name an agreement, own processing or an earlier t0' });
  }
  return issues.length > 0 ? invalid(issues) : done({ type: 'breach.extended', values });
}

/** Knowledge is a fact: it is recorded at once, and what it would move later waits for a second person. */
function setAware(incident: Incident, command: CommandOf<'aware.set'>, around: Around): Decided {
  const { kind: _kind, ...values } = command;
  const { awareAt } = values;
  const issues = [
    ...faultsOfAwareness(incident, { ...command, why: command.gapReason }, around.now),
    ...unknownAgreements(command.touched, around),
    ...(incident.touched.length > 0 || incident.ownProcessing ? [] : untouched(command)),
  ];
  if (issues.length > 0) return invalid(issues);
  if (!awaitsRelease(confirm(incident.clock, values, around.now.toISOString()), around.triggers)) {
    return done({ type: 'aware.set', values: { ...values, release: null } });
  }
  const release = {
    requestId: around.newId,
    requestHash: proposalHash({ command: 'clock.release', awareAt }),
    expiresAt: expiryOf(around.now),
    roles: [...around.roles],
  };
  return done({ type: 'aware.set', values: { ...values, release } });
}

function correctAware(incident: Incident, command: CommandOf<'aware.correct'>, around: Around): Decided {
  const { awareAt, detectedAt, nature, reason, breakGlassReason } = command;
  const correction = { awareAt, detectedAt, nature };
  const isLater = movesLater(incident.clock, correction);
  const issues = faultsOfAwareness(incident, { awareAt, detectedAt, why: reason }, around.now);
  if (isLater && breakGlassReason !== null) {
    issues.push({ pointer: '/breakGlassReason', message: 'one person alone never moves a running clock later' });
  }
  if (issues.length > 0) return invalid(issues);
  if (breakGlassReason !== null) {
    return done({ type: 'aware.corrected', values: { ...correction, reason, breakGlassReason } });
  }
  return propose(incident, { command: 'aware.correct', ...correction }, reason, around);
}

function releaseClock(incident: Incident, { reason }: CommandOf<'clock.release'>, around: Around): Decided {
  const { awareAt } = incident.clock;
  if (awareAt === null || !awaitsRelease(incident.clock)) {
    return invalid([{ pointer: '', message: 'no earlier clock is being kept' }]);
  }
  return propose(incident, { command: 'clock.release', awareAt }, reason, around);
}

/** That no personal data are touched, or a mere suspicion to end, is the DPO's word; a breach needs a second (rule E10). */
function ruleOut(incident: Incident, command: CommandOf<'breach.ruleOut'>, around: Around): Decided {
  const { evidenceRefs, reason } = command;
  if (incident.stage !== 'BREACH') {
    if (!around.roles.includes('DPO')) return refused({ code: 'actor.forbidden' });
    return done({ type: 'breach.ruledOut', values: { evidenceRefs, reason } });
  }
  const proposal: Proposal = { command: 'breach.ruleOut', evidenceRefs };
  return propose(incident, proposal, reason, around);
}

/** `why`: what explains an instant before the first alert. */
type Awareness = { detectedAt: string | null; awareAt: string | null; why: string | null };

/**
 * What is wrong with the instants of an awareness; one that is not given yet is stepped over. A detection that cannot be is
 * the one fault: awareness is not compared with it.
 */
export function faultsOfAwareness(incident: Incident, awareness: Awareness, now: Date): Issue[] {
  const detected = { pointer: '/detectedAt', at: awareness.detectedAt };
  const faults = outOfOrder([detected], now);
  const known = faults.length > 0 ? [] : [{ ...detected, recorded: true as const }];
  const aware = { pointer: '/awareAt', at: awareness.awareAt };
  return [...faults, ...outOfOrder([...known, aware], now), ...unexplained(incident, awareness)];
}

/**
 * What was seen may have been reported hours later: the truth is taken, however early, and the limit runs from it. That it
 * is no slip in the day is said in words, unless the report itself gave that detection.
 */
function unexplained({ report }: Incident, { detectedAt, awareAt, why }: Awareness): Issue[] {
  const { alertedAt } = report;
  const isBefore = (at: string | null, other: string) => at !== null && Date.parse(at) < Date.parse(other);
  const seen = earliest(alertedAt, report.detectedAt ?? alertedAt);
  if (why !== null || !(isBefore(detectedAt, seen) || isBefore(awareAt, alertedAt))) return [];
  return [{ pointer: '/gapReason', message: `say why: an instant is before the first alert (${alertedAt})` }];
}
