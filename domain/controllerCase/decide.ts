import type { Asking } from '../approval/propose';
import { propose } from '../approval/propose';
import type { CalendarId } from '../deadline/calendar';
import type { Drill } from '../deadline/pace';
import { exerciseEnded } from '../exercise/over';
import { outOfOrder } from '../incident/chronology';
import type { Seat } from '../authority/seat';
import type { AnswerTerms } from '../notice/answerDue';
import { done, type Issue, refused, type Result } from '../shared/errors';
import type { ControllerCase } from './case';
import type { CaseCommand, CaseCommandOf, OpenCase } from './commands';
import { knownIssues } from './knownIssues';
import { decideAuthority } from './decideAuthority';
import { decidePersons } from './decidePersons';
import { decideProcessor } from './decideProcessor';
import { decideRecord } from './decideRecord';
import { decideRegimeOf } from './regimes';
import { decideRisk } from './decideRisk';
import { closingIssues } from './closing';
import type { CaseEvent, CaseEventOf } from './events';
import type { ListFacts } from './recipients';
import { lawMoveFaults } from './lawMove';
import { isNews } from './newFacts';
import { seatAt } from './place';
import { quorumIn } from './quorum';
import { profileFor } from './term';
import { decideSame } from './sameBreach';
import { allowedIn, type CaseCommandName, stageAllows } from './transitions';

/** Everything beside the case that a decision looks at. */
export type AroundCase = Asking & {
  authorityIds: ReadonlySet<string>;
  /** How long the processor has to answer. */
  answering: AnswerTerms;
  /** The list of recipients that a command names, if this case has it. */
  list: ListFacts | null;
  /** Accepted lists of the case that have told persons, or may have, and whose addresses are erased: nobody is compared with them. */
  goneLists?: number;
  /** False while mails are caught and nobody outside is told. */
  isRelaySet: boolean;
  /** What is said to the processor reaches it by itself: both are organisations of this installation, and agreed. */
  isInside: boolean;
  /** It belongs to an exercise that has ended; looked at by what would reopen it, new facts too. */
  exerciseEnded?: boolean;
  /** Of the cases that a notification of several names, those that there are beside this one. */
  bundled?: readonly ControllerCase[];
  /** The case of the same breach that a command names, if there is one. */
  other?: ControllerCase | null;
};

/** Of what an opening names, what the organisation has; and where its clocks run. */
export type AroundOpening = {
  now: Date;
  hasAgreement: boolean;
  hasIncident: boolean;
  /** Number of the case of our own processing that this incident has already; null for none. */
  ownCase?: string | null;
  zone: string;
  /** By which calendar its organisation works, as it recorded; null: that of its zone. */
  calendar?: CalendarId | null;
  /** Where its organisation is established, as it recorded; null: it did not. */
  seat?: Seat | null;
  /** What makes its incident an exercise, and so the case; null where it is none. */
  drilled?: { exercise: true; drill?: Drill } | null;
};

/** Told by hand: nothing proves whose it is. */
const unsealed = { envelopeHash: null, source: null };

/** A case is opened, or every reason why it cannot be (domain rules 7.4). */
export function decideOpening(
  { tellingKind, ...given }: OpenCase,
  {
    now,
    hasAgreement,
    hasIncident,
    ownCase = null,
    zone,
    calendar = null,
    seat: recorded = null,
    drilled = null,
  }: AroundOpening,
): Result<CaseEventOf<'case.opened'>> {
  const { knownAt, receivedAt } = given;
  const issues = [
    ...outOfOrder([{ pointer: '/receivedAt', at: receivedAt }], now),
    ...knownIssues({ knownAt, receivedAt }, now),
  ];
  if (!hasAgreement) issues.push({ pointer: '/agreementId', message: 'no such agreement' });
  if (!hasIncident) issues.push({ pointer: '/incidentId', message: 'no such incident' });
  if (given.exercise && given.incidentId !== null && drilled === null) {
    issues.push({ pointer: '/exercise', message: 'its incident is none' });
  }
  if (!given.exercise && drilled !== null) {
    issues.push({ pointer: '/incidentId', message: 'is an exercise: a real case is not of it' });
  }
  if (ownCase !== null && given.origin === 'own') {
    issues.push({ pointer: '/incidentId', message: `has its case already: ${ownCase}` });
  }
  const lawProfile = profileFor(given);
  if (issues.length > 0 || lawProfile === null) return refused({ code: 'input.invalid', issues });
  const seat = seatAt(recorded, zone);
  const values = {
    ...given,
    ...drilled,
    kind: tellingKind,
    ...unsealed,
    lawProfile,
    zone,
    ...(calendar && { calendar }),
    ...(seat && { seat }),
  };
  return done({ type: 'case.opened', values });
}

const keyedIn: readonly CaseCommand['kind'][] = [
  'qualify',
  'risk.advise',
  'risk.decide',
  'authority.close',
  'persons.require',
  'persons.exempt',
  'persons.hold',
  'persons.resume',
  'note.add',
];

