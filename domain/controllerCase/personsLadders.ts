import { type Pace, paceOf } from '../deadline/pace';
import { DAY_MS, HOUR_MS } from '../shared/instant';
import type { ControllerCase } from './case';
import { WEEK_HOURS } from './complement';
import { addressesGo } from './keptAddresses';
import type { Persons } from './persons';
import { isTellingOwed } from './personsOwed';
import { owedToReach } from './personsReached';
import { type CaseRung, DECIDERS, onceAt, repeatedRungs } from './rung';

/** High risk: 24 h to draft what the persons are told, 48 h to tell them, then a reminder each day. */
export const DRAFT_HOURS = 24;
export const TELL_HOURS = 48;

/** What is owed to the persons (domain rules 7.4, region PERSONS): the draft, the telling, a hold, a list that reached nobody, or not all. */
export function personsRungs(one: ControllerCase, now: Date): CaseRung[] {
  if (one.stage !== 'BREACH') return []; // found to be none, nothing is owed to anybody
  const { state, requiredAt, requiredSeq, hold, unreached } = one.persons;
  const failed = unreached === null ? [] : onceAt('unreached', unreached);
  const held = state === 'ON_HOLD' && hold !== null ? holdOver(hold, paceOf(one.opened), now) : [];
  const missed = reachRungs(one, now);
  if (requiredAt === null || requiredSeq === null || !isTellingOwed(one.persons))
    return [...failed, ...held, ...missed];
  const since = { about: requiredSeq, from: requiredAt, each: DAY_MS / HOUR_MS, pace: paceOf(one.opened) };
  const isUndrafted = state === 'REQUIRED' || state === 'ORDERED';
  const [draft] = repeatedRungs('draft', { ...since, first: DRAFT_HOURS, roles: ['DPO'] }, now);
  const tell = repeatedRungs('tell', { ...since, first: TELL_HOURS, roles: DECIDERS }, now);
  return isUndrafted && draft !== undefined ? [draft, ...failed, ...tell] : [...failed, ...held, ...missed, ...tell];
}

/** Whom mails did not reach is told by other means, or somebody says why not: each day from the second on. */
function reachRungs({ persons, opened }: ControllerCase, now: Date): CaseRung[] {
  const missed = owedToReach(persons);
  if (missed === null) return [];
  const { seq: about, at: from } = missed;
  const each = DAY_MS / HOUR_MS;
  return repeatedRungs('reach', { about, from, first: each, each, roles: DECIDERS, pace: paceOf(opened) }, now);
}

/** Addresses of a list that has ended go, whatever becomes of the case: the DPO hears of it in time to tell whom it did not reach. */
export const addressRungs = ({ persons: { sendings } }: ControllerCase): CaseRung[] =>
  sendings.flatMap((sending) => {
    const going = addressesGo(sending);
    if (going === null) return [];
    const { seq, at } = sending;
    return onceAt('addresses', { seq, at }, going.goAt).map((rung) => ({
      ...rung,
      roles: ['DPO'] as const,
      atMs: Date.parse(going.warnAt),
    }));
  });

/**
 * A hold ends only by a person, who is asked: each day from the instant until which it was requested, each week where none
 * was given, since a hold is never final (domain rules 7.4).
 */
function holdOver({ seq, at, until }: NonNullable<Persons['hold']>, pace: Pace, now: Date): CaseRung[] {
  const first = until === null ? WEEK_HOURS : ((Date.parse(until) - Date.parse(at)) / HOUR_MS) * pace;
  const each = until === null ? WEEK_HOURS : DAY_MS / HOUR_MS;
  return repeatedRungs('hold', { about: seq, from: at, first, each, roles: DECIDERS, pace }, now);
}
