import type { RecordOrigin } from '../../../domain/controllerCase/completeRecord';
import type { Said } from '../../../templates/pages/words/word';

/** From where an answer was taken that nobody gave in the case itself; null for all others. */
export const takenWord = (from: RecordOrigin | null | undefined): Said | null =>
  from ? { key: `taken.${from}` } : null;
