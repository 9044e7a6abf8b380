import { type Asker, isSystem } from './asker';

/** Whose seal is believed decides what counts as received: those who answer for the contracts. */
export const mayRecordParty = ({ actor, roles }: Asker): boolean =>
  actor.kind === 'person' && roles.some((role) => role === 'DIR' || role === 'DPO');

export const mayReadParties = ({ actor, roles }: Asker): boolean =>
  isSystem({ actor }) || (actor.kind === 'person' && roles.some((role) => role !== 'CC' && role !== 'CDPO'));
