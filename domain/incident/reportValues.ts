import { z } from 'zod';
import { erasable } from '../shared/erasable';
import { StoredEmail, StoredLine, StoredText } from '../shared/stored';
import { Drill } from '../deadline/pace';
import { Instant } from '../shared/instant';
import { Consequence, Harmed, IncidentKind, Severity, SignalChannel, SignalKind, Source, Touched } from './vocabulary';

/** Values of the entries that lead from a signal to an incident and end it (domain rules 7.1). */
export const Reported = z.strictObject({
  source: Source,
  channel: SignalChannel,
  kind: SignalKind,
  alertedAt: Instant.meta({ description: 'the first alert, whatever it said' }),
  alertedDay: z.iso.date().optional().meta({ description: 'its day, where the hour is not known' }),
  detectedAt: Instant.nullable().meta({ description: 'detection of the violation, if known already' }),
  language: z.enum(['fr', 'en']).meta({ description: 'language of the receipt' }),
  exercise: z.boolean().meta({ description: 'a drill: same machine, every text is marked' }),
  drill: Drill.optional().meta({ description: 'of a planned exercise' }),
  text: erasable(StoredText),
  declarantName: erasable(StoredLine),
  declarantEmail: erasable(StoredEmail),
  declarantPhone: erasable(StoredLine),
  systems: erasable(z.array(StoredLine).max(100)),
});
export type Reported = z.infer<typeof Reported>;

export const TriageStarted = z.strictObject({ firstFacts: erasable(StoredText) });

/** `breakGlass`: one person acted for two, the second being out of reach (invariant 14). */
export const Dismissed = z.strictObject({
  personalDataOnSystem: z.boolean(),
  reason: erasable(StoredText),
  breakGlass: z.boolean(),
  breakGlassReason: erasable(StoredText),
});

export const Reopened = z.strictObject({ reason: erasable(StoredText) });

export const Declared = z.strictObject({
  kind: IncidentKind,
  severity: Severity,
  harmed: Harmed,
  leadId: z.string().min(1).meta({ description: 'person who leads, opaque id' }),
  possibleCrime: z.enum(['yes', 'no', 'unknown']),
  basis: erasable(StoredText),
});
export type Declared = z.infer<typeof Declared>;

/** Duty S3-08: a controller is told of an incident that touches it, breach or not. */
export const Told = z.strictObject({
  touched: z.array(Touched).min(1).max(200),
  text: erasable(StoredText),
});

export const InvestigationJustified = z.strictObject({ reason: erasable(StoredText) });

export const Closed = z.strictObject({
  outcome: z.enum(['breach', 'notABreach']),
  consequences: z.array(Consequence),
  holdsDecided: z.literal(true),
  lessons: erasable(StoredText),
});

export const Reviewed = z.strictObject({
  breakGlassSeq: z.int().positive().meta({ description: 'entry in which one person acted for two' }),
  verdict: z.enum(['confirmed', 'contested']),
  remark: erasable(StoredText),
});
