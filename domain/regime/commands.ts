import { z } from 'zod';
import { Instant } from '../shared/instant';
import { FreeText, Line } from '../shared/words';
import { FACTS } from './facts';
import { RegimeId, StageId } from './vocabulary';

const regime = RegimeId.meta({ description: 'the neighbouring regime' });
const text = (description: string) => FreeText.meta({ description });

/** What a person may say of other laws, of a controller's case and of an incident alike. */
export const regimeCommands = [
  z.strictObject({
    kind: z.literal('regime.concern'),
    regime,
    triggerAt: Instant.meta({ description: 'what its limits count from' }),
    reason: text('why it applies: the fact that starts it'),
    facts: z.strictObject(FACTS).partial().default({}).meta({ description: 'facts on which its stages depend' }),
  }),
  z.strictObject({
    kind: z.literal('regime.exclude'),
    regimes: z.array(RegimeId).min(1).meta({ description: 'regimes that do not apply' }),
    reason: text('why they do not'),
  }),
  z.strictObject({
    kind: z.literal('regime.record'),
    regime,
    stage: StageId.meta({ description: 'what was done' }),
    sentAt: Instant.meta({ description: 'when it left' }),
    receipt: Line.nullable().default(null).meta({ description: 'number of the receipt, or another reference' }),
    delayText: FreeText.nullable().default(null).meta({ description: 'why it left after its limit' }),
  }),
] as const;
export const RegimeCommand = z.discriminatedUnion('kind', regimeCommands);
export type RegimeCommand = z.infer<typeof RegimeCommand>;
export type RegimeCommandOf<K extends RegimeCommand['kind']> = Extract<RegimeCommand, { kind: K }>;

export const isRegimeCommand = <C extends { kind: string }>(command: C): command is Extract<C, RegimeCommand> =>
  regimeCommands.some(({ shape }) => shape.kind.value === command.kind);
