import type { Mark } from '../incident/incident';
import { SubjectUnreadable } from '../shared/unreadable';
import type { CaseEvent, CaseEventOf } from './events';
import {
  type Draft,
  lettersLeft,
  movePersons,
  type Persons,
  type PersonsMove,
  type PersonsState,
  type Sending,
} from './persons';
import { begunBefore, heldState } from './heldState';
import { lifted } from './orderLifted';
import { isFinal } from './personsOwed';
import { reachedBy, toReachAfter } from './personsReached';
import type { Risk } from '../risk/scales';
import type { ToldAnew } from './toldAnew';

type PersonsEvent = Extract<CaseEvent, { type: `persons.${string}` }>;

export const isPersonsEvent = (event: CaseEvent): event is PersonsEvent => event.type.startsWith('persons.');

/** Found to be no breach: what was leaving has stopped for good. Should it be one after all, a person decides anew. */
export function stopped(persons: Persons): Persons {
  const after = (state: PersonsState): PersonsState =>
    movePersons(state, 'ruleOut') === null ? state : stateAfter({ ...persons, state }, 'ruleOut');
  const { hold } = persons;
  return {
    ...persons,
    state: after(persons.state),
    hold: hold && { ...hold, before: after(hold.before) },
    sendings: persons.sendings.map((one) =>
      one.doneAt === null || lettersLeft(one) > 0 ? { ...one, isStopped: true } : one,
    ),
  };
}

/**
 * What a risk decision makes of the persons' region. An order of the authority outlives a lower risk (Art 34(4)), and so does
 * a hold, which goes back to what was decided; lower ones of the first versions ended it (ADR 0030).
 *
 * @param holdStays whether its entry says so
 */
export function reassessed(
  persons: Persons,
  risk: Risk,
  mark: Pick<Mark, 'seq' | 'at'>,
  anew: ToldAnew = 'nobody',
  holdStays = false,
): Persons {
  const { hold } = persons;
  const { seq, at } = mark;
  if (hold !== null && persons.state === 'ON_HOLD') {
    const behind = { ...persons, state: hold.before, hold: null };
    const { state: before, ...after } = reassessed(behind, risk, mark, anew);
    const isEnded = before === 'NOT_REQUIRED' && risk !== 'high' && !holdStays;
    if (isEnded) return { ...after, state: before };
    const state = stateAfter(persons, risk === 'high' ? 'decide.high' : 'decide.lower');
    return { ...after, state, hold: { ...hold, before } };
  }
  if (anew !== 'nobody') {
    const since = { requiredAt: at, requiredSeq: seq, ...(anew === 'everyone' && { anewSeq: seq }) };
    return { ...persons, state: stateAfter(persons, 'decide.anew'), ...since };
  }
  if (risk !== 'high' && persons.order !== null) return persons;
  const state = stateAfter(persons, risk === 'high' ? 'decide.high' : 'decide.lower');
  if (state === 'NOT_REQUIRED') return { ...persons, state, requiredAt: null, requiredSeq: null };
  const isNew = state === 'REQUIRED' && persons.state !== 'REQUIRED';
  return { ...persons, state, ...(isNew && { requiredAt: at, requiredSeq: seq, exemption: null }) };
}

export function changePersons(persons: Persons, event: PersonsEvent, { seq, at }: Mark): Persons {
  const to = (move: PersonsMove) => stateAfter(persons, move);
  switch (event.type) {
    case 'persons.required':
      return { ...persons, state: to('require'), requiredAt: at, requiredSeq: seq, exemption: null };
    case 'persons.exempted': {
      const { ground, proof, publishedAt = null } = event.values;
      return { ...persons, state: to('exempt'), exemption: { ground, proof, at, publishedAt } };
    }
    case 'persons.held': {
      const { reference, until } = event.values;
      return {
        ...persons,
        state: to('hold'),
        hold: { seq, at, reference, until, before: persons.state, isOrdered: false },
      };
    }
    case 'persons.resumed':
      return { ...persons, state: to('resume'), hold: null, freedAt: at };
    case 'persons.ordered':
      return ordered(persons, event.values, { seq, at });
    case 'persons.lifted':
      return lifted(persons, event.values, at);
    case 'persons.drafted':
      return { ...persons, state: to('draft'), draft: draftOf(event.values, { seq, at }) };
    case 'persons.sending': {
      const { listId, fileHash, count, concerned, letters = 0, repeatReason } = event.values;
      const ordinal = persons.sendings.length + 1;
      const draft = persons.draft && { seq: persons.draft.seq, texts: persons.draft.texts };
      const open = {
        doneAt: null,
        told: null,
        missed: null,
        letters,
        draft,
        printed: null,
        posted: null,
        isStopped: false,
      };
      const sending = {
        ordinal,
        seq,
        at,
        listId,
        fileHash,
        count,
        concerned,
        ...(repeatReason !== undefined && { repeatReason }),
        ...open,
      };
      return { ...persons, state: to('send'), sendings: [...persons.sendings, sending], unreached: null };
    }
    case 'persons.told': {
      const { toldAt, means, told, again = 0, concerned, bounced, listId } = event.values;
      const sent = 'sent' in event.values ? event.values.sent : undefined;
      const counts = { means, told, again, concerned, bounced, listId: sent?.listId ?? null };
      // that those whom no mail reached are not told by other means is said with why, and tells nobody
      if (told === 0 && sent === undefined && listId === undefined && event.values.proof !== undefined)
        return { ...persons, toReach: null };
      const tellings = [...persons.tellings, { seq, at: toldAt, ...counts }];
      const missed = bounced + missedOf(sent);
      const toReach = toReachAfter(persons, { fresh: reachedBy({ told, again, bounced }), missed }, { seq, at });
      if (listId !== undefined) {
        const sendings = persons.sendings.map((one) =>
          one.listId === listId
            ? { ...one, posted: postedAfter(one, told, { seq, at: toldAt }, 'typeVersion' in event) }
            : one,
        );
        // that none was posted tells nobody, and moves nothing
        return told === 0
          ? { ...persons, sendings }
          : { ...persons, ...afterPosting(persons), sendings, tellings, toReach, unreached: null };
      }
      if (sent === undefined) return { ...persons, state: to('tell'), tellings, toReach, unreached: null };
      return { ...persons, state: to('sent'), sendings: ended(persons, sent, at, told), tellings, toReach };
    }
    case 'persons.bounced': {
      const tellings = persons.tellings.map((one) => {
        const counted = event.values.lists.find(({ listId }) => listId === one.listId);
        return counted === undefined ? one : { ...one, bounced: counted.bounced };
      });
      const missed = bouncedIn(tellings) - bouncedIn(persons.tellings);
      const toReach = toReachAfter(persons, { fresh: 0, missed }, { seq, at });
      return { ...persons, tellings, toReach, bouncedAt: at };
    }
    case 'persons.printed': {
      const { listId, files } = event.values;
      const firstAt = persons.sendings.find((one) => one.listId === listId)?.printed?.firstAt ?? at;
      return { ...persons, sendings: changed(persons, listId, { printed: { seq, at, firstAt, files } }) };
    }
    case 'persons.published': {
      const { version } = event.values;
      return { ...persons, published: { ...event.values, seq, at }, publications: version };
    }
    case 'persons.unpublished':
      return { ...persons, published: null };
    case 'persons.unreached': {
      const sendings = ended(persons, event.values, at, 0);
      const isByPost = sendings.some((one) => one.listId === event.values.listId && one.letters === one.count);
      const toReach = toReachAfter(persons, { fresh: 0, missed: missedOf(event.values) }, { seq, at });
      return { ...persons, state: to('unreached'), sendings, toReach, unreached: isByPost ? null : { seq, at } };
    }
  }
}

