import { z } from 'zod';

/**
 * Who may be asked to act: O on-call, IM incident manager, DPO, DIR management, EC evidence custodian,
 * CC controller's contact, CDPO controller's DPO, L counsel, AUDITOR reads the journal (domain rules section 7).
 */
export const Role = z.enum(['O', 'IM', 'DPO', 'DIR', 'EC', 'CC', 'CDPO', 'L', 'AUDITOR']);
export type Role = z.infer<typeof Role>;
