import { z } from 'zod';
import { BreachRecord } from '../authority/breachRecord';
import { Nature } from '../deadline/breachClock';
import { erasable } from '../shared/erasable';
import { Instant } from '../shared/instant';
import { StoredLine, StoredText } from '../shared/stored';

const incidentSeq = z.int().positive().meta({ description: 'newest entry of the incident that was read' });

/** Where the incident stands that a case of our own processing follows. Two persons have approved there what moves later. */
export const CaseFollowed = z.strictObject({
  incidentSeq,
  status: z
    .enum(['provisional', 'confirmed', 'cancelled'])
    .meta({ description: 'of the breach, as its incident says' }),
  t0: Instant.meta({ description: 'instant that binds where awareness counts' }),
  awareAt: Instant.nullable().meta({ description: 'awareness as the incident says it; null while only suspected' }),
  nature: z.array(Nature),
  evidenceRefs: z.array(StoredLine).max(50).meta({ description: 'why it was ruled out; empty while it is not' }),
  reason: erasable(StoredText).meta({ description: 'as it was said at the incident' }),
});
export type CaseFollowed = z.infer<typeof CaseFollowed>;

/** Facts of the incident that are new, or taken back (null), for the record of its case. */
export const CasePrefilled = BreachRecord.extend({ incidentSeq });
export type CasePrefilled = z.infer<typeof CasePrefilled>;
