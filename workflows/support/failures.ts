import { ApplicationFailure, ContinueAsNew, isCancellation, TemporalFailure } from '@temporalio/workflow';

/**
 * A plain error would retry the workflow task for ever, in silence. Converted, the run fails where everybody sees it,
 * and the relay's next round starts another from the journal. The message is fixed: failures lie in clear.
 */
export async function convertingFailures<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ContinueAsNew || error instanceof TemporalFailure || isCancellation(error)) throw error;
    throw ApplicationFailure.nonRetryable('the workflow code is at fault', 'workflow.fault');
  }
}
