import type { Word } from '../../../templates/pages/words/word';
import type { Question } from './question';

/** The signed envelope of a notice, pasted or chosen as a file. */
export const proofQuestion = (label: Word, hint: Word): Question => ({
  name: 'envelope',
  kind: 'file',
  label: { key: label },
  hint: { key: hint },
});

/** A browser writes line ends anew and drops the last: only one text has this seal, so it is put back, never guessed. */
export const envelopeIn = (typed: string): string => `${typed.replaceAll('\r\n', '\n').trim()}\n`;
