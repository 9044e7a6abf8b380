import { z } from 'zod';
import { ApprovalGiven, approvalRequestedValues } from '../approval/events';
import { attemptEvent, outcomeEvent, reportEvent } from '../delivery/events';
import { event } from '../shared/event';
import { RegimesExcluded, StageSent } from '../regime/answer';
import { AwareCorrected, AwareSet, Extended, Proposal, RegimeConcernedHere, RuledOut, Suspected } from './breachValues';
import {
  Closed,
  Declared,
  Dismissed,
  InvestigationJustified,
  Reopened,
  Reported,
  Reviewed,
  Told,
  TriageStarted,
} from './reportValues';
import { SubNoticeAcknowledged, SubNoticeReceived } from './subNoticeValues';
import { FactsRecorded, Measure, Note, PeopleTold, RegimeReminded } from './workValues';

/** The closed list of what a journal can say of an event, the incident it becomes and the breach it may be. */
export const IncidentEvent = z.discriminatedUnion('type', [
  event('event.reported', Reported),
  event('triage.started', TriageStarted),
  event('event.dismissed', Dismissed),
  event('event.reopened', Reopened),
  event('incident.declared', Declared),
  event('incident.told', Told),
  event('breach.suspected', Suspected),
  event('breach.extended', Extended),
  event('aware.set', AwareSet),
  event('aware.corrected', AwareCorrected),
  event('breach.ruledOut', RuledOut),
  event('subNotice.received', SubNoticeReceived),
  event('subNotice.acknowledged', SubNoticeAcknowledged),
  event('measure.added', Measure),
  event('facts.recorded', FactsRecorded),
  event('note.added', Note),
  event('investigation.justified', InvestigationJustified),
  event('incident.closed', Closed),
  event('incident.reopened', Reopened),
  event('approval.requested', approvalRequestedValues(Proposal)),
  event('approval.given', ApprovalGiven),
  event('review.done', Reviewed),
  event('people.told', PeopleTold),
  event('regime.concerned', RegimeConcernedHere),
  event('regime.excluded', RegimesExcluded),
  event('regime.sent', StageSent),
  event('regime.reminded', RegimeReminded),
  attemptEvent,
  outcomeEvent,
  reportEvent,
]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;
export type IncidentEventType = IncidentEvent['type'];

/** Entries that decide: ETag and If-Match speak of the newest. All others are additions. */
export const incidentDecisions: readonly IncidentEventType[] = [
  'event.reported',
  'triage.started',
  'event.dismissed',
  'event.reopened',
  'incident.declared',
  'incident.told',
  'breach.suspected',
  'breach.extended',
  'aware.set',
  'aware.corrected',
  'breach.ruledOut',
  'subNotice.received',
  'regime.concerned',
  'regime.excluded',
  'regime.sent',
  'incident.closed',
  'incident.reopened',
];
