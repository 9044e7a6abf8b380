import { JSON_LINES, OCTETS } from '../../application/ports/documents';
import type { PeerWhy } from '../../domain/exchange/why';
import { EXCHANGE_FILE_PATH, EXCHANGE_PATH, exchangeProblems } from './exchangeProblems';

/** An address that no token opens: what is posted there is sealed by its sender. */
export type SealedPost = {
  path: string;
  operationId: string;
  summary: string;
  description: string;
  mediaType: string;
  body: string;
  answer: string;
  /** Statuses with the titles of what they refuse. */
  problems: ReadonlyMap<number, string[]>;
};

export const EXCHANGE_TAG = 'exchange';
export const RECEIPT_TYPE = JSON_LINES;

/** Alone a message is never asked for less, nor a document refused for bytes that stand behind it. */
const neverOf: Record<'message' | 'file', readonly PeerWhy[]> = { message: [], file: ['bytesMissing'] };

function problemsOf(kind: keyof typeof neverOf): Map<number, string[]> {
  const titles = new Map<number, string[]>();
  for (const [why, { status, title }] of Object.entries(exchangeProblems)) {
    if (neverOf[kind].some((never) => never === why)) continue;
    titles.set(status, [...(titles.get(status) ?? []), title]);
  }
  return titles;
}

const receipt = 'The receipt, sealed by this side: two lines, which name the message by its hash and say when it came';

/** What other installations post, as documents say it (ADR 0037, ADR 0041). */
export const sealedPosts: readonly SealedPost[] = [
  {
    path: EXCHANGE_PATH,
    operationId: 'receiveMessage',
    summary: 'Take a sealed message of another installation',
    description:
      'For installations, not for people: a notice, an acknowledgement, a question, an answer, a measure or a word on it, the name of a document, or a test, of which nothing is written. No token opens it: the seal does, by a key that was let in or tied here. What is not taken changes nothing. The same message again is answered alike. docs/formats.md says what the lines are.',
    mediaType: JSON_LINES,
    body: 'Two lines: the message as canonical JSON, and its seal; 300 kB at most',
    answer: receipt,
    problems: problemsOf('message'),
  },
  {
    path: EXCHANGE_FILE_PATH,
    operationId: 'receiveFile',
    summary: 'Take a document that a sealed message has announced',
    description:
      'For installations, not for people: the two lines of the message that names the document, then its bytes. The seal is checked before a byte of it is read; hash and type are those of the bytes. Four are read at one time.',
    mediaType: OCTETS,
    body: 'The two lines of the message, then the bytes of the document, 10 MB at most',
    answer: receipt,
    problems: problemsOf('file'),
  },
];
