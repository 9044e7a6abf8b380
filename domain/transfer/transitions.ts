import { isSecret, type Transfer } from './fold';

/** What a person may decide about a transfer that was recorded. */
export type TransferCommandKind = 'transfer.prolong' | 'transfer.release' | 'transfer.close';

/** Duty S3-17: while the law forbids to tell, its end is put off or said, at any stage; what is open is closed once. */
const TABLE: Record<Transfer['stage'], Record<'secret' | 'told', readonly TransferCommandKind[]>> = {
  TRANSFER_OPEN: { secret: ['transfer.prolong', 'transfer.release', 'transfer.close'], told: ['transfer.close'] },
  TRANSFER_CLOSED: { secret: ['transfer.prolong', 'transfer.release'], told: [] },
};

export const allowedIn = (one: Transfer, now: Date): readonly TransferCommandKind[] =>
  TABLE[one.stage][isSecret(one, now) ? 'secret' : 'told'];
