import { z } from 'zod';
import { Verdict } from '../consultation/values';
import { UrgentHours } from '../notice/answerDue';
import { Instant } from '../shared/instant';
import { Line } from '../shared/words';
import { kind, maybe, text } from './commandParts';

const maybeId = (description: string) => z.string().min(1).max(200).nullable().default(null).meta({ description });

/** What is said to the processor that told us, and what it says. */
export const processorCommands = [
  z.strictObject({
    ...kind('processor.acknowledge'),
    version: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .meta({ description: 'version that was read; null: the newest' }),
    acknowledgedAt: Instant,
    name: Line.meta({ description: 'who has read it' }),
    function: Line.meta({ description: 'as what' }),
  }),
  z.strictObject({
    ...kind('processor.ask'),
    askedAt: Instant,
    urgentHours: UrgentHours,
    text: text('what is asked'),
  }),
  z.strictObject({
    ...kind('processor.answer'),
    questionId: z.string().min(1).meta({ description: 'the question that was answered' }),
    answeredAt: Instant,
    text: text('what the processor answered'),
  }),
  z.strictObject({
    ...kind('processor.propose'),
    measureId: maybeId('id that the processor gave it; null: noted by hand'),
    proposedAt: Instant.meta({ description: 'when it was proposed' }),
    urgentHours: UrgentHours,
    dueAt: Instant.nullable().default(null).meta({ description: 'limit that it gave; null: hours, or the contract' }),
    what: text('what is to be done'),
  }),
  z.strictObject({
    ...kind('processor.decide'),
    measureId: z.string().min(1).max(200).meta({ description: 'the measure' }),
    verdict: Verdict.meta({ description: 'our word on it' }),
    text: maybe('why we object, or to what we change it'),
    answeredAt: Instant.meta({ description: 'when it was said' }),
    name: Line.meta({ description: 'who says so' }),
    function: Line.meta({ description: 'as what' }),
  }),
  z.strictObject({
    ...kind('processor.take'),
    measureId: maybeId('the measure; null: one that was not proposed'),
    what: maybe('what was done; null: as it was proposed'),
    takenAt: Instant.meta({ description: 'when it was done' }),
    reason: text('why no answer could be awaited'),
  }),
] as const;
