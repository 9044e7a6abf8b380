export type WebhookSecret = { secretId: string; secret: string; at: string; earlierUntil: string };

/** Secrets by which contacts check that a webhook is ours, sealed under their agreement's key. */
export type WebhookSecrets = {
  /**
   * One more for this contact; the earlier ones sign beside it until `earlierUntil`. False where this one is known: nothing
   * is changed then.
   */
  put(orgId: string, agreementId: string, contactId: string, secret: WebhookSecret): Promise<boolean>;
  /** Those that count at an instant, newest first; none once the agreement's key is destroyed. */
  valid(orgId: string, agreementId: string, contactId: string, at: Date): Promise<string[]>;
};
