import type { Agreement } from '../../domain/agreement/fold';
import { timelineOf, versionGoverning } from '../../domain/agreement/versions';
import type { Cell } from '../../domain/register/cell';
import { cellsOfProcessing, missingIn, type ProcessingState } from '../../domain/register/processingColumns';
import { done, refused, type Result } from '../../domain/shared/errors';
import { allAgreements } from '../agreement/allAgreements';
import { trace } from '../journal/trace';
import { mayReadJournal } from '../policies/journal';
import type { Context } from '../ports/ports';

/** A contract in the register. `missing`: keys of the columns that its annex should fill and does not. */
export type ProcessingLine = { agreementId: string; cells: readonly Cell[]; missing: readonly string[] };

/**
 * The processing that we do for each controller, a row a contract, in force first, then newest first (GDPR Art. 30(2); duty
 * S3-15). Each row is the annex in force today; of a contract that has ended, or has yet to begin, the nearest.
 */
export async function readProcessing({ ctx }: { ctx: Context }): Promise<Result<ProcessingLine[]>> {
  if (!mayReadJournal(ctx)) return refused({ code: 'actor.forbidden' });
  await trace(ctx, 'register', 'processing');
  const now = ctx.ports.now().toISOString();
  const rows = (await allAgreements(ctx)).map((agreement) => ({ agreement, state: stateAt(agreement, now) }));
  const sorted = rows.toSorted((a, b) => Number(b.state === 'inForce') - Number(a.state === 'inForce'));
  return done(sorted.map(({ agreement, state }) => lineOf(agreement, state, now)));
}

function lineOf(agreement: Agreement, state: ProcessingState, now: string): ProcessingLine {
  const { version, document } = versionGoverning(agreement, now);
  const cells = cellsOfProcessing({ reference: agreement.reference, version, state, document });
  return { agreementId: agreement.id, cells, missing: missingIn(cells) };
}

function stateAt(agreement: Agreement, now: string): ProcessingState {
  const timeline = timelineOf(agreement);
  const at = Date.parse(now);
  if (timeline.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to))) return 'inForce';
  return timeline.some(({ from }) => Date.parse(from) > at) ? 'toCome' : 'ended';
}
