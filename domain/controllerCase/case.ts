import type { BreachRecord, RecordField } from '../authority/breachRecord';
import type { Approval } from '../approval/approval';
import type { Outgoing } from '../delivery/outbox';
import type { KeptFile } from '../file/kept';
import type { Mark } from '../incident/incident';
import type { Note } from '../incident/workValues';
import type { Folded } from '../journal/states';
import type { Risk } from '../risk/scales';
import type { Scored } from '../risk/scored';
import type { AuthorityFile, AuthorityRegion } from './authority';
import type { CaseClock } from './clock';
import { competentFiles, isUntold, toldAllAt } from './competence';
import type { Await } from './awaited';
import type { TakenFrom } from './completeRecord';
import { type Decision, excusesAuthority } from './decision';
import type { CaseFollowed } from './followedValues';
import type { Since } from './growth';
import { begunSending, type Persons, type Sending } from './persons';
import type { Dealings } from './processor';
import type { Informed } from './processorSays';
import type { Regimes } from '../regime/asked';
import { isUntoldAnew } from './standing';
import type { CaseStage } from './transitions';
import type { CaseOpened, CaseProposal, CaseReminded, Told } from './values';
import type { Excuse } from './recordRegion';

export type Advice = Mark & { risk: Risk | null; text: string | null };
export type ClockMove = Mark & { type: string; before: CaseClock; after: CaseClock };

/** A breach seen from the controller: what it was told, what it decided, whom it told (domain rules 7.4). */
export type ControllerCase = Folded & {
  stage: CaseStage;
  /** `CTL-…`, numbered by its first entry. */
  reference: string;
  opened: CaseOpened & Mark;
  /** Everything that was told, the first included. */
  told: readonly (Told & Mark)[];
  /** Entry of the newest telling, after the first, that may be news of a breach; 0 for none. Tellings of old versions are none. */
  newsSeq: number;
  /** Newest entry that said more persons, data or natures than were known. Entries of old versions did not. */
  grown: Since | null;
  /** Newest assessment that came to anything else than the one on which the risk was decided. */
  rescored: Since | null;
  /** Whose sealed notice it is; null where none came. */
  source: Told['source'];
  nature: CaseOpened['nature'];
  /** Where the incident of our own stands that it follows; null where it follows none. */
  followed: (CaseFollowed & Mark) | null;
  /** What the register and the authority's form ask, as persons said it here. */
  said: BreachRecord;
  /** By which entry each field was said last. */
  saidAt: Readonly<Partial<Record<RecordField, number>>>;
  /** What sealed versions of the processor's notice say as values, in the order in which they came. */
  informed: readonly Informed[];
  /** The same as that incident says it, its newest entry that was read for it, and by which entry of the case each field was. */
  taken: { incidentSeq: number; record: BreachRecord; toldAt: ControllerCase['saidAt'] } | null;
  /** The same as far as it is known at all: where persons are silent, what is taken over. */
  record: BreachRecord;
  /** From where a field of the record was taken; one that is not named was said here. */
  takenFrom: TakenFrom;
  /** Why fields of the record stay open for good. */
  excuses: readonly Excuse[];
  /** By when fields of the record will be known; those that are meanwhile are told from the record. */
  awaits: readonly Await[];
  clock: CaseClock;
  clockHistory: readonly ClockMove[];
  qualified: (Mark & { reason: string | null }) | null;
  ruledOut: (Mark & { evidenceRefs: readonly string[]; reason: string | null }) | null;
  advices: readonly Advice[];
  /** Newest last. Each decision keeps the one that it rests on. */
  scores: readonly (Scored & Mark)[];
  /** Newest last: the one that counts. */
  decisions: readonly Decision[];
  authorities: readonly AuthorityFile[];
  persons: Persons;
  /** What we said to the processor, and what it answered. */
  processor: Dealings;
  regimes: Regimes;
  /** By which entry its cause was first said to be an attack; another cause said later ends nothing that runs (invariant 4). */
  attack: Mark | null;
  notes: readonly (Note & Mark)[];
  /** What was kept with it, the bytes apart; in the order in which it came. */
  files: readonly KeptFile[];
  approvals: readonly Approval<CaseProposal>[];
  reminded: readonly (Pick<CaseReminded, 'ladder' | 'about' | 'step'> & { at: string })[];
  outbox: readonly Outgoing[];
  closed:
    | (Mark & {
        lessons: string | null;
        unreachedReason?: string | null | undefined;
        /** The case of the same breach that goes on. */
        sameAs?: { caseId: string; reference: string } | undefined;
      })
    | null;
};

