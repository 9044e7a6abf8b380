import type { Express } from 'express';
import { z } from 'zod';
import type { Door } from './door';

/** Each answers within a second or so; a rejection counts as "no". */
export type Health = {
  database(): Promise<boolean>;
  /** How far this host's clock is from the database's, milliseconds; null where it cannot be told. */
  clockOffsetMs(): Promise<number | null>;
  projections(): Promise<boolean>;
  /** Away means degraded: everything is still recorded, and the watchdog still sends. */
  temporal(): Promise<boolean>;
  /** Whether no organisation's journal contradicts what was signed. No means degraded: everything else goes on. */
  signing(): Promise<boolean>;
  isStopping(): boolean;
};

/** Further off, instants written here would be worth nothing (docs/architecture.md, host clock). */
const WORST_OFFSET_MS = 60_000;
const PATIENCE_MS = 1_500;

const Check = z.enum(['ok', 'away', 'wrong']);
const Readiness = z.strictObject({
  status: z.enum(['ready', 'degraded', 'notReady']),
  database: Check,
  clock: Check,
  projections: Check,
  temporal: Check,
  signing: Check,
});
export type Readiness = z.infer<typeof Readiness>;

/** `/health/live`: the process runs. `/health/ready`: it may be sent requests. */
export function serveHealth(app: Express, { health }: Pick<Door, 'health'>): void {
  app.get('/health/live', (_request, response) => response.json({ status: 'live' }));
  app.get('/health/ready', async (_request, response) => {
    const readiness = await readinessOf(health);
    response.status(readiness.status === 'notReady' ? 503 : 200).json(readiness);
  });
}

export async function readinessOf(health: Health): Promise<Readiness> {
  const [database, offsetMs, projections, temporal, signing] = await Promise.all([
    patiently(health.database(), false),
    patiently(health.clockOffsetMs(), null),
    patiently(health.projections(), false),
    patiently(health.temporal(), false),
    patiently(health.signing(), true), // what cannot be asked is the database's fault, which is told above
  ]);
  const checks = {
    database: database ? ('ok' as const) : ('away' as const),
    clock: offsetMs === null || Math.abs(offsetMs) < WORST_OFFSET_MS ? ('ok' as const) : ('wrong' as const),
    projections: projections ? ('ok' as const) : ('away' as const),
    temporal: temporal ? ('ok' as const) : ('away' as const),
    signing: signing ? ('ok' as const) : ('wrong' as const),
  };
  const isReady = database && projections && checks.clock === 'ok' && !health.isStopping();
  const status = isReady ? (temporal && signing ? 'ready' : 'degraded') : 'notReady';
  return { status, ...checks };
}

async function patiently<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS);
  });
  return Promise.race([answer.catch(() => otherwise), tooLate]).finally(() => clearTimeout(timer));
}
