import type { Actor } from '../../domain/journal/entry';
import type { Role } from '../../domain/shared/roles';
import type { Carriers } from './carriers';
import type { Checkpoints } from './checkpoints';
import type { ReadCsv } from './csv';
import type { Documents } from './documents';
import type { Journal } from './journal';
import type { KeptForms } from './keptForms';
import type { KeptPacks } from './keptPacks';
import type { Links } from './links';
import type { Mailer } from './mailer';
import type { People } from './people';
import type { Projections } from './projections';
import type { Proofs } from './proofs';
import type { Recipients } from './recipients';
import type { Relay } from './relay';
import type { Sessions } from './sessions';
import type { Texts } from './texts';
import type { Tokens } from './tokens';
import type { WebhookSecrets } from './webhookSecrets';
import type { WriteXlsx } from './xlsx';

/** What texts say of this installation. */
export type Settings = {
  /** Without a trailing slash: guest links and links to pages begin with it. */
  publicUrl: string;
  /** Right-hand side of Message-IDs. */
  mailDomain: string;
};

/** What the outside offers. `runtime/` alone decides what stands behind each. */
export type Ports = {
  journal: Journal;
  projections: Projections;
  checkpoints: Checkpoints;
  proofs: Proofs;
  documents: Documents;
  people: People;
  tokens: Tokens;
  sessions: Sessions;
  keptForms: KeptForms;
  keptPacks: KeptPacks;
  links: Links;
  recipients: Recipients;
  readCsv: ReadCsv;
  writeXlsx: WriteXlsx;
  webhookSecrets: WebhookSecrets;
  mailer: Mailer;
  carriers: Carriers;
  /** Null while mails are caught and nobody outside is told. */
  relay: Relay | null;
  texts: Texts;
  settings: Settings;
  now(): Date;
  /** UUIDv7: opaque, roughly ordered by time. */
  newId(): string;
  /** 32 random bytes in hex; claims and links hang on it. */
  newNonce(): string;
};

/** Who acts, in which organisation, with what at hand. */
export type Context = { orgId: string; actor: Actor; roles: readonly Role[]; ports: Ports };

/** How every use case is called. */
export type Call<Input> = { ctx: Context; input: Input };
