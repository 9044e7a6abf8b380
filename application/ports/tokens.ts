/** Which organisation's token a secret opens. Whether it still opens anything, the journal says. */
export type TokenPlace = { orgId: string; tokenId: string };

/** Only hashes of secrets are stored; the secret is shown once. */
export type Tokens = {
  /** False when this token has a secret already: of several that try, one shows its secret. */
  put(secretHash: string, place: TokenPlace): Promise<boolean>;
  /** By the whole hash: the one look-up that knows no organisation yet. */
  find(secretHash: string): Promise<TokenPlace | null>;
};
