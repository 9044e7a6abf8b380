import type { ExerciseRow } from './shapes';

/** `later`: what it is about is not there yet; `none`: it is no step of this exercise; nothing of either is said. */
export type Did = 'done' | 'later' | 'none';

/** What the team does next, once so much was told. `what`: the step of the report, or `over`. */
export type Step = { told: number; what: string; act(row: ExerciseRow): Promise<Did> };
