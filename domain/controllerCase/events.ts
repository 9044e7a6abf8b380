import { z } from 'zod';
import { ApprovalGiven, approvalRequestedValues } from '../approval/events';
import { attemptEvent, outcomeEvent, reportEvent } from '../delivery/events';
import { FileKept } from '../file/kept';
import { Note } from '../incident/workValues';
import { RegimeConcerned, RegimesExcluded, StageSent } from '../regime/answer';
import { Scored } from '../risk/scored';
import { event, laterEvent } from '../shared/event';
import { RiskDecided, RiskDecidedInWords } from './decision';
import { CaseFollowed, CasePrefilled } from './followedValues';
import { CaseInformed } from './processorSays';
import {
  ProcessorAcknowledged,
  ProcessorAnswered,
  ProcessorAsked,
  ProcessorHanded,
  ProcessorMeasureAnswered,
  ProcessorProposed,
  ProcessorTook,
} from './processorValues';
import {
  Advised,
  AuthorityAnswered,
  AuthorityAsked,
  AuthorityClosed,
  AuthorityWithdrawn,
  Brought,
  CopyExcused,
  CaseClosed,
  CaseOpened,
  CaseProposal,
  CaseRecorded,
  CaseReminded,
  Filed,
  Qualified,
  Reasoned,
  RecordExcused,
  Told,
} from './values';
import {
  PersonsBounced,
  PersonsDrafted,
  PersonsExempted,
  PersonsHeld,
  PersonsLifted,
  PersonsOrdered,
  PersonsPublished,
  PersonsRequired,
  PersonsResumed,
  PersonsSending,
  LettersPosted,
  PersonsUnreached,
  PersonsPrinted,
  PersonsTold,
  PersonsUnpublished,
} from './personsValues';

/**
 * The closed list of what a journal can say of a controller's case. No discriminated union: a type has two versions. Of what
 * was told, taken over from the incident, recorded, scored or reopened, the first moved no clock and overtook no decision
 * (docs/adr/0048, docs/adr/0055).
 */
export const CaseEvent = z.union([
  event('case.opened', CaseOpened),
  event('case.followed', CaseFollowed),
  laterEvent('case.followed', 2, CaseFollowed),
  event('case.prefilled', CasePrefilled),
  laterEvent('case.prefilled', 2, CasePrefilled),
  event('case.told', Told),
  laterEvent('case.told', 2, Told),
  event('case.informed', CaseInformed),
  event('case.brought', Brought),
  event('case.qualified', Qualified),
  event('case.recorded', CaseRecorded),
  laterEvent('case.recorded', 2, CaseRecorded),
  event('record.excused', RecordExcused),
  event('risk.advised', Advised),
  event('risk.scored', Scored),
  laterEvent('risk.scored', 2, Scored),
  event('risk.decided', RiskDecidedInWords),
  laterEvent('risk.decided', 2, RiskDecided),
  event('authority.filed', Filed),
  event('authority.asked', AuthorityAsked),
  event('authority.answered', AuthorityAnswered),
  event('authority.withdrawn', AuthorityWithdrawn),
  event('authority.closed', AuthorityClosed),
  event('authority.copyExcused', CopyExcused),
  event('persons.required', PersonsRequired),
  event('persons.exempted', PersonsExempted),
  event('persons.held', PersonsHeld),
  event('persons.resumed', PersonsResumed),
  event('persons.ordered', PersonsOrdered),
  event('persons.lifted', PersonsLifted),
  event('persons.drafted', PersonsDrafted),
  event('persons.sending', PersonsSending),
  event('persons.unreached', PersonsUnreached),
  event('persons.told', PersonsTold),
  laterEvent('persons.told', 2, LettersPosted),
  event('persons.bounced', PersonsBounced),
  event('persons.printed', PersonsPrinted),
  event('persons.published', PersonsPublished),
  event('persons.unpublished', PersonsUnpublished),
  event('processor.acknowledged', ProcessorAcknowledged),
  event('processor.asked', ProcessorAsked),
  event('processor.answered', ProcessorAnswered),
  event('processor.measureProposed', ProcessorProposed),
  event('processor.measureAnswered', ProcessorMeasureAnswered),
  event('processor.measureTaken', ProcessorTook),
  event('processor.handed', ProcessorHanded),
  event('regime.concerned', RegimeConcerned),
  event('regime.excluded', RegimesExcluded),
  event('regime.sent', StageSent),
  event('note.added', Note),
  event('file.kept', FileKept),
  event('case.reminded', CaseReminded),
  event('case.closed', CaseClosed),
  event('case.reopened', Reasoned),
  laterEvent('case.reopened', 2, Reasoned),
  event('approval.requested', approvalRequestedValues(CaseProposal)),
  event('approval.given', ApprovalGiven),
  attemptEvent,
  outcomeEvent,
  reportEvent,
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];
export type CaseEventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;

/** Entries that decide: ETag and If-Match speak of the newest. All others are additions. */
export const caseDecisions: readonly CaseEventType[] = [
  'case.opened',
  'case.followed',
  'case.qualified',
  'risk.scored',
  'risk.decided',
  'authority.filed',
  'authority.withdrawn',
  'authority.closed',
  'persons.required',
  'persons.exempted',
  'persons.held',
  'persons.resumed',
  'persons.ordered',
  'persons.lifted',
  'persons.drafted',
  'persons.sending',
  'persons.unreached',
  'persons.told',
  'persons.published',
  'persons.unpublished',
  'regime.concerned',
  'regime.excluded',
  'regime.sent',
  'case.closed',
  'case.reopened',
];

/** What one person decides by it, or two: the last voice is the effect (docs/adr/0006). */
export const isCaseDecision = (type: string): boolean =>
  type === 'approval.given' || caseDecisions.some((one) => one === type);
