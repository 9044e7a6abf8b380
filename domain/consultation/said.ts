import { z } from 'zod';
import { SaidUrgentHours } from '../notice/answerDue';
import { Instant } from '../shared/instant';
import { FreeText, Line, OpaqueId } from '../shared/words';
import { Verdict } from './values';

/** By what a message says what it tells. */
export const saidKind = <K extends string>(kind: K) => z.literal(kind).meta({ description: 'what is told' });

const which = {
  noticeId: OpaqueId.meta({ description: 'id that the processor gave the notice' }),
  measureId: OpaqueId.meta({ description: 'id of the measure' }),
};
const what = FreeText.meta({ description: 'the measure' });

/**
 * What a processor tells its controller of a measure: that it is proposed, that it was taken without an answer, and the
 * controller's own word, where a contact gave it by its link or on the telephone.
 */
export const measureSaid = [
  z.strictObject({
    kind: saidKind('proposal'),
    ...which,
    what,
    proposedAt: Instant.meta({ description: 'when it was proposed' }),
    dueAt: Instant.meta({ description: 'until when the contract gives the controller time' }),
    urgentHours: SaidUrgentHours,
  }),
  z.strictObject({
    kind: saidKind('taking'),
    ...which,
    what,
    takenAt: Instant.meta({ description: 'when it was taken' }),
    reason: FreeText.meta({ description: 'why no answer could be awaited' }),
  }),
  z.strictObject({
    kind: saidKind('verdict'),
    ...which,
    verdict: Verdict.meta({ description: 'what a contact of the controller said' }),
    text: FreeText.nullable().meta({ description: 'its words; null: none were needed' }),
    name: Line.meta({ description: 'who said it' }),
    function: Line.meta({ description: 'of what function' }),
    answeredAt: Instant.meta({ description: 'when it was said' }),
    via: z.enum(['link', 'call']).meta({ description: 'how it was said' }),
  }),
] as const;
export type MeasureSaid = z.infer<(typeof measureSaid)[number]>;
