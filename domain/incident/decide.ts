import type { Drill } from '../deadline/pace';
import { exerciseEnded } from '../exercise/over';
import { owedStages } from '../regime/asked';
import { done, type Issue, refused, type Result } from '../shared/errors';
import { HOUR_MS, Instant } from '../shared/instant';
import { membersOf } from '../shared/membersOf';
import { type Around, unknownAgreements } from './around';
import { notAhead, outOfOrder } from './chronology';
import type { CommandOf, IncidentCommand, Signal } from './commands';
import { decideBreach } from './decideBreach';
import { decideAcknowledge, decideSubNotice, isToldAlready } from './decideSubNotice';
import { decideWork } from './decideWork';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { moveLaw } from './lawMove';
import { propose } from './propose';
import { askedOf, decideRegimeHere, owedLaws } from './regimes';
import { allowedIn, nextStage, type StageCommand } from './transitions';

type Reported = Extract<IncidentEvent, { type: 'event.reported' }>;

/** What is wrong with the instants of a signal, each by itself, while other answers may still be missing. */
export const faultsOfReport = (
  { alertedAt, detectedAt }: { alertedAt: string | null; detectedAt: string | null },
  now: Date,
): Issue[] => [
  ...outOfOrder([{ pointer: '/alertedAt', at: alertedAt && notAhead(alertedAt, now) }], now),
  ...outOfOrder([{ pointer: '/detectedAt', at: detectedAt && notAhead(detectedAt, now) }], now),
];

/** The same of a signal that is not well formed as a whole, of each instant that is one: so that all faults are told at once. */
export function faultsOfLooseReport(sent: unknown, now: Date): Issue[] {
  const { alertedAt, detectedAt } = membersOf(sent);
  const instantIn = (value: unknown): string | null => Instant.safeParse(value).data ?? null;
  return faultsOfReport({ alertedAt: instantIn(alertedAt), detectedAt: instantIn(detectedAt) }, now);
}

/** How far from UTC a day begins anywhere on earth. */
const FARTHEST_ZONE_MS = 14 * HOUR_MS;

/** A day that is named beside an instant is the one that begins then, somewhere. */
function faultsOfDay(day: string | undefined, alertedAt: string): Issue[] {
  if (day === undefined) return [];
  const apartMs = Math.abs(Date.parse(alertedAt) - Date.parse(day));
  return apartMs <= FARTHEST_ZONE_MS ? [] : [{ pointer: '/alertedDay', message: 'does not begin at `alertedAt`' }];
}

/** A signal becomes an event, or every reason why it cannot. A tool's clock that is up to a minute ahead is set to ours. */
export function decideReport(signal: Signal, now: Date, drill?: Drill): Result<Reported> {
  const { declarant, looksLike, text, systems, alertedDay, ...given } = signal;
  const alertedAt = notAhead(given.alertedAt, now);
  const detectedAt = given.detectedAt === null ? null : notAhead(given.detectedAt, now);
  const values = { ...given, alertedAt, ...(alertedDay !== undefined && { alertedDay }), detectedAt };
  const issues = [...faultsOfReport(values, now), ...faultsOfDay(alertedDay, alertedAt)];
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const contact = { declarantName: declarant.name, declarantEmail: declarant.email, declarantPhone: declarant.phone };
  return done({
    type: 'event.reported',
    values: { ...values, ...(drill && { drill }), kind: looksLike, text, systems, ...contact },
  });
}

/** A withdrawal asks nothing of anybody: it is kept with what is closed, too, and opens nothing anew (domain rules 7.5). */
const isWithdrawn = (command: IncidentCommand, { seal }: Around): boolean =>
  command.kind === 'subNotice.receive' && !command.certain && seal?.kind === 'withdrawal';

