import { changeRecord } from '../authority/breachRecord';
import type { Mark } from '../incident/incident';
import { earliest } from '../shared/instant';
import type { ControllerCase } from './case';
import { cancelClock, type CaseClock } from './clock';
import { isNews } from './newFacts';
import type { CaseFollowed, CasePrefilled } from './followedValues';
import { stopped } from './foldPersons';
import type { TellingKind } from './vocabulary';

/**
 * What becomes of a case when the incident moves that it follows. The incident's approvals count here too; what persons
 * have decided in the case itself stays, and no clock moves later by it (invariant 4, ADR 0035). `mayOvertake`: false in
 * entries of before news overtook a decision.
 */
export function followIncident(
  one: ControllerCase,
  said: CaseFollowed,
  mark: Mark,
  mayOvertake: boolean,
): Partial<ControllerCase> {
  if (isOlder(one.followed, said)) return {};
  const tellings = tellingOf(one, said, mark);
  const newsSeq = mayOvertake && tellings.some(({ kind }) => isNews(kind)) ? mark.seq : one.newsSeq;
  const base = { followed: { ...said, ...mark }, told: [...one.told, ...tellings], newsSeq };
  if (said.status === 'cancelled') return { ...base, ...ruledOutThere(one, said, mark) };
  const isAnew = isNewRound(one, said);
  if (one.ruledOut !== null && !isAnew) return base; // ours was found to be none, whatever theirs is
  const clock = clockAfter(one, said, mark.at);
  const nature = natureAfter(one, said);
  const isQualified = clock.status === 'confirmed' && (one.stage === 'RECEIVED' || isAnew);
  return {
    ...base,
    ...(isSameClock(clock, one.clock) ? {} : moved(one, clock, 'case.followed', mark)),
    nature,
    said: changeRecord(one.said, { natures: nature }),
    ruledOut: null,
    ...(isAnew && { stage: 'RECEIVED' as const, closed: null }),
    ...(isQualified && { stage: 'BREACH' as const, qualified: { ...mark, reason: said.reason } }),
  };
}

/** Suspected again there, or confirmed there for the first time after it was ruled out here: the same case runs again. */
const isNewRound = ({ followed, ruledOut }: ControllerCase, { status }: CaseFollowed): boolean =>
  followed?.status === 'cancelled' || (ruledOut !== null && status === 'confirmed' && followed?.status !== 'confirmed');

/** Facts of the incident; a newer reading of it stands, whoever was first. */
export function prefill(
  one: ControllerCase,
  { incidentSeq, ...facts }: CasePrefilled,
  { seq }: Mark,
): Partial<ControllerCase> {
  if (isOlder(one.taken, { incidentSeq })) return {};
  const toldAt = { ...one.taken?.toldAt, ...Object.fromEntries(Object.keys(facts).map((field) => [field, seq])) };
  return { taken: { incidentSeq, record: changeRecord(one.taken?.record ?? {}, facts), toldAt } };
}

type Reading = { incidentSeq: number };

const isOlder = (before: Reading | null, { incidentSeq }: Reading): boolean =>
  before !== null && incidentSeq < before.incidentSeq;

/** Keeps what the clock said before. */
export function moved(one: ControllerCase, after: CaseClock, type: string, mark: Mark): Partial<ControllerCase> {
  return { clock: after, clockHistory: [...one.clockHistory, { ...mark, type, before: one.clock, after }] };
}

const ms = (instant: string): number => Date.parse(instant);

function clockAfter({ clock, followed }: ControllerCase, { status, t0, awareAt }: CaseFollowed, at: string): CaseClock {
  const isConfirmedHere = clock.status === 'confirmed' && status === 'provisional' && followed?.status !== 'confirmed';
  return {
    status: isConfirmedHere ? 'confirmed' : (status as CaseClock['status']),
    t0: t0After(clock.t0, t0, followed?.t0 ?? null),
    awareAt: awareAt === null || awareAt === followed?.awareAt ? clock.awareAt : awareAt,
    changedAt: at,
  };
}

/** Earlier binds at once. Later: two persons approved it at the incident, and it holds where the case rested on that. */
function t0After(ours: string, said: string, before: string | null): string {
  if (before === null) return earliest(ours, said);
  if (ms(said) > ms(before)) return ms(ours) === ms(before) ? said : ours;
  return ms(said) === ms(before) ? ours : earliest(ours, said);
}

const isSameClock = (a: CaseClock, b: CaseClock): boolean =>
  a.status === b.status && ms(a.t0) === ms(b.t0) && a.awareAt === b.awareAt;

/** Where the case rested on what the incident said, that; else what is new is added. */
function natureAfter({ nature, followed }: ControllerCase, said: CaseFollowed): CaseFollowed['nature'] {
  const before: readonly string[] = followed?.nature ?? nature;
  const isRested = before.length === nature.length && nature.every((one) => before.includes(one));
  return isRested
    ? said.nature
    : [...nature, ...said.nature.filter((one) => !before.includes(one) && !nature.includes(one))];
}

/**
 * Ruled out at the incident: one word of the DPO ends a mere suspicion, two a breach. A case that a person has found to be
 * a breach while the incident only suspected one waits for its own two.
 */
function ruledOutThere(one: ControllerCase, said: CaseFollowed, mark: Mark): Partial<ControllerCase> {
  const { evidenceRefs, reason } = said;
  const mayEnd = one.followed?.status === 'confirmed' || one.clock.status === 'provisional';
  if (one.clock.status === 'cancelled' || !mayEnd) return {};
  return {
    ...moved(one, cancelClock(one.clock, mark.at), 'case.followed', mark),
    stage: 'NOT_A_BREACH',
    qualified: null,
    closed: null,
    ruledOut: { ...mark, evidenceRefs, reason },
    persons: stopped(one.persons),
  };
}

/** A new phase is told, as a processor's is: who decided the risk looks at it again. */
function tellingOf(one: ControllerCase, said: CaseFollowed, mark: Mark): ControllerCase['told'] {
  const before = one.followed;
  const isNew =
    before !== null && (before.status !== said.status || said.nature.some((nature) => !before.nature.includes(nature)));
  if (!isNew) return [];
  const plain = { reference: null, version: null, envelopeHash: null, source: null };
  return [
    { ...plain, kind: kindOf(said, before), receivedAt: mark.at, from: one.opened.from, text: said.reason, ...mark },
  ];
}

function kindOf({ status }: CaseFollowed, before: CaseFollowed): TellingKind {
  if (status === before.status) return 'supplement';
  if (status === 'cancelled') return 'withdrawal';
  return status === 'provisional' ? 'suspicion' : 'notice';
}
