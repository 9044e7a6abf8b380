import { z } from 'zod';
import { FACTS } from '../regime/facts';
import { RegimeId, StageId } from '../regime/vocabulary';
import { Instant } from '../shared/instant';
import { Line } from '../shared/words';
import { kind, maybe, text } from './commandParts';

const regime = RegimeId.meta({ description: 'the neighbouring regime' });

/** Whether a neighbouring regime applies, and what was done under it. */
export const regimeCommands = [
  z.strictObject({
    ...kind('regime.concern'),
    regime,
    triggerAt: Instant.meta({ description: 'what its limits count from' }),
    reason: text('why it applies: the fact that starts it'),
    facts: z.strictObject(FACTS).partial().default({}).meta({ description: 'facts on which its stages depend' }),
  }),
  z.strictObject({
    ...kind('regime.exclude'),
    regimes: z.array(RegimeId).min(1).meta({ description: 'regimes that do not apply' }),
    reason: text('why they do not'),
  }),
  z.strictObject({
    ...kind('regime.record'),
    regime,
    stage: StageId.meta({ description: 'what was done' }),
    sentAt: Instant.meta({ description: 'when it left' }),
    receipt: Line.nullable().default(null).meta({ description: 'number of the receipt, or another reference' }),
    delayText: maybe('why it left after its limit'),
  }),
] as const;
