import type { RegimeFacts } from '../../../domain/regime/facts';
import { type Stage, stagesOf } from '../../../domain/regime/stages';
import type { RegimeId } from '../../../domain/regime/vocabulary';

export const iso = (text: string): string => new Date(text).toISOString();

export const paris = { zone: 'Europe/Paris', calendar: 'FR-metropole' } as const;

/** The stages of a regime in Paris, a minute after its trigger unless said. */
export function stages(id: RegimeId, known: Partial<RegimeFacts>, now?: string): Stage[] {
  const facts: RegimeFacts = { triggerAt: null, profileId: null, facts: {}, sent: {}, ...known };
  const at = now ?? new Date(Date.parse(facts.triggerAt ?? '2026-10-01T00:00:00Z') + 60_000).toISOString();
  return stagesOf(id, facts, paris, new Date(at));
}

/** Stage by stage, the strict limit and Regulation 1182/71's. */
export const dues = (id: RegimeId, known: Partial<RegimeFacts>): Record<string, [string | null, string | null]> =>
  Object.fromEntries(stages(id, known).map(({ id: stage, dueAt, reg1182 }) => [stage, [dueAt, reg1182]]));

export const stage = (id: RegimeId, name: string, known: Partial<RegimeFacts>, now?: string): Stage | undefined =>
  stages(id, known, now).find((one) => one.id === name);
