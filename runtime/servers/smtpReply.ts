/** A refusal by its RFC 5321 code: 4xx, try again; 5xx, for good. */
export class SmtpReply extends Error {
  override name = 'SmtpReply';
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** What a server says to an error: its own refusal as it is; anything else is our fault for now. */
export const replyTo = (error: unknown, tryLater: SmtpReply): SmtpReply =>
  error instanceof SmtpReply ? error : tryLater;
