/** Event, incident and breach are kept apart by stage (duty S3-09). */
export type Stage = 'EVENT_NEW' | 'TRIAGE' | 'EVENT_CLOSED' | 'INCIDENT' | 'BREACH_SUSPECTED' | 'BREACH' | 'CLOSED';

/** Commands that the stage allows or refuses. Notes, measures and facts are additions, refused by no stage but as listed. */
export type StageCommand =
  | 'triage.start'
  | 'event.dismiss'
  | 'event.reopen'
  | 'investigation.justify'
  | 'incident.declare'
  | 'incident.tell'
  | 'breach.suspect'
  | 'breach.extend'
  | 'aware.set'
  | 'aware.correct'
  | 'clock.release'
  | 'subNotice.receive'
  | 'breach.ruleOut'
  | 'regime.concern'
  | 'regime.exclude'
  | 'regime.record'
  | 'law.move'
  | 'incident.close'
  | 'incident.reopen';

/**
 * `INCIDENT|BREACH`: back to where it was, a breach if its awareness stands. `INCIDENT|BREACH_SUSPECTED`: suspected if a
 * provisional clock runs, as it does once a sub-processor has told of a breach with certainty.
 */
export type Target = Stage | 'INCIDENT|BREACH' | 'INCIDENT|BREACH_SUSPECTED';

/** Another law may apply whether or not personal data are touched: to any incident, and to an attack from its first hour. */
const LAWS = ['regime.concern', 'regime.exclude', 'regime.record', 'law.move'] as const;
export const LAWS_ASKED_IN = ['TRIAGE', 'INCIDENT', 'BREACH_SUSPECTED', 'BREACH'] as const;

/**
 * Domain rules 7.1 and 7.5, and four rows that they imply: an investigation that lasts is justified, an incident may touch no
 * personal data, a breach may touch more controllers, and the second person's yes releases the earlier clock. What is not here is refused.
 */
export const incidentTransitions: readonly { from: Stage; on: StageCommand; to: Target }[] = [
  ...LAWS_ASKED_IN.flatMap((stage) => LAWS.map((on) => ({ from: stage, on, to: stage }))),
  { from: 'EVENT_NEW', on: 'triage.start', to: 'TRIAGE' },
  { from: 'EVENT_NEW', on: 'subNotice.receive', to: 'EVENT_NEW' },
  { from: 'TRIAGE', on: 'event.dismiss', to: 'EVENT_CLOSED' },
  { from: 'TRIAGE', on: 'investigation.justify', to: 'TRIAGE' },
  { from: 'TRIAGE', on: 'incident.declare', to: 'INCIDENT|BREACH_SUSPECTED' },
  { from: 'TRIAGE', on: 'subNotice.receive', to: 'TRIAGE' },
  { from: 'EVENT_CLOSED', on: 'event.reopen', to: 'TRIAGE' },
  { from: 'INCIDENT', on: 'incident.tell', to: 'INCIDENT' },
  { from: 'INCIDENT', on: 'subNotice.receive', to: 'INCIDENT|BREACH_SUSPECTED' },
  { from: 'INCIDENT', on: 'breach.suspect', to: 'BREACH_SUSPECTED' },
  { from: 'INCIDENT', on: 'aware.set', to: 'BREACH' },
  { from: 'INCIDENT', on: 'breach.ruleOut', to: 'INCIDENT' },
  { from: 'INCIDENT', on: 'incident.close', to: 'CLOSED' },
  { from: 'BREACH_SUSPECTED', on: 'subNotice.receive', to: 'BREACH_SUSPECTED' },
  { from: 'BREACH_SUSPECTED', on: 'breach.extend', to: 'BREACH_SUSPECTED' },
  { from: 'BREACH_SUSPECTED', on: 'aware.set', to: 'BREACH' },
  { from: 'BREACH_SUSPECTED', on: 'aware.correct', to: 'BREACH' },
  { from: 'BREACH_SUSPECTED', on: 'breach.ruleOut', to: 'INCIDENT' },
  { from: 'BREACH', on: 'subNotice.receive', to: 'BREACH' },
  { from: 'BREACH', on: 'breach.extend', to: 'BREACH' },
  { from: 'BREACH', on: 'aware.correct', to: 'BREACH' },
  { from: 'BREACH', on: 'clock.release', to: 'BREACH' },
  { from: 'BREACH', on: 'breach.ruleOut', to: 'INCIDENT' },
  { from: 'BREACH', on: 'incident.close', to: 'CLOSED' },
  { from: 'CLOSED', on: 'incident.reopen', to: 'INCIDENT|BREACH' },
];

export function nextStage(from: Stage, on: StageCommand): Target | null {
  return incidentTransitions.find((row) => row.from === from && row.on === on)?.to ?? null;
}

/** What this stage allows, for a person who was refused. */
export const allowedIn = (stage: Stage): StageCommand[] =>
  incidentTransitions.filter(({ from }) => from === stage).map(({ on }) => on);
