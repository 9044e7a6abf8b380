import { type BreachClock, type Held, t0Of, type Triggers } from '../deadline/breachClock';
import { earliest } from '../shared/instant';
import type { Correction, Suspected } from './breachValues';

/**
 * How entries move a breach's clock (domain rules 3.3, invariant 4). `provisionalT0` and, where detection counts, `held`
 * are the floor: the earliest t0 ever recorded, which binds through confirmation, cancellation and renewed suspicion
 * until two persons approve a later one.
 */
export const noClock: BreachClock = {
  status: 'none',
  provisionalT0: null,
  awareAt: null,
  detectedAt: null,
  nature: [],
  held: { detection: null, confidentiality: null },
  changedAt: null,
};

const least = (floor: string | null, t0: string): string => (floor === null ? t0 : earliest(floor, t0));
const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);
const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** The held detections with one more. An earlier one counts for a loss of confidentiality that is named after it. */
function hold({ detection, confidentiality }: Held, { detectedAt, nature }: Seen): Held {
  const first = detectedAt === null ? detection : least(detection, detectedAt);
  const counts = first !== null && nature.includes('confidentiality');
  return { detection: first, confidentiality: counts ? least(confidentiality, first) : confidentiality };
}

type Seen = Pick<BreachClock, 'detectedAt' | 'nature'>;

/** A signal, with the detection that it gave: nothing runs yet. */
export const signalled = (detectedAt: string | null): BreachClock => ({
  ...noClock,
  detectedAt,
  held: { detection: detectedAt, confidentiality: null },
});

export function suspect(clock: BreachClock, { t0, nature }: Pick<Suspected, 't0' | 'nature'>, at: string): BreachClock {
  return {
    ...addNature(clock, nature, at),
    status: 'provisional',
    provisionalT0: least(clock.provisionalT0, t0),
    awareAt: null,
    changedAt: at,
  };
}

/** An earlier t0 of a clock that runs. */
export function bringForward(clock: BreachClock, t0: string, at: string): BreachClock {
  return { ...clock, provisionalT0: least(clock.provisionalT0, t0), changedAt: at };
}

export function confirm(clock: BreachClock, { awareAt, detectedAt, nature }: Correction, at: string): BreachClock {
  const provisionalT0 = least(clock.provisionalT0, awareAt);
  const held = hold(clock.held, { detectedAt, nature });
  return { status: 'confirmed', provisionalT0, awareAt, detectedAt, nature, held, changedAt: at };
}

/** Two persons accept the later awareness, and the detection and nature that stand beside it. */
export function release(clock: BreachClock, awareAt: string, at: string): BreachClock {
  return { ...clock, provisionalT0: awareAt, held: hold(noClock.held, clock), changedAt: at };
}

export function correct(clock: BreachClock, { awareAt, detectedAt, nature }: Correction, at: string): BreachClock {
  const corrected = confirm(clock, { awareAt, detectedAt, nature }, at);
  return movesLater(clock, { awareAt, detectedAt, nature }) ? release(corrected, awareAt, at) : corrected;
}

export function addNature(clock: BreachClock, nature: BreachClock['nature'], at: string): BreachClock {
  const all = union(clock.nature, nature);
  if (all.length === clock.nature.length) return clock;
  return { ...clock, nature: all, held: hold(clock.held, { ...clock, nature: all }), changedAt: at };
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

/** A breach of one's own data counts from awareness (GDPR Art 33(1)). */
export const fromAwareness: Triggers = { from: 'awareness', confidentialityFromDetection: false };

/** From what contracts may count: one of each kind. */
export const everyTrigger: readonly Triggers[] = [
  fromAwareness,
  { from: 'awareness', confidentialityFromDetection: true },
  { from: 'detection', confidentialityFromDetection: false },
];

/**
 * What was said last is later than what binds under some contract, and nobody has approved that yet.
 *
 * @param contracts from what they count; a breach of one's own data counts from awareness
 */
export function awaitsRelease(clock: BreachClock, contracts: readonly Triggers[] = everyTrigger): boolean {
  const { status, awareAt, changedAt } = clock;
  if (status !== 'confirmed' || awareAt === null || changedAt === null) return false;
  const released = release(clock, awareAt, changedAt);
  return [fromAwareness, ...contracts].some((triggers) => {
    const [t0, later] = [t0Of(clock, triggers), t0Of(released, triggers)];
    return t0 !== null && later !== null && isAfter(later, t0);
  });
}
