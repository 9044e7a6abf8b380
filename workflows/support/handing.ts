import { ActivityFailure, isCancellation } from '@temporalio/workflow';

/** How often handing to another organisation is tried in one go. */
export const HAND_TRIES = 3;
const PUT_OFF_MS = 60_000;

/**
 * What another organisation has to take may fail for a fault of its own: after a few tries it is put off, and the run goes
 * on with the rest. A run that begins anew tries at once.
 */
export function createHanding() {
  let fromMs = 0;
  return {
    /** Nothing is handed before this instant, milliseconds since the epoch. */
    fromMs: (): number => fromMs,
    async hand(act: () => Promise<void>): Promise<void> {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
        fromMs = Date.now() + PUT_OFF_MS;
      }
    },
  };
}