/** Acts in the world that may be keyed in afterwards (feature F35); others name their own instants, or are acts of two. */
export const isKeyedIn = (kind: CaseCommand['kind']): boolean => keyedIn.includes(kind);

const additions: readonly CaseCommand['kind'][] = [
  'told.add',
  'risk.advise',
  'authority.ask',
  'authority.answer',
  'authority.excuseCopy',
  'processor.acknowledge',
  'processor.ask',
  'processor.answer',
  'processor.propose',
  'processor.decide',
  'processor.take',
  'note.add',
  'record.change',
  'record.excuse',
  'record.take',
];

/** Additions stand whatever was decided meanwhile, and no stage refuses them. */
export const isAddition = (kind: CaseCommand['kind']): boolean => additions.includes(kind);

const isStaged = (kind: CaseCommand['kind']): kind is CaseCommandName => !isAddition(kind);

/** What a command does to a case at `around.now`, or every reason why it may not. */
export function decideCase(one: ControllerCase, command: CaseCommand, around: AroundCase): Result<CaseEvent> {
  if (isStaged(command.kind) && !stageAllows(one.stage, command.kind)) {
    return refused({ code: 'state.refused', state: one.stage, command: command.kind, allowed: allowedIn(one.stage) });
  }
  switch (command.kind) {
    case 'told.add':
      return told(one, command, around);
    case 'qualify':
      return qualify(command, around);
    case 'aware.correct': {
      const issues = outOfOrder([{ pointer: '/awareAt', at: command.awareAt }], around.now);
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      const { awareAt, reason } = command;
      const stays = one.clock.status === 'provisional' && { isProvisional: true as const };
      const proposal = { command: 'aware.correct' as const, awareAt, ...stays };
      return propose(one, { proposal, reason }, around, quorumIn(one));
    }
    case 'law.move': {
      const { profileId, reason } = command;
      const issues = lawMoveFaults(one, profileId, around.now);
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      return propose(one, { proposal: { command: 'law.move' as const, profileId }, reason }, around, quorumIn(one));
    }
    case 'ruleOut': {
      const { evidenceRefs, reason } = command;
      return propose(one, { proposal: { command: 'ruleOut' as const, evidenceRefs }, reason }, around, quorumIn(one));
    }
    case 'record.change':
    case 'record.excuse':
    case 'record.take':
      return decideRecord(one, command, around.now);
    case 'note.add':
      return done({ type: 'note.added', values: { noteId: around.newId, class: command.class, text: command.text } });
    case 'case.close': {
      const issues = closingIssues(one, command);
      const { lessons, unreachedReason } = command;
      if (issues.length > 0) return refused({ code: 'input.invalid', issues });
      return done({ type: 'case.closed', values: { lessons, ...(unreachedReason !== null && { unreachedReason }) } });
    }
    case 'case.reopen':
      if (around.exerciseEnded === true) return exerciseEnded;
      return done({ type: 'case.reopened', typeVersion: 2, values: { reason: command.reason } });
    case 'case.same':
      return decideSame(one, command, around.other ?? null);
    case 'risk.advise':
    case 'risk.score':
    case 'risk.decide':
      return decideRisk(one, command, around);
    case 'authority.file':
    case 'authority.ask':
    case 'authority.answer':
    case 'authority.withdraw':
    case 'authority.excuseCopy':
    case 'authority.close':
      return decideAuthority(one, command, around);
    case 'processor.acknowledge':
    case 'processor.ask':
    case 'processor.answer':
    case 'processor.propose':
    case 'processor.decide':
    case 'processor.take':
      return decideProcessor(one, command, around);
    case 'regime.concern':
    case 'regime.exclude':
    case 'regime.record':
      return decideRegimeOf(one, command, around);
    default:
      return decidePersons(one, command, around);
  }
}

function told(
  { stage }: ControllerCase,
  command: CaseCommandOf<'told.add'>,
  { now, exerciseEnded: hasEnded }: AroundCase,
): Result<CaseEvent> {
  const { kind: _kind, tellingKind, ...given } = command;
  if (stage === 'CLOSED' && hasEnded === true && isNews(tellingKind)) return exerciseEnded;
  const issues = outOfOrder([{ pointer: '/receivedAt', at: given.receivedAt }], now);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'case.told', typeVersion: 2, values: { ...given, kind: tellingKind, ...unsealed } });
}

function qualify({ awareAt, nature, reason }: CaseCommandOf<'qualify'>, { now }: AroundCase): Result<CaseEvent> {
  const issues: Issue[] = outOfOrder([{ pointer: '/awareAt', at: awareAt }], now);
  if (issues.length > 0) return refused({ code: 'input.invalid', issues });
  return done({ type: 'case.qualified', values: { awareAt, nature, reason } });
}
