import { z } from 'zod';
import { Nature } from '../deadline/breachClock';
import { LONGEST_ENVELOPE } from '../exchange/noticeFacts';
import { Instant } from '../shared/instant';
import { letter } from './commandParts';

/** A notice of another organisation with its signed envelope, as it came. */
export const ReceiveNotice = z.strictObject({
  envelope: z
    .string()
    .min(1)
    .max(LONGEST_ENVELOPE)
    .meta({ description: 'the envelope, its bytes unchanged (docs/formats.md)' }),
  receivedAt: Instant.meta({ description: 'when it was received' }),
  text: letter('what was told; left out: as the envelope describes it, where it does').optional(),
  certain: z.boolean().default(true).meta({ description: 'false: it tells of a suspicion, the clock is provisional' }),
  nature: z.array(Nature).default([]).meta({ description: 'what may be lost, as it says; of its first version alone' }),
  knownAt: Instant.nullable()
    .default(null)
    .meta({ description: 'when it was known already, if before that; of its first version alone' }),
  caseId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'case that was opened by hand of the same notice; left out, its first version opens one' }),
  agreementId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'contract with its sender, where several are in force; of its first version alone' }),
});
export type ReceiveNotice = z.infer<typeof ReceiveNotice>;
