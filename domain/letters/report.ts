import { z } from 'zod';
import { Instant } from '../shared/instant';
import { TextAnswer } from './answer';
import { Addressee, CheckpointHash, Contact, Head, Link } from './head';
import { BreachCause } from '../incident/vocabulary';
import { MeasuresItem } from './items';

/** An incident that touches a controller is reported to it, breach or not (duty S3-08). */
export const IncidentReportLetter = z.strictObject({
  head: Head,
  addressee: Addressee,
  alertedAt: Instant.nullable(),
  detectedAt: Instant.nullable(),
  severity: z.enum(['low', 'medium', 'high', 'critical', 'unknown']),
  ongoing: z.enum(['yes', 'no', 'unknown']),
  what: TextAnswer,
  systems: TextAnswer,
  cause: BreachCause,
  measures: MeasuresItem,
  personalData: z.enum(['no', 'underReview', 'suspected']).meta({
    description: '`suspected`: a notice of its own leaves',
  }),
  contacts: z.array(Contact).min(1),
  link: Link.nullable(),
  checkpoint: CheckpointHash,
});
export type IncidentReportLetter = z.infer<typeof IncidentReportLetter>;
