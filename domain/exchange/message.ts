import { z } from 'zod';
import { measureSaid } from '../consultation/said';
import { Verdict } from '../consultation/values';
import { Nature } from '../deadline/breachClock';
import { readSealed, type SealFault } from '../journal/sealed';
import { MOST_URGENT_HOURS } from '../notice/answerDue';
import { Instant } from '../shared/instant';
import { sha256 } from '../shared/sha256';
import { FreeText, Line, OpaqueId } from '../shared/words';
import { Upward } from './upward';

/** What two installations say to each other over HTTPS, each in two lines (docs/formats.md section 6). */
export const EXCHANGE_FORMAT = 'vigie-exchange/1';
export const RECEIPT_FORMAT = 'vigie-receipt/1';

/** Longer ones are read by nobody, bytes. The longest text, as long items and the envelope stay below, at 3 bytes a character. */
export const LONGEST_MESSAGE = 220_000;

const KeyName = z.string().min(1).max(300);

/**
 * What is told. From the processor a version of a notice, with its own envelope, an answer, and what becomes of a measure;
 * from the controller an acknowledgement, a question and its word on a measure. No field has a default: the bytes are what
 * was sealed.
 */
export const Said = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('version'),
    envelope: z.string().min(1).max(20_000),
    text: FreeText,
    certain: z.boolean(),
    nature: z.array(Nature).max(3),
    knownAt: Instant.nullable(),
    upward: Upward.nullable().exactOptional(), // absent in messages of before, which are read as null
  }),
  z.strictObject({
    kind: z.literal('answer'),
    noticeId: OpaqueId,
    questionId: OpaqueId,
    answeredAt: Instant,
    text: FreeText,
  }),
  z.strictObject({
    kind: z.literal('acknowledgement'),
    noticeId: OpaqueId,
    version: z.int().positive(),
    name: Line,
    function: Line,
  }),
  z.strictObject({
    kind: z.literal('question'),
    noticeId: OpaqueId,
    questionId: OpaqueId,
    text: FreeText,
    urgentHours: z.int().min(1).max(MOST_URGENT_HOURS).nullable(),
  }),
  ...measureSaid,
  z.strictObject({
    kind: z.literal('word'),
    noticeId: OpaqueId,
    measureId: OpaqueId,
    verdict: Verdict,
    text: FreeText.nullable(),
    name: Line,
    function: Line,
  }),
]);
export type Said = z.infer<typeof Said>;

const BY_CONTROLLER = ['acknowledgement', 'question', 'word'] as const;
export type FromController = Extract<Said, { kind: (typeof BY_CONTROLLER)[number] }>;
export type FromProcessor = Exclude<Said, FromController>;

export const isFromController = (said: Said): said is FromController =>
  BY_CONTROLLER.some((kind) => kind === said.kind);

/** By what an act of the controller is told apart from others of its kind on one notice. */
export function actIdOf(said: FromController): string {
  switch (said.kind) {
    case 'acknowledgement':
      return String(said.version);
    case 'question':
      return said.questionId;
    case 'word':
      return said.measureId;
  }
}

const Header = z.strictObject({
  format: z.literal(EXCHANGE_FORMAT),
  origin: KeyName,
  to: KeyName,
  madeAt: Instant,
  said: Said,
});
export type MessageHeader = z.infer<typeof Header>;

/** `hash`: SHA-256 of its bytes, by which a receipt names it. */
export type ReadMessage = { header: MessageHeader; note: string; hash: string };

/** A message as its bytes came; whose key sealed it is the caller's to check. */
export function readMessage(text: string): ReadMessage | SealFault {
  const read = readSealed(text, Header);
  return typeof read === 'string' ? read : { ...read, hash: sha256(text) };
}

const Addressed = z.looseObject({ origin: KeyName, to: KeyName });

/** To whom a message is sealed, whatever else it says: what waits to leave was perhaps frozen by an older version of Vigie. */
export function addressOf(text: string): { to: string; hash: string } | SealFault {
  const read = readSealed(text, Addressed);
  return typeof read === 'string' ? read : { to: read.header.to, hash: sha256(text) };
}

const Receipt = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  origin: KeyName,
  to: KeyName,
  message: z.string().regex(/^[0-9a-f]{64}$/),
  receivedAt: Instant,
});
export type Receipt = z.infer<typeof Receipt>;

/** Null for what is no receipt of this very message; whose key sealed it is the caller's to check. */
export function readReceipt(text: string, message: string): { receipt: Receipt; note: string } | null {
  const read = readSealed(text, Receipt);
  if (typeof read === 'string' || read.header.message !== message) return null;
  return { receipt: read.header, note: read.note };
}
