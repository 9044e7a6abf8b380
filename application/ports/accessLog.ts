import type { Actor } from '../../domain/journal/entry';

/** Who read what of a journal, and when (UTC). Opaque ids only. Expires after six months (duty S4). */
export type Access = {
  orgId: string;
  actor: Actor;
  at: string;
  what: 'list' | 'knownAt' | 'export' | 'extract' | 'register' | 'letters' | 'unreached' | 'file';
  /** Subject, party or filter that was read, as ids. */
  of: string;
};

export type AccessLog = {
  /** Resolves once it is written: what cannot be traced is not read. */
  add(access: Access): Promise<void>;
  /** Newest first. */
  read(orgId: string, limit: number): Promise<Access[]>;
};
