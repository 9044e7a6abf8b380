import type { Asker } from './asker';
import { mayReadJournal } from './journal';

/** Who answers for what is disclosed records it, and says when secrecy ends. */
export const mayRecordTransfer = ({ actor, roles }: Asker): boolean =>
  actor.kind === 'person' && roles.some((role) => role === 'IM' || role === 'DPO' || role === 'DIR');

/** Some are secret by law: seen by nobody who does not read the journal, where they stand as well. */
export const mayReadTransfers = mayReadJournal;
