import type { Persons, PersonsState } from './persons';

/** Where the region stands but for a hold, which puts off what is owed, if anything is. */
export const heldState = ({ state, hold }: Pick<Persons, 'state' | 'hold'>): PersonsState =>
  state === 'ON_HOLD' ? (hold?.before ?? state) : state;

/** Where a hold found that telling had begun: mails were leaving, or letters waited. */
export const begunBefore = (hold: Persons['hold']): 'SENDING' | 'TOLD' | null =>
  hold?.before === 'SENDING' || hold?.before === 'TOLD' ? hold.before : null;
