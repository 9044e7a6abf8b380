import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from '../../application/ports/journal';
import type { Leases } from '../../application/ports/leases';
import { createAudit } from './auditJournal';
import { agreeWithMarks } from './agreeWithMarks';
import { beginAnew } from './beginAnew';
import { type Refusal, SigningRefused } from './signingRefused';
import { type Signed, type Signing, signJournal } from './signJournal';
import { createTries } from './tries';

export type SignerSettings = {
  /**
   * Every organisation is looked at this often, whatever wake-ups are lost. With the rest below 1 s: that is how fast a
   * head is signed.
   */
  netMs: number;
  /** Rest before each look, woken or not: what one act writes in a row is signed together, and out of its way. */
  restMs: number;
  leaseMs: number;
  /** Some entries of one organisation are audited this often; all of them again only after `auditRestMs`. */
  auditMs: number;
  auditRestMs: number;
};

export const signerDefaults: SignerSettings = {
  netMs: 800,
  restMs: 100,
  leaseMs: 15_000,
  auditMs: 1_000,
  auditRestMs: 60_000,
};

export type SignerParts = Omit<Signing, 'journal'> & {
  journal: Pick<Journal, 'readWindow' | 'head' | 'organisations'>;
  leases: Leases;
  /** Names this process among those that want the lease. */
  holder: string;
  /** The signer stopped for an organisation: two persons must decide. Told once, for the log. */
  refused(refusal: Refusal, message: string): void;
  /** Writes it down (again without harm), and says what two persons decided. Asked again whenever the journal grows. */
  decided(refusal: Refusal): Promise<Decision>;
  /** Entries that were removed are stood in for, after two persons accepted by entry `decidedBy` that they are gone. */
  fill(orgId: string, decidedBy: number): Promise<void>;
  /** An entry that is signed is not what was written: to be alarmed of once. */
  changed(orgId: string, seq: number): Promise<void>;
  /** Database, disk or key is away: tried again, ever more rarely. */
  failed(where: string, error: unknown): void;
};

/** The contradiction as it was first written down; `acceptedBy` null while two persons have not decided. */
export type Decision = Pick<Refusal, 'reason' | 'found'> & { acceptedBy: number | null };

type Stopped = { refusal: Refusal; askedAt: number };

const LEASE = 'signer';
/** The round itself, among organisations that are tried again. */
const EVERY = '';

/**
 * The one process that signs. Several may run: the lease says which one works. It begins at once; `wake` is a hint
 * that an organisation has a new entry. `stop` resolves when nothing is under way and the lease is given back.
 */