/** What a command does to an incident at `around.now`, or every reason why it may not. */
export function decide(incident: Incident, command: IncidentCommand, around: Around): Result<IncidentEvent> {
  if (
    isStageCommand(command.kind) &&
    nextStage(incident.stage, command.kind) === null &&
    !isWithdrawn(command, around)
  ) {
    const { stage: state } = incident;
    return refused({ code: 'state.refused', state, command: command.kind, allowed: allowedIn(state) });
  }
  switch (command.kind) {
    case 'triage.start':
      return done({ type: 'triage.started', values: { firstFacts: command.firstFacts } });
    case 'event.dismiss':
      return dismiss(incident, command, around);
    case 'event.reopen':
      if (around.exerciseEnded === true) return exerciseEnded;
      return done({ type: 'event.reopened', values: { reason: command.reason } });
    case 'investigation.justify':
      return done({ type: 'investigation.justified', values: { reason: command.reason } });
    case 'incident.declare': {
      const { kind: _kind, incidentKind, ...values } = command;
      if (!around.personIds.has(values.leadId)) {
        return refused({ code: 'input.invalid', issues: [{ pointer: '/leadId', message: 'no such person' }] });
      }
      return done({ type: 'incident.declared', values: { ...values, kind: incidentKind } });
    }
    case 'incident.tell': {
      const issues = unknownAgreements(command.touched, around);
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      return done({ type: 'incident.told', values: { touched: command.touched, text: command.text } });
    }
    case 'incident.close':
      return close(incident, command, around);
    case 'incident.reopen':
      if (around.exerciseEnded === true) return exerciseEnded;
      return done({ type: 'incident.reopened', values: { reason: command.reason } });
    case 'breach.suspect':
    case 'breach.extend':
    case 'aware.set':
    case 'aware.correct':
    case 'clock.release':
    case 'breach.ruleOut':
      return decideBreach(incident, command, around);
    case 'regime.concern':
    case 'regime.exclude':
    case 'regime.record':
      return decideRegimeHere(incident, command, around);
    case 'law.move':
      return moveLaw(incident, command, around);
    case 'subNotice.receive':
      return isToldAlready(incident, around) ? refused({ code: 'key.reused' }) : decideSubNotice(command, around);
    case 'subNotice.acknowledge':
      return decideAcknowledge(incident, command, around);
    case 'measure.add':
    case 'facts.record':
    case 'note.add':
    case 'breakGlass.review':
      return decideWork(incident, command, around);
  }
}

const keyedIn: readonly IncidentCommand['kind'][] = [
  'triage.start',
  'incident.declare',
  'incident.tell',
  'subNotice.acknowledge',
  'note.add',
];

/** Acts in the world that may be keyed in afterwards (feature F35); others name their own instants, or are acts of two. */
export const isKeyedIn = (kind: IncidentCommand['kind']): boolean => keyedIn.includes(kind);

const additions: readonly IncidentCommand['kind'][] = [
  'subNotice.acknowledge',
  'measure.add',
  'facts.record',
  'note.add',
  'breakGlass.review',
];

/** Additions stand whatever was decided meanwhile, and no stage refuses them. */
export const isAddition = (kind: IncidentCommand['kind']): boolean => additions.includes(kind);

const isStageCommand = (kind: IncidentCommand['kind']): kind is StageCommand => !isAddition(kind);

function dismiss(incident: Incident, command: CommandOf<'event.dismiss'>, around: Around): Result<IncidentEvent> {
  const { personalDataOnSystem, reason, breakGlassReason } = command;
  if (incident.clock.status === 'provisional') {
    const message =
      'a limit runs since a sub-processor told of a breach: declare the incident, then rule the breach out';
    return refused({ code: 'input.invalid', issues: [{ pointer: '', message }] });
  }
  const [owed] = owedStages(askedOf(incident));
  if (owed !== undefined) {
    const message = `${owed.regime} still asks for: ${owed.id}`;
    return refused({ code: 'input.invalid', issues: [{ pointer: '', message }] });
  }
  if (personalDataOnSystem && breakGlassReason === null) {
    return propose(incident, { command: 'event.dismiss', personalDataOnSystem }, reason, around);
  }
  const breakGlass = personalDataOnSystem;
  const why = breakGlass ? breakGlassReason : null;
  return done({ type: 'event.dismissed', values: { personalDataOnSystem, reason, breakGlass, breakGlassReason: why } });
}

function close(incident: Incident, command: CommandOf<'incident.close'>, around: Around): Result<IncidentEvent> {
  const { consequences, holdsDecided, lessons } = command;
  const issues: Issue[] = [];
  if (around.openNotices > 0) {
    const message = `${around.openNotices} notice(s) of this incident are still open, or owe an answer`;
    issues.push({ pointer: '', message });
  }
  if (around.openCase !== null) {
    issues.push({ pointer: '', message: `the case of our own processing is still open: ${around.openCase}` });
  }
  issues.push(...owedLaws(incident, around.elsewhere ?? null).map((message): Issue => ({ pointer: '', message })));
  if (!holdsDecided) issues.push({ pointer: '/holdsDecided', message: 'decide first what is kept as evidence' });
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const outcome = incident.clock.status === 'confirmed' ? 'breach' : 'notABreach';
  return done({ type: 'incident.closed', values: { outcome, consequences, holdsDecided: true, lessons } });
}