/**
 * An order asks anew of whom nothing was owed; what is owed already is not owed later. A hold stays, and goes back to what is
 * ordered; entries of the first versions lifted it (ADR 0030).
 */
function ordered(
  persons: Persons,
  { authorityId, orderedAt, holdStays }: CaseEventOf<'persons.ordered'>['values'],
  { seq, at }: Pick<Mark, 'seq' | 'at'>,
): Persons {
  const { hold } = persons;
  const order = { authorityId, at: orderedAt };
  const isAnew = persons.requiredAt === null || isFinal({ ...persons, state: heldState(persons) });
  const required = isAnew && { requiredAt: orderedAt, requiredSeq: seq };
  const after = { ...persons, ...required, order, exemption: null };
  if (hold === null) return { ...after, state: stateAfter(persons, 'order') };
  if (holdStays !== true) return { ...after, state: begunBefore(hold) ?? 'ORDERED', hold: null, freedAt: at };
  const before = stateAfter({ state: hold.before, hold }, 'order');
  return { ...after, state: stateAfter(persons, 'order'), hold: { ...hold, before, isOrdered: true } };
}

/** What was posted adds up; that none was ends it, and so does the last. Once, what was said of a list was said of all of it. */
function postedAfter(
  { letters, posted }: Sending,
  told: number,
  mark: Pick<Mark, 'seq' | 'at'>,
  othersWait: boolean,
): NonNullable<Sending['posted']> {
  const inAll = (posted?.told ?? 0) + told;
  return { ...mark, told: inAll, isOver: !othersWait || told === 0 || inAll >= letters };
}

/** Posted letters are a fact in every state; it moves where telling is known, and so does what a hold goes back to. */
function afterPosting({ state, hold }: Persons): Pick<Persons, 'state' | 'hold'> {
  const after = (from: PersonsState) =>
    movePersons(from, 'tell') === null ? from : stateAfter({ state: from, hold }, 'tell');
  return { state: after(state), hold: hold && { ...hold, before: after(hold.before) } };
}

const changed = ({ sendings }: Persons, listId: string, to: Partial<Sending>): Persons['sendings'] =>
  sendings.map((one) => (one.listId === listId ? { ...one, ...to } : one));

type Missed = { listId: string; refused: number; unknown: number; lost?: number | undefined };

const missedOf = (sent: Missed | undefined): number =>
  sent === undefined ? 0 : sent.refused + sent.unknown + (sent.lost ?? 0);

const bouncedIn = (tellings: Persons['tellings']): number => tellings.reduce((sum, one) => sum + one.bounced, 0);

const ended = (persons: Persons, sent: Missed, doneAt: string, told: number): Persons['sendings'] => {
  const { listId, refused, unknown, lost = 0 } = sent;
  return changed(persons, listId, { doneAt, told, missed: { refused, unknown, lost } });
};

const draftOf = (
  { measuresFr = null, measuresEn = null, texts = [], ...said }: CaseEventOf<'persons.drafted'>['values'],
  mark: Pick<Mark, 'seq' | 'at'>,
): Draft => ({ ...mark, ...said, measuresFr, measuresEn, texts });

/** @throws SubjectUnreadable for an entry that no decision of this version could have written */
function stateAfter({ state, hold }: Pick<Persons, 'state' | 'hold'>, move: PersonsMove): PersonsState {
  const to = movePersons(state, move);
  switch (to) {
    case null:
      throw new SubjectUnreadable(`persons.${move}`);
    case 'back':
      return hold?.before ?? 'REQUIRED';
    default:
      return to;
  }
}
