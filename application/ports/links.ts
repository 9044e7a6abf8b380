/** A random link for one notice and one contact. Only its SHA-256 can be looked up; the token itself is kept encrypted. */
export type GuestLink = { orgId: string; noticeId: string; contactId: string; expiresAt: string | null };

export type Links = {
  /** The token for this notice and contact, made at the first call and the same ever after. */
  issue(orgId: string, noticeId: string, contactId: string): Promise<string>;
  /** Another token in place of the one that was, in one step: the old one opens nothing any more. Valid until `expiresAt` at least. */
  renew(orgId: string, noticeId: string, contactId: string, expiresAt: string): Promise<string>;
  /** The same in place of this very token; null where another has taken its place: of two at once, one is made. */
  replace(token: string, expiresAt: string): Promise<string | null>;
  find(token: string): Promise<GuestLink | null>;
  /** Sets the end of validity of all links of a notice (closure + 30 days). */
  expire(orgId: string, noticeId: string, expiresAt: string): Promise<void>;
};
