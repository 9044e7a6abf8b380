/** What was shown at the door. Accounts will be another kind; what a session may do is asked anew at each request. */
export type Credential = { kind: 'token'; orgId: string; tokenId: string };

export type Session = { credential: Credential; csrf: string; expiresAt: string };

/** Browser sessions under the hash of a random cookie; they end by themselves at `expiresAt`. */
export type Sessions = {
  open(cookieHash: string, session: Session): Promise<void>;
  find(cookieHash: string): Promise<Session | null>;
  close(cookieHash: string): Promise<void>;
};
