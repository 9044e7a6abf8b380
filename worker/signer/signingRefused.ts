import type { RefusalReason } from '../../domain/journal/events';

/** `marked` is the size that was signed before, `found` where the journal ends now, or the entry that is damaged or missing. */
export type Refusal = { orgId: string; reason: RefusalReason; marked: number; found: number };

/** The journal contradicts what was signed. For this organisation nothing more is signed until two persons decided. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    const { orgId, reason, marked, found } = refusal;
    super(
      `The journal of organisation ${orgId} contradicts what was signed before (${reason}: signed up to ${marked}, ` +
        `found ${found}). Nothing more is signed for it: two persons must decide which one is true.`,
    );
    this.refusal = refusal;
  }
}
