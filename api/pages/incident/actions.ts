import { mayCommand } from '../../../application/policies/incident';
import type { Asker } from '../../../application/policies/asker';
import type { IncidentCommand } from '../../../domain/incident/commands';
import type { Incident } from '../../../domain/incident/incident';
import { awaitsRelease } from '../../../domain/incident/clock';
import { movesLaw } from '../../../domain/incident/lawMove';
import { askedOf } from '../../../domain/incident/regimes';
import { screeningOf } from '../../../domain/regime/asked';
import { openStages } from '../../../domain/regime/asked';
import { unacknowledgedOf } from '../../../domain/incident/subNotice';
import { allowedIn } from '../../../domain/incident/transitions';
import type { CommandAct } from '../forms/commandPage';

type Kind = IncidentCommand['kind'];

/** The page of the incident on which other regimes are looked at, and from which their forms are reached. */
export const REGIMES = 'regimes';

/** In the order in which they are usually done. */
export const acts: readonly CommandAct<Kind>[] = [
  { kind: 'triage.start', segment: 'triage', label: 'ask.triage' },
  { kind: 'incident.declare', segment: 'declare', label: 'ask.declare' },
  { kind: 'breach.suspect', segment: 'suspect', label: 'ask.suspect' },
  { kind: 'aware.set', segment: 'aware', label: 'ask.aware' },
  { kind: 'subNotice.receive', segment: 'sub-notice', label: 'ask.subNotice' },
  { kind: 'subNotice.acknowledge', segment: 'acknowledge', label: 'ask.subAcknowledge' },
  { kind: 'breach.extend', segment: 'extend', label: 'ask.extend' },
  { kind: 'aware.correct', segment: 'correct', label: 'ask.correct' },
  { kind: 'clock.release', segment: 'release', label: 'ask.release' },
  { kind: 'breach.ruleOut', segment: 'rule-out', label: 'ask.ruleOut' },
  { kind: 'incident.tell', segment: 'tell', label: 'ask.tell' },
  { kind: 'facts.record', segment: 'fact', label: 'ask.fact' },
  { kind: 'measure.add', segment: 'measure', label: 'ask.measure' },
  { kind: 'note.add', segment: 'note', label: 'ask.note' },
  { kind: 'regime.exclude', segment: `${REGIMES}/exclude`, label: 'caseAsk.regimeExclude', home: REGIMES },
  { kind: 'regime.concern', segment: `${REGIMES}/{regime}/concern`, label: 'caseAsk.regimeConcern', home: REGIMES },
  { kind: 'law.move', segment: `${REGIMES}/{regime}/law`, label: 'caseAsk.law', home: REGIMES },
  { kind: 'regime.record', segment: `${REGIMES}/{regime}/stage`, label: 'caseAsk.regimeRecord', home: REGIMES },
  { kind: 'investigation.justify', segment: 'justify', label: 'ask.justify' },
  { kind: 'event.dismiss', segment: 'dismiss', label: 'ask.dismiss' },
  { kind: 'event.reopen', segment: 'reopen-event', label: 'ask.reopenEvent' },
  { kind: 'breakGlass.review', segment: 'review', label: 'ask.review' },
  { kind: 'incident.close', segment: 'close', label: 'ask.close' },
  { kind: 'incident.reopen', segment: 'reopen', label: 'ask.reopen' },
];

/** What this person may do with this incident now, in the order in which it is usually done. */
export function allowedActs(incident: Incident, asker: Asker, { exerciseEnded = false } = {}) {
  const byStage: readonly Kind[] = allowedIn(incident.stage);
  const always: readonly Kind[] = ['facts.record', 'measure.add', 'note.add'];
  return acts.filter(({ kind }) => {
    if (!mayCommand(asker, kind)) return false;
    if (exerciseEnded && (kind === 'event.reopen' || kind === 'incident.reopen')) return false; // its report stands
    if (kind === 'clock.release') return awaitsRelease(incident.clock) && byStage.includes(kind);
    if (kind === 'regime.exclude')
      return byStage.includes(kind) && screeningOf(askedOf(incident)).unanswered.length > 0;
    if (kind === 'law.move') return byStage.includes(kind) && movesLaw(incident);
    if (kind === 'regime.record') return byStage.includes(kind) && openStages(askedOf(incident)).length > 0;
    if (kind === 'subNotice.acknowledge') return unacknowledgedOf(incident).length > 0;
    if (kind === 'breakGlass.review') return incident.breakGlasses.some(({ reviewed }) => reviewed === null);
    return byStage.includes(kind) || always.includes(kind);
  });
}
