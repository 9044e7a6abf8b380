import { z } from 'zod';
import { measureSaid, saidKind } from '../consultation/said';
import { Verdict } from '../consultation/values';
import { Nature } from '../deadline/breachClock';
import { MOST_FILE_BYTES } from '../file/kept';
import { readSealed, type SealFault } from '../journal/sealed';
import { SaidUrgentHours } from '../notice/answerDue';
import { Instant } from '../shared/instant';
import { sha256 } from '../shared/sha256';
import { FreeText, LetterText, Line, OpaqueId } from '../shared/words';
import { LONGEST_ENVELOPE } from './noticeFacts';
import { Upward } from './upward';

/** What two installations say to each other over HTTPS, each in two lines (docs/formats.md section 6). */
export const EXCHANGE_FORMAT = 'vigie-exchange/1';
export const RECEIPT_FORMAT = 'vigie-receipt/1';

/** Longer ones are read by nobody, bytes. The longest text, as long items and the envelope stay below, at 3 bytes a character. */
export const LONGEST_MESSAGE = 600_000;

const KeyName = z.string().min(1).max(300);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const noticeId = OpaqueId.meta({ description: 'id that the processor gave the notice' });
const questionId = OpaqueId.meta({ description: 'id of the question, which both sides know' });
const measureId = OpaqueId.meta({ description: 'id of the measure' });
const by = {
  name: Line.meta({ description: 'who said it' }),
  function: Line.meta({ description: 'of what function' }),
};

/**
 * What is told. From the processor a version of a notice, with its own envelope, an answer, and what becomes of a measure;
 * from the controller an acknowledgement, a question and its word on a measure. A test asks for a receipt alone. No field
 * has a default: the bytes are what was sealed.
 */
export const Said = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: saidKind('version'),
      envelope: z.string().min(1).max(LONGEST_ENVELOPE).meta({ description: 'the signed envelope of this version' }),
      text: LetterText.meta({ description: 'the letter to the first contact, without its links' }),
      certain: z.boolean().meta({ description: 'false: the breach is only suspected' }),
      nature: z.array(Nature).max(3).meta({ description: 'what may have been lost' }),
      knownAt: Instant.nullable().meta({ description: 'when an earlier version left by another way; null: none did' }),
      upward: Upward.nullable().exactOptional(), // absent in messages of before, which are read as null
    }),
    z.strictObject({
      kind: saidKind('answer'),
      noticeId,
      questionId,
      answeredAt: Instant.meta({ description: 'when it was answered' }),
      text: FreeText.meta({ description: 'the answer' }),
    }),
    z.strictObject({
      kind: saidKind('acknowledgement'),
      noticeId,
      version: z.int().positive().meta({ description: 'version that was read' }),
      ...by,
    }),
    z.strictObject({
      kind: saidKind('question'),
      noticeId,
      questionId,
      text: FreeText.meta({ description: 'the question' }),
      urgentHours: SaidUrgentHours,
    }),
    ...measureSaid,
    z.strictObject({
      kind: saidKind('word'),
      noticeId,
      measureId,
      verdict: Verdict.meta({ description: 'what is said of the measure' }),
      text: FreeText.nullable().meta({ description: 'its words; null: none were needed' }),
      ...by,
    }),
    z.strictObject({
      kind: saidKind('file'),
      noticeId,
      about: z
        .enum(['question', 'answer'])
        .meta({ description: 'what it belongs to: the controller brings it, or the processor' }),
      questionId,
      hash: Sha256.meta({ description: 'SHA-256 of the document' }),
      size: z.int().positive().max(MOST_FILE_BYTES).meta({ description: 'its bytes' }),
      name: Line.nullable().meta({ description: 'its name; null: none' }),
    }),
    z.strictObject({ kind: saidKind('test') }),
  ])
  .meta({
    id: 'ExchangeSaid',
    description: 'What is told; no member may be missing, and those that a reader does not know are not read',
  });
