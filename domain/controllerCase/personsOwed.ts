import { lettersOwed, type Persons, type PersonsState } from './persons';

/** Invariant 11: nothing is owed to the persons. A hold never ends a case. */
export const isFinal = (persons: Persons): boolean =>
  isFinalState(persons.state) || (persons.state === 'EXEMPT' && !awaitsNotice(persons));

/** Ground c exempts only while a public notice tells all in its place (Art 34(3)(c)). */
export const awaitsNotice = ({ state, exemption, published }: Persons): boolean =>
  state === 'EXEMPT' && exemption?.ground === 'c' && exemption.publishedAt === null && published === null;

/** Whether our target for telling them runs (domain rules 7.4): not on hold, unless the authority ordered it since; while letters wait, too. */
export const isTellingOwed = (persons: Persons): boolean =>
  persons.state === 'REQUIRED' ||
  persons.state === 'DRAFTED' ||
  persons.state === 'SENDING' ||
  persons.state === 'ORDERED' ||
  (persons.state === 'ON_HOLD' && persons.hold?.isOrdered === true) ||
  (persons.state === 'TOLD' && lettersOwed(persons) > 0) ||
  awaitsNotice(persons);

const isFinalState = (state: PersonsState): boolean =>
  state === 'TOLD' || state === 'NOT_REQUIRED' || state === 'UNDECIDED';
