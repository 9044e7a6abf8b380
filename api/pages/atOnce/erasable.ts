import type { Said } from '../../../templates/pages/words/word';

/** A text of what is told at once, or that it was erased. */
export const erasable = (text: string | null): Said => text ?? { key: 'atOnce.erased' };
