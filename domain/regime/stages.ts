import type { Place } from '../deadline/longPeriods';
import type { LimitDue } from '../deadline/limit';
import { type Pace, paced } from '../deadline/pace';
import { lawDue } from '../law/lawDue';
import { profileAt, profileOf } from '../law/profile';
import type { LawProfile } from '../law/profiles';
import { regimeOf } from './catalogue';
import type { RegimeFacts } from './facts';
import { isLawUnder } from './inForce';
import { noonOf } from './noon';
import { isOwed } from './owed';
import type { From, Regime, StageSpec } from './regime';
import type { Content, Recipient, RegimeId, StageId } from './vocabulary';

/**
 * `waiting`: the fact that it counts from is not known. `open`: owed without undue delay, no number. `late_strict`: over by
 * the careful count, not yet by the other one. `done_late`: left after the strict limit, so reasons are due.
 */
export type StageState = 'waiting' | 'open' | 'running' | 'late_strict' | 'late' | 'done' | 'done_late';

export type Stage = {
  id: StageId;
  /** What it counts from; null while not known. */
  t0: string | null;
  /** The strict limit, which timers, pages and reasons for delay go by; null where there is no number, or no t0. */
  dueAt: string | null;
  /** Regulation 1182/71's count, where Union law counts so. */
  reg1182: string | null;
  /** Noon of the next working day, where the limit falls on a day not worked and the entity may wait. */
  noonAt: string | null;
  sentAt: string | null;
  state: StageState;
  optional: boolean;
  to: readonly Recipient[];
  tells: readonly Content[];
};

/**
 * The stages that a regime asks for, as far as the facts are known; none where it was not law at its trigger.
 *
 * @param place zone and calendar of the establishment that owes the acts
 * @see domain rules section 6
 */
export function stagesOf(id: RegimeId, known: RegimeFacts, place: Place, now: Date, pace: Pace = 1): Stage[] {
  const regime = regimeOf(id);
  const profile = profileFor(regime, known);
  if (profile !== null && !isLawUnder(regime, profile)) return [];
  return regime.stages
    .filter((spec) => isOwed(spec, known, profile, place))
    .map((spec) => stageOf(spec, known, profile, place, now, pace));
}

/** The law that counts: the one that the clock keeps, else the one in force at the trigger. */
function profileFor({ law }: Regime, { profileId, triggerAt }: RegimeFacts): LawProfile | null {
  if (profileId !== null) return profileOf(profileId);
  return triggerAt === null ? null : profileAt(law, triggerAt);
}

function stageOf(
  spec: StageSpec,
  known: RegimeFacts,
  profile: LawProfile | null,
  place: Place,
  now: Date,
  pace: Pace,
): Stage {
  const t0 = instantOf(spec.from, known);
  const due = quicker(dueOf(spec, known, profile, place), t0, pace);
  const sentAt = sentFor(spec, t0, known);
  const noonAt =
    due !== null && pace === 1 && spec.noon === true && known.facts.noonRule === 'yes'
      ? noonOf(due.strict, place)
      : null;
  return {
    id: spec.id,
    t0,
    dueAt: due?.strict ?? null,
    reg1182: due?.reg1182 ?? null,
    noonAt,
    sentAt,
    state: stateOf({ t0, due, noonAt, sentAt }, now),
    optional: spec.optional === true,
    to: spec.to,
    tells: spec.tells,
  };
}

function quicker(due: LimitDue | null, t0: string | null, pace: Pace): LimitDue | null {
  if (due === null || t0 === null) return due;
  const { strict, reg1182 } = due;
  return { strict: paced(t0, strict, pace), reg1182: reg1182 && paced(t0, reg1182, pace) };
}

/** When a stage left. What answers a fact that comes again counts only if it left after it. */
function sentFor({ id, optional }: StageSpec, t0: string | null, { sent }: RegimeFacts): string | null {
  const sentAt = sent[id] ?? null;
  const isStale = optional === true && t0 !== null && sentAt !== null && Date.parse(sentAt) < Date.parse(t0);
  return isStale ? null : sentAt;
}

/** The instant that a stage counts from; of several sendings, the newest. */
function instantOf(from: From, { triggerAt, facts, sent }: RegimeFacts): string | null {
  if (from === 'triggerAt') return triggerAt;
  if (typeof from === 'string') return facts[from] ?? null;
  const sendings = from.sent.flatMap((stage) => sent[stage] ?? []);
  return sendings.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

function dueOf(spec: StageSpec, known: RegimeFacts, profile: LawProfile | null, place: Place): LimitDue | null {
  const { limit, from, orSooner, orLonger } = spec;
  if (limit === 'set') return known.facts.dueAt === undefined ? null : { strict: known.facts.dueAt, reg1182: null };
  const counted = [{ from, limit }, ...(orSooner === undefined ? [] : [orSooner])].flatMap((count) => {
    const t0 = instantOf(count.from, known);
    if (t0 === null || count.limit === null || profile === null) return [];
    const atLeast = orLonger === undefined ? 0 : (known.facts[orLonger] ?? 0);
    return [lawDue({ profile, key: count.limit, atLeast }, t0, place)];
  });
  return counted.toSorted((a, b) => Date.parse(a.strict) - Date.parse(b.strict))[0] ?? null;
}

type Counted = { t0: string | null; due: LimitDue | null; noonAt: string | null; sentAt: string | null };

function stateOf({ t0, due, noonAt, sentAt }: Counted, now: Date): StageState {
  const isAfter = (at: string, limit: string) => Date.parse(at) > Date.parse(limit);
  if (sentAt !== null) return due !== null && isAfter(sentAt, due.strict) ? 'done_late' : 'done';
  if (due === null) return t0 === null ? 'waiting' : 'open';
  const at = now.toISOString();
  if (!isAfter(at, due.strict)) return 'running';
  return [due.reg1182, noonAt].some((limit) => limit !== null && !isAfter(at, limit)) ? 'late_strict' : 'late';
}

/** Whether a stage keeps no case open: it is done, or is owed only once its fact is known. Time does not change it. */
export const isSettled = ({ sentAt, optional, t0 }: Stage): boolean => sentAt !== null || (optional && t0 === null);
