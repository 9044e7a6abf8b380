import type { SendResult } from './mailer';

/** `bytes` are JSON, as stored; `id` is the same for every repeat of them. */
export type Message = {
  bytes: Buffer;
  id: string;
  /** For connection and answer together, in milliseconds. */
  timeoutMs?: number;
  /** Nothing is said before it is true, or if it is not. */
  mayLeave: Promise<boolean>;
};

/** `secrets`: those whose holders may check the signature, newest first. */
export type WebhookMessage = Message & { url: string; secrets: readonly string[] };

/** What was answered, its body cut; or how far it got: `unknown`, its bytes were on their way. */
export type PostAnswer = { status: number; body: string } | { status: null; why: 'closed' | 'away' | 'unknown' };

export type ExchangeMessage = Omit<Message, 'id'> & { url: string; mediaType: string };

/** What leaves by HTTP beside mails. Null: the operator has set none, and nothing leaves that way. Never reject. */
export type Carriers = {
  webhook: ((message: WebhookMessage) => Promise<SendResult>) | null;
  /** To the operator's gateway, which reads the number in the bytes. */
  sms: ((message: Message) => Promise<SendResult>) | null;
  /** To another installation; `bytes` are sealed. */
  exchange: ((message: ExchangeMessage) => Promise<PostAnswer>) | null;
};
