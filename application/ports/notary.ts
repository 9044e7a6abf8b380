/**
 * The key of each organisation's journal (Ed25519), made at the first signature and never shown. `text` ends with a
 * line feed; a note is that text with its signature, as C2SP signed-note has it.
 */
export type Notary = {
  /** Name of the organisation's log and key: installation and organisation. */
  origin(orgId: string): string;
  sign(orgId: string, text: string): Promise<string>;
  /** Whether the organisation's own key signed this note. */
  hasSigned(orgId: string, note: string): Promise<boolean>;
  /** Whether the key that a counterpart gave out (C2SP vkey) signed this note; false for what is no key. */
  isSignedBy(verifierKey: string, note: string): boolean;
  /** Public key, to be given to whoever is to check, apart from any file (C2SP vkey). */
  verifierKey(orgId: string): Promise<string>;
};
