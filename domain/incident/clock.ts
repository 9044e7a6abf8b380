import type { BreachClock } from '../deadline/breachClock';
import { earliest } from '../shared/instant';
import type { AwareSet, Correction, Suspected } from './breachValues';

/**
 * How entries move a breach's clock (domain rules 3.3, invariant 4). `provisionalT0` is the floor: the earliest t0 ever
 * recorded, which binds through confirmation, cancellation and renewed suspicion until two persons approve a later one.
 */
export const noClock: BreachClock = {
  status: 'none',
  provisionalT0: null,
  awareAt: null,
  detectedAt: null,
  nature: [],
  changedAt: null,
};

const least = (floor: string | null, t0: string): string => (floor === null ? t0 : earliest(floor, t0));
const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);
const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

export function suspect(clock: BreachClock, { t0, nature }: Pick<Suspected, 't0' | 'nature'>, at: string): BreachClock {
  return {
    ...clock,
    status: 'provisional',
    provisionalT0: least(clock.provisionalT0, t0),
    awareAt: null,
    nature: union(clock.nature, nature),
    changedAt: at,
  };
}

/** An earlier t0 of a clock that runs. */
export function bringForward(clock: BreachClock, t0: string, at: string): BreachClock {
  return { ...clock, provisionalT0: least(clock.provisionalT0, t0), changedAt: at };
}

export function confirm(clock: BreachClock, { awareAt, detectedAt, nature }: AwareSet, at: string): BreachClock {
  const provisionalT0 = least(clock.provisionalT0, awareAt);
  return { status: 'confirmed', provisionalT0, awareAt, detectedAt, nature, changedAt: at };
}

/** Two persons accept the later awareness. */
export function release(clock: BreachClock, awareAt: string, at: string): BreachClock {
  return { ...clock, provisionalT0: awareAt, changedAt: at };
}

export function correct(clock: BreachClock, { awareAt, detectedAt, nature }: Correction, at: string): BreachClock {
  const isLater = movesLater(clock, { awareAt, detectedAt, nature });
  const provisionalT0 = isLater ? awareAt : least(clock.provisionalT0, awareAt);
  return { status: 'confirmed', provisionalT0, awareAt, detectedAt, nature, changedAt: at };
}

export function addNature(clock: BreachClock, nature: BreachClock['nature'], at: string): BreachClock {
  const all = union(clock.nature, nature);
  return all.length === clock.nature.length ? clock : { ...clock, nature: all, changedAt: at };
}

/** The floor stays: a renewed suspicion must not forget when it began. */
export function cancel(clock: BreachClock, at: string): BreachClock {
  return { ...clock, status: 'cancelled', awareAt: null, changedAt: at };
}

/** Whether a correction may move some controller's limit later; taking confidentiality out of the nature counts. */
export function movesLater(clock: BreachClock, to: Correction): boolean {
  const t0 = clock.awareAt ?? clock.provisionalT0;
  return (
    (t0 !== null && isAfter(to.awareAt, t0)) ||
    (clock.detectedAt !== null && isAfter(to.detectedAt, clock.detectedAt)) ||
    (clock.nature.includes('confidentiality') && !to.nature.includes('confidentiality'))
  );
}

/** The awareness is later than what runs, and nobody has approved that yet. */
export function awaitsRelease({ status, provisionalT0, awareAt }: BreachClock): boolean {
  return status === 'confirmed' && provisionalT0 !== null && awareAt !== null && isAfter(awareAt, provisionalT0);
}
