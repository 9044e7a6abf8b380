import { z } from 'zod';
import { erasable } from '../shared/erasable';
import { StoredText } from '../shared/stored';
import { Instant, HOUR_MS } from '../shared/instant';
import { Role } from '../shared/roles';

/** A request that nobody completes is void after this long. */
export const APPROVAL_LIFE_MS = 4 * HOUR_MS;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What is asked of a second person. `proposal` is the command without its free text, so that erasure never
 * changes what was approved; `requestHash` is the SHA-256 of the whole canonical command.
 */
export const approvalRequestedValues = <P extends z.ZodType>(proposal: P) =>
  z.strictObject({
    requestId: z.string().min(1),
    command: z.string().min(1),
    proposal,
    requestHash: Sha256,
    reason: erasable(StoredText),
    boundTo: z.int().nonnegative().meta({ description: 'revision of the newest decision that the requester had read' }),
    expiresAt: Instant,
    roles: z.array(Role).meta({ description: 'roles of the requester at that time' }),
  });

export const ApprovalGiven = z.strictObject({
  requestId: z.string().min(1),
  roles: z.array(Role).meta({ description: 'roles of the approver at that time' }),
});
export type ApprovalGiven = z.infer<typeof ApprovalGiven>;
