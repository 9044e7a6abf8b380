import { type LegalDue, legalDue } from '../deadline/legalClock';
import { earliest } from '../shared/instant';

/** From when a controller knows of a breach of its data; derived from the case, never stored apart from it. */
export type CaseClock = {
  /** `provisional` while it was told of a suspicion only; `cancelled` once it was found to be no breach. */
  status: 'provisional' | 'confirmed' | 'cancelled';
  /** The earliest instant of knowledge ever recorded. It binds until two persons have approved a later one (invariant 4). */
  t0: string;
  /** Awareness as it was said last; null while nobody has confirmed it. */
  awareAt: string | null;
  /** Record time of the newest change. */
  changedAt: string;
};

/** Hours that a law profile gives for telling the authority, and the zone whose hour boundaries count. */
export type AuthorityTerm = { hours: number; zone: string };

/** What is known when a case is opened. */
type Opening = { receivedAt: string; knownAt: string | null; certain: boolean };

/**
 * The controller is in principle aware once its processor has told it, unless it knew earlier (EDPB 9/2022, rule E5).
 * Told of a mere suspicion the same clock runs, provisionally: nobody discovers a limit after it has passed.
 */
export function startClock({ receivedAt, knownAt, certain }: Opening, at: string): CaseClock {
  const t0 = knownAt === null ? receivedAt : earliest(receivedAt, knownAt);
  return { status: certain ? 'confirmed' : 'provisional', t0, awareAt: certain ? t0 : null, changedAt: at };
}

/** It is a breach, known since `awareAt`: an earlier instant binds at once, a later one does not move the limit. */
export const confirmClock = (clock: CaseClock, awareAt: string | null, at: string): CaseClock => {
  const said = awareAt ?? clock.awareAt ?? clock.t0;
  return { status: 'confirmed', t0: earliest(clock.t0, said), awareAt: said, changedAt: at };
};

/** The knowledge that what follows from it is not dated before: such a date is a slip, or knowledge is corrected first. */
export const knownSince = ({ clock }: { clock: CaseClock }) =>
  ({ pointer: '/awareAt', at: clock.t0, recorded: true }) as const;

/** Two persons have corrected since when it runs, perhaps to later; that it is a breach is said by `qualify` alone. */
export const correctClock = (t0: string, at: string, isProvisional: boolean): CaseClock => ({
  status: isProvisional ? 'provisional' : 'confirmed',
  t0,
  awareAt: isProvisional ? null : t0,
  changedAt: at,
});

/** The instant stays: a case that is taken up again must not forget since when it was known. */
export const cancelClock = (clock: CaseClock, at: string): CaseClock => ({
  ...clock,
  status: 'cancelled',
  changedAt: at,
});

/** Awareness as it binds: what forms, register and statistics say; null while nobody has confirmed it. */
export const boundAwareness = ({ awareAt, t0 }: CaseClock): string | null => (awareAt === null ? null : t0);

/** An awareness that was said later than the one that binds, which two persons have not approved; null for none. */
export const saidLater = ({ awareAt, t0 }: CaseClock): string | null =>
  awareAt !== null && Date.parse(awareAt) > Date.parse(t0) ? awareAt : null;

export const movesLater = ({ t0 }: CaseClock, awareAt: string): boolean => Date.parse(awareAt) > Date.parse(t0);

/** The limit for telling the authority, counted both ways (domain rules 3.1); null once nothing runs. */
export const authorityDue = ({ status, t0 }: CaseClock, { hours, zone }: AuthorityTerm): LegalDue | null =>
  status === 'cancelled' ? null : legalDue(t0, hours, zone);
