import { paceOf } from '../deadline/pace';
import { type Asked, answerTo, owedStages, type RunningStage, runningStages, screeningOf } from '../regime/asked';
import { withComplaint } from '../regime/complaint';
import type { RegimeCommand } from '../regime/commands';
import { decideRegime } from '../regime/decide';
import type { RegimeId } from '../regime/vocabulary';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { Around } from './around';
import type { IncidentEvent } from './events';
import type { Incident } from './incident';
import { propose } from './propose';
import { LAWS_ASKED_IN } from './transitions';

/** The case of our own processing that an incident has: what was answered there is asked there alone. */
export type Elsewhere = { id: string; reference: string; asked: Asked };

/** What is asked of an incident about other laws: those that were law at its first alert. */
export function askedOf({ regimes, attack, report }: Pick<Incident, 'regimes' | 'attack' | 'report'>): Asked {
  return { regimes: withComplaint(regimes, attack), since: report.alertedAt, pace: paceOf(report) };
}

/** Of which nobody has said whether they apply, neither here nor in the case of our own processing. */
export function unanswered(incident: Incident, elsewhere: Elsewhere | null): RegimeId[] {
  const open = screeningOf(askedOf(incident)).unanswered;
  return elsewhere === null ? open : open.filter((id) => answerTo(elsewhere.asked.regimes, id) === null);
}

/** What was answered in that case and not here. */
export const answeredElsewhere = (incident: Incident, elsewhere: Elsewhere | null): RegimeId[] =>
  elsewhere === null
    ? []
    : screeningOf(askedOf(incident)).unanswered.filter((id) => answerTo(elsewhere.asked.regimes, id) !== null);

/** What is to be done of an incident that goes on, less what the case of our own processing asks for no later. */
export function stagesHere(incident: Incident, elsewhere: Elsewhere | null, now: Date): RunningStage[] {
  if (!LAWS_ASKED_IN.some((stage) => stage === incident.stage)) return [];
  return less(runningStages(askedOf(incident), now), elsewhere);
}

const less = (stages: readonly RunningStage[], elsewhere: Elsewhere | null): RunningStage[] => {
  const others = elsewhere === null ? [] : runningStages(elsewhere.asked, new Date(0));
  return stages.filter((stage) => !others.some((other) => isCovered(stage, other)));
};

/** One act, done or owed no later in the case; a clock that runs here is stopped by no answer that one person gives there. */
function isCovered({ regime, id, t0, dueAt }: RunningStage, other: RunningStage): boolean {
  if (other.regime !== regime || other.id !== id) return false;
  if (other.sentAt !== null || t0 === null) return true;
  if (other.t0 === null) return false;
  return dueAt === null || (other.dueAt !== null && Date.parse(other.dueAt) <= Date.parse(dueAt));
}

/** Why an incident cannot be closed yet for another law's sake, in the words of the API. */
export function owedLaws(incident: Incident, elsewhere: Elsewhere | null): string[] {
  const open = unanswered(incident, elsewhere);
  return [
    ...(open.length > 0 ? [`nobody has said whether these regimes apply: ${open.join(', ')}`] : []),
    ...less(owedStages(askedOf(incident)), elsewhere).map(({ regime, id }) => `${regime} still asks for: ${id}`),
  ];
}

/** An answer counts at once, unless it puts off a limit that runs: that takes the DPO and management (invariant 4). */
export function decideRegimeHere(incident: Incident, command: RegimeCommand, around: Around): Result<IncidentEvent> {
  const issues = askedThere(incident, command, around.elsewhere ?? null);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  const decided = decideRegime(askedOf(incident), command, around);
  if (!decided.ok) return decided;
  switch (decided.value.type) {
    case 'regime.concerned': {
      const { reason, ...values } = decided.value.values;
      if (!decided.value.isAsked) return done({ type: 'regime.concerned', values: { ...values, reason } });
      return propose(incident, { command: 'regime.concern', ...values }, reason ?? '', around);
    }
    case 'regime.excluded': {
      const { values, isAsked } = decided.value;
      if (!isAsked) return done({ type: 'regime.excluded', values });
      return propose(incident, { command: 'regime.exclude', regimes: values.regimes }, values.reason ?? '', around);
    }
    case 'regime.sent':
      return done({ type: 'regime.sent', values: decided.value.values });
  }
}

/** One fact, one place. */
function askedThere(incident: Incident, command: RegimeCommand, elsewhere: Elsewhere | null): Issue[] {
  const named = command.kind === 'regime.exclude' ? command.regimes : [command.regime];
  const there = answeredElsewhere(incident, elsewhere).filter((id) => named.includes(id));
  const pointer = command.kind === 'regime.exclude' ? '/regimes' : '/regime';
  const message = `answered in the case of our own processing: ${elsewhere?.reference}`;
  return there.length === 0 ? [] : [{ pointer, message }];
}
