import type { Outcome, OutcomeResult } from '../../domain/delivery/events';
import type { Inset } from './texts';

export type Letter = {
  to: string;
  /** Who writes: the organisation's name. The address is the installation's. */
  sender?: string;
  /** Where answers go: a person of the organisation, since nobody reads the relay's own box. */
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; mediaType: string; bytes: Buffer }[];
  /** In angle brackets, fixed for every repeat. */
  messageId: string;
  /** Message-ID of the earlier version that this one follows, so that mail programs show one thread. */
  inReplyTo?: string;
  date: Date;
  language?: 'fr' | 'en';
};

/** A letter that goes to many: its parts differ in what each has in its one place. */
export type SerialLetter = Pick<Letter, 'sender' | 'subject' | 'date' | 'language'> & { text: Inset; html: Inset };

/** One mail of a series. `line` is what `text` and `html` have in their place. */
export type SerialMail = Pick<Letter, 'to' | 'messageId'> & { line: string };

export type Parcel = { to: string; raw: Buffer; envelopeId: string };

/** `exchange`: of a message to another installation alone. */
export type SendResult = {
  result: OutcomeResult;
  replyCode: number | null;
  exchange?: Outcome['exchange'];
};

export type Mailer = {
  /** The words of a raw mail, without its HTML and attachments. */
  textOf(raw: Buffer): Promise<string>;
  /**
   * Raw RFC 5322 bytes: the same letter gives the same bytes.
   *
   * @throws RangeError for an address or a Message-ID that could carry a second header or recipient
   */
  compose(letter: Letter): Promise<Buffer>;
  /**
   * Composes once what all mails of a series share; each has the bytes that `compose` would give it.
   *
   * @throws RangeError, from what it returns, as `compose` does
   */
  series(letter: SerialLetter): (mail: SerialMail) => Buffer;
  /**
   * One recipient, within `timeoutMs` milliseconds. Never rejects: a broken connection is the outcome `unknown`.
   * The relay is reached while `mayLeave` is waited for; nothing of the mail is said before it is true, or if it is not.
   */
  send(mail: Parcel & { timeoutMs?: number; mayLeave: Promise<boolean> }): Promise<SendResult>;
};

/** What a test mail showed of the relay. Where it stopped: `step` is an SMTP command or a kind of connection error. */
export type RelayTest =
  | { accepted: true; replyCode: number; encrypted: boolean; deliveryStatus: boolean }
  | { accepted: false; replyCode: number | null; step: string };

/** Sends one mail of no consequence. Never rejects. Until it was accepted once, the banner stays. */
export type TestRelay = (mail: { to: string; raw: Buffer; envelopeId: string }) => Promise<RelayTest>;
