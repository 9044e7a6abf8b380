import type { OutcomeResult } from '../../domain/delivery/events';

export type Letter = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; mediaType: string; bytes: Buffer }[];
  messageId: string;
  date: Date;
};

export type SendResult = { result: OutcomeResult; replyCode: number | null };

export type Mailer = {
  /** Raw RFC 5322 bytes: the same letter gives the same bytes. */
  compose(letter: Letter): Promise<Buffer>;
  /** One recipient. Never rejects: a broken connection is the outcome `unknown`. */
  send(mail: { to: string; raw: Buffer; envelopeId: string }): Promise<SendResult>;
};
