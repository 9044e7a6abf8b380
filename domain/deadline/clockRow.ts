import type { RecordNeed } from '../controllerCase/recordRegion';
import type { StageName } from '../regime/vocabulary';
import type { Role } from '../shared/roles';
import type { Clock } from './clockState';

/** What somebody owes, named by what must be done. */
export const OBLIGATIONS = [
  'notice',
  'delivery',
  'supplement',
  'passOn',
  'item',
  'acknowledgement',
  'question',
  'measureWord',
  'lateReason',
  'triage',
  'investigation',
  'assessment',
  'approval',
  'breakGlassReview',
  'authority',
  'riskDecision',
  'complement',
  'authorityQuestion',
  'processorAnswer',
  'measureDecision',
  'persons',
  'regime',
  'authoritySilence',
  'authorityWithdrawal',
  'recordAwaited',
] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

/** Where a limit comes from: the law and the contract bind; a promise was made to somebody; a procedure is our own. */
export type DutySource = 'law' | 'authority' | 'contract' | 'promise' | 'procedure';

/** What Vigie does without anybody, and when. */
export type AloneAct =
  | { act: 'protect' | 'overdue' | 'deliver' | 'withdraw' | 'report'; at: string }
  | { act: 'remind'; at: string; roles: readonly Role[]; toContacts: boolean };

/** One clock that burns, or was met. Ids only: who may read which name is the caller's matter. */
export type ClockRow = {
  obligation: Obligation;
  clock: Clock;
  /** t0 is still to be confirmed by a person. */
  provisional: boolean;
  source: DutySource;
  /** Hours that the source gives; null for a promised instant. */
  hours: number | null;
  /** Of a controller's case: the incident of our own that it belongs to, if any. */
  incidentId: string | null;
  /** Of a controller's case; null for everything else. */
  caseId: string | null;
  noticeId: string | null;
  /** Agreement of the controller that waits; null for what stays inside. */
  agreementId: string | null;
  item: 'c' | 'd' | 'e' | null;
  /** Of a controller's case: what of its record is to be known by then; empty for everything else. */
  fields: readonly RecordNeed[];
  /** Where authorities of several countries have to be told of a case: whose; null for everything else. */
  country: string | null;
  /** Stage of a neighbouring regime; null for everything else. */
  stage: StageName | null;
  roles: readonly Role[];
  /** Persons who have given their voice: it waits for somebody else. */
  voices: readonly string[];
  alone: AloneAct | null;
};

/** A row of our own procedure that says no more than what it is told. */
export const plainRow = {
  provisional: false,
  source: 'procedure',
  hours: null,
  incidentId: null,
  caseId: null,
  noticeId: null,
  agreementId: null,
  item: null,
  fields: [],
  country: null,
  stage: null,
  voices: [],
  alone: null,
} satisfies Partial<ClockRow>;