export function startSigner(parts: SignerParts, settings: SignerSettings = signerDefaults) {
  const signed = new Map<string, Signed>();
  const tries = createTries(settings.restMs);
  const audit = createAudit(parts, settings.auditRestMs);
  let auditedAtMs = performance.now();
  let turn = 0;
  const stopped = new Map<string, Stopped>();
  const damaged = new Map<string, Set<number>>();
  const woken = new Set<string>();
  const ended = new AbortController();
  let hurry = new AbortController();
  let renewedAtMs = Number.NEGATIVE_INFINITY;
  let sweptAtMs = Number.NEGATIVE_INFINITY;

  async function holdsLease(): Promise<boolean> {
    if (performance.now() - renewedAtMs < settings.leaseMs / 3) return true;
    const askedAtMs = performance.now();
    const held = await parts.leases.hold(LEASE, parts.holder, settings.leaseMs);
    if (!held) signed.clear(); // another signer goes on from here: its marks are read before we sign again
    renewedAtMs = held ? askedAtMs : Number.NEGATIVE_INFINITY;
    return held;
  }

  async function sign(orgId: string): Promise<void> {
    if (!tries.isTime(orgId)) return;
    try {
      if (stopped.has(orgId) && !(await mayGoOn(orgId))) return;
      const before = signed.get(orgId) ?? (await agreeWithMarks(orgId, parts));
      const isOurs = async () => !ended.signal.aborted && holdsLease();
      signed.set(orgId, await signJournal(orgId, before, parts, isOurs, damaged.get(orgId)));
      tries.succeeded(orgId);
    } catch (error) {
      refuseOrTryAgain(orgId, error);
    }
  }

  function refuseOrTryAgain(orgId: string, error: unknown): void {
    audit.forget(orgId);
    signed.delete(orgId);
    if (!(error instanceof SigningRefused)) {
      tries.failed(orgId);
      return parts.failed(`signing ${orgId}`, error);
    }
    tries.succeeded(orgId);
    const { refusal, message } = error;
    stopped.set(orgId, { refusal, askedAt: -1 });
    parts.refused(refusal, message);
  }

  /** Some entries of the organisation whose turn it is. */
  async function auditNext(organisations: readonly string[]): Promise<void> {
    if (performance.now() - auditedAtMs < settings.auditMs) return;
    auditedAtMs = performance.now();
    const orgId = organisations[turn++ % organisations.length];
    if (orgId === undefined || stopped.has(orgId) || !signed.has(orgId)) return;
    await audit.step(orgId).catch((error: unknown) => refuseOrTryAgain(orgId, error));
  }

  /** Whether two persons have accepted by now; only an entry can say so, so it is asked when there is a new one. */
  async function mayGoOn(orgId: string): Promise<boolean> {
    const known = stopped.get(orgId);
    const head = await parts.journal.head(orgId);
    if (known === undefined || known.askedAt === head) return known === undefined;
    const { reason, found, acceptedBy } = await parts.decided(known.refusal);
    stopped.set(orgId, { ...known, askedAt: head });
    if (acceptedBy === null) return false;
    if (reason === 'entryDamaged') damaged.set(orgId, new Set([...(damaged.get(orgId) ?? []), found]));
    else {
      await parts.fill(orgId, acceptedBy);
      await beginAnew(orgId, { found: keptUpTo(reason, found), decidedBy: acceptedBy }, parts);
    }
    return stopped.delete(orgId);
  }

  async function round(): Promise<void> {
    if (!(await holdsLease())) return;
    const isSweep = performance.now() - sweptAtMs >= settings.netMs;
    if (isSweep) sweptAtMs = performance.now();
    const organisations = isSweep ? await parts.journal.organisations() : [...woken];
    woken.clear();
    for (const orgId of organisations) if (!ended.signal.aborted) await sign(orgId);
    if (isSweep && !ended.signal.aborted) await auditNext(organisations);
  }

  function failedRound(error: unknown): void {
    tries.failed(EVERY);
    parts.failed('signing', error);
  }

  async function run(): Promise<void> {
    while (!ended.signal.aborted) {
      if (tries.isTime(EVERY)) await round().then(() => tries.succeeded(EVERY), failedRound);
      hurry = new AbortController();
      if (woken.size === 0) await rest(settings.netMs, AbortSignal.any([ended.signal, hurry.signal]));
      await rest(settings.restMs, ended.signal);
    }
    await parts.leases.release(LEASE, parts.holder).catch((error: unknown) => parts.failed('lease', error));
  }

  const running = run();
  return {
    wake(orgId: string): void {
      woken.add(orgId);
      hurry.abort();
    },
    /** Organisations for which nothing is signed any more, and why. */
    refusals: (): Refusal[] => [...stopped.values()].map(({ refusal }) => refusal),
    async stop(): Promise<void> {
      ended.abort();
      await running;
    },
  };
}

/** A journal that only ends earlier, lacks an entry, or whose marks or key are gone, may still be what older heads say. */
function keptUpTo(reason: Refusal['reason'], found: number): number {
  if (reason === 'journalDiffers' || reason === 'markDiffers') return 0;
  return reason === 'entryMissing' ? found - 1 : found;
}

/** Resolves after a while, or at once when the signal says so. */
const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