/** What leaves for persons now; null while nothing does, be it for a hold. In an exercise nobody is told (invariant 12). */
export const openSending = ({ stage, opened, persons }: ControllerCase): Sending | null =>
  stage === 'BREACH' && !opened.exercise && persons.state === 'SENDING' ? begunSending(persons) : null;

export const decisionOf = ({ decisions }: Pick<ControllerCase, 'decisions'>): Decision | null =>
  decisions.at(-1) ?? null;

type Known = Pick<ControllerCase, 'decisions' | 'told' | 'grown'>;

/** Whether nothing was told after it that it could not know of; before a decision the record may be filled in beside it. */
const isCurrent = ({ seq }: Mark, { told, grown, ...one }: Known): boolean => {
  const decidedSeq = decisionOf(one)?.seq ?? Infinity;
  const isOutgrown = grown !== null && grown.seq > Math.max(seq, decidedSeq);
  return told.every((each) => each.seq < seq) && !isOutgrown;
};

/** The newest score, where nothing was told after it; null where the risk has to be scored before it is decided. */
export function currentScore({ scores, ...one }: Pick<ControllerCase, 'scores'> & Known): (Scored & Mark) | null {
  const score = scores.at(-1) ?? null;
  return score !== null && isCurrent(score, one) ? score : null;
}

/** The newest written advice of a DPO, while nothing told later has overtaken it: what it did not know of it cannot advise on. */
export function currentAdvice({ advices, ...one }: Pick<ControllerCase, 'advices'> & Known): Advice | null {
  const advice = advices.at(-1) ?? null;
  return advice !== null && isCurrent(advice, one) ? advice : null;
}

/** Whether a DPO has decided by a recorded mandate in this case (GDPR Arts 38, 39). */
export const isMandated = ({ decisions }: Pick<ControllerCase, 'decisions'>): boolean =>
  decisions.some(({ mandate }) => mandate !== null);

/**
 * What came in last after the decision, so that it has to be looked at again (domain rules 7.4, `reassess`): a newer phase,
 * facts that grew, or an assessment that differs; null where nothing did.
 */
export function reassessedFor({
  decisions,
  told,
  grown,
  rescored,
}: Known & Pick<ControllerCase, 'rescored'>): Since | null {
  const decidedSeq = decisionOf({ decisions })?.seq ?? Infinity;
  const since = [...told, ...(grown ? [grown] : []), ...(rescored ? [rescored] : [])];
  return (
    since
      .filter(({ seq }) => seq > decidedSeq)
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1) ?? null
  );
}

export const awaitsReassessment = (one: Parameters<typeof reassessedFor>[0]): boolean => reassessedFor(one) !== null;

/** What was lost, as the authority's form says it: as the record has it, else as it was last qualified. */
export const naturesOf = ({ record, nature }: Pick<ControllerCase, 'record' | 'nature'>): ControllerCase['nature'] =>
  record.natures ?? nature;

/** Whether new facts took its ground from a decision that no authority need be told: until it is decided again, one may. */
const isOvertaken = ({ newsSeq, grown, rescored }: ControllerCase, decision: Decision): boolean =>
  Math.max(newsSeq, grown?.seq ?? 0, rescored?.seq ?? 0) > decision.seq;

/**
 * Where telling the authorities stands as a whole: what is furthest behind of those that have to be told (rule G12). Not
 * required rests on a decision, which has its reason and its decider (invariant 2), and that no news has overtaken.
 */
export function authorityRegion(one: ControllerCase): AuthorityRegion {
  const decision = decisionOf(one);
  const isExcused = decision !== null && excusesAuthority(decision) && !isOvertaken(one, decision);
  const isElsewhere = one.closed?.sameAs !== undefined; // told of in the case of the same breach
  const isNotRequired = one.stage === 'NOT_A_BREACH' || isElsewhere || isExcused;
  if (!isNotRequired && isUntold(one)) return 'PENDING';
  const order: readonly AuthorityRegion[] = ['INITIAL_SENT', 'COMPLEMENTED', 'FINAL', 'WITHDRAWN', 'SA_CLOSED'];
  const told = competentFiles(one).filter((file) => !isUntoldAnew(file, one));
  return order.find((state) => told.some((file) => file.state === state)) ?? 'NOT_REQUIRED';
}

/** Instant at which every authority that has to be told was; null while one is owed, or none was told. */
export const filedAt = (one: ControllerCase): string | null =>
  authorityRegion(one) === 'PENDING' ? null : toldAllAt(one);
