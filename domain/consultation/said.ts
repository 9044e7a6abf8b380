import { z } from 'zod';
import { MOST_URGENT_HOURS } from '../notice/answerDue';
import { Instant } from '../shared/instant';
import { FreeText, Line, OpaqueId } from '../shared/words';
import { Verdict } from './values';

const which = { noticeId: OpaqueId, measureId: OpaqueId };

/**
 * What a processor tells its controller of a measure: that it is proposed, that it was taken without an answer, and the
 * controller's own word, where a contact gave it by its link or on the telephone.
 */
export const measureSaid = [
  z.strictObject({
    kind: z.literal('proposal'),
    ...which,
    what: FreeText,
    proposedAt: Instant,
    dueAt: Instant,
    urgentHours: z.int().min(1).max(MOST_URGENT_HOURS).nullable(),
  }),
  z.strictObject({ kind: z.literal('taking'), ...which, what: FreeText, takenAt: Instant, reason: FreeText }),
  z.strictObject({
    kind: z.literal('verdict'),
    ...which,
    verdict: Verdict,
    text: FreeText.nullable(),
    name: Line,
    function: Line,
    answeredAt: Instant,
    via: z.enum(['link', 'call']),
  }),
] as const;
export type MeasureSaid = z.infer<(typeof measureSaid)[number]>;