export type Said = z.infer<typeof Said>;
/** A document with a question, from the controller, or with an answer; its bytes come after the message. */
export type FileSaid = Extract<Said, { kind: 'file' }>;
/** Whether the processor's notices would be taken, of which nothing is written (feature F36). */
type TestSaid = Extract<Said, { kind: 'test' }>;

const BY_CONTROLLER = ['acknowledgement', 'question', 'word'] as const;
export type FromController = Extract<Said, { kind: (typeof BY_CONTROLLER)[number] }>;
export type FromProcessor = Exclude<Said, FromController | FileSaid | TestSaid>;

export const isFromController = (said: Said): said is FromController =>
  BY_CONTROLLER.some((kind) => kind === said.kind);

/** The notice on which a controller acts by saying this; null for what a processor says. */
export function actedOn(said: Said): string | null {
  if (said.kind === 'file') return said.about === 'question' ? said.noticeId : null;
  return isFromController(said) ? said.noticeId : null;
}

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

/** First of the two lines of a message. */
export const Header = z
  .strictObject({
    format: z.literal(EXCHANGE_FORMAT).meta({ description: 'what this is' }),
    origin: KeyName.meta({ description: 'name of the key that seals it' }),
    to: KeyName.meta({ description: 'name of the key of whom it is for' }),
    madeAt: Instant.meta({ description: 'when it was frozen: each repeat is the same bytes' }),
    said: Said,
  })
  .meta({ id: 'ExchangeMessage', description: 'First line of a message; the second is the seal over it' });
export type MessageHeader = z.infer<typeof Header>;

/** `hash`: SHA-256 of its bytes, by which a receipt names it. */
export type ReadMessage = { header: MessageHeader; note: string; hash: string };

/** A message as its bytes came; whose key sealed it is the caller's to check. */
export function readMessage(text: string): ReadMessage | SealFault {
  const read = readSealed(text, Header);
  return typeof read === 'string' ? read : { ...read, hash: sha256(text) };
}

const OfFile = z.looseObject({ kind: z.literal('file'), hash: Sha256 });
const OfTest = z.looseObject({ kind: z.literal('test') });
type Addressee = { to: string; hash: string; fileHash: string | null; isTest: boolean };
const Addressed = z.looseObject({ origin: KeyName, to: KeyName, said: z.unknown() });

/**
 * To whom a message is sealed, whatever else it says: what waits to leave was perhaps frozen by an older version of Vigie.
 * `fileHash`: of the document that it brings; null for any other.
 */
export function addressOf(text: string): Addressee | SealFault {
  const read = readSealed(text, Addressed);
  if (typeof read === 'string') return read;
  const { to, said } = read.header;
  const fileHash = OfFile.safeParse(said).data?.hash ?? null;
  return { to, hash: sha256(text), fileHash, isTest: OfTest.safeParse(said).success };
}

/** First of the two lines of a receipt. */
export const Receipt = z
  .strictObject({
    format: z.literal(RECEIPT_FORMAT).meta({ description: 'what this is' }),
    origin: KeyName.meta({ description: 'name of the key that seals it: of who took the message' }),
    to: KeyName.meta({ description: 'name of the key of who sent it' }),
    message: Sha256.meta({ description: 'SHA-256 of the two lines of the message' }),
    receivedAt: Instant.meta({ description: 'when it was taken first, by the clock of who took it' }),
  })
  .meta({ id: 'ExchangeReceipt', description: 'First line of a receipt; the second is the seal over it' });
export type Receipt = z.infer<typeof Receipt>;

/** Null for what is no receipt of this very message; whose key sealed it is the caller's to check. */
export function readReceipt(text: string, message: string): { receipt: Receipt; note: string } | null {
  const read = readSealed(text, Receipt);
  if (typeof read === 'string' || read.header.message !== message) return null;
  return { receipt: read.header, note: read.note };
}
