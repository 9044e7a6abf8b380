import { done, refused, type Result } from '../../domain/shared/errors';
import { canonical } from '../../domain/shared/jcs';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';

/** `decidedBy`: the entry by which two persons accepted that the journal goes on as it stands. */
export type FillGaps = { decidedBy: number };

const WINDOW = 500;

/**
 * Writes `entry.lost` at each number up to the decision from which an entry was removed, so that numbers have no gaps
 * again, and what stands behind can be signed and proved. Doing it again changes nothing.
 *
 * @returns the numbers that were filled now
 */
export async function fillGaps({ ctx, input: { decidedBy } }: Call<FillGaps>): Promise<Result<number[]>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, actor, ports } = ctx;
  const filled: number[] = [];
  const end = Math.min(decidedBy, await ports.journal.head(orgId)); // never beyond the end
  for (let from = 0; from < end; from += WINDOW) {
    const count = Math.min(WINDOW, end - from);
    const present = new Set((await ports.journal.readWindow(orgId, from, count)).map(({ seq }) => seq));
    for (let seq = from + 1; seq <= from + count; seq++) {
      if (present.has(seq)) continue;
      const values = { decidedBy };
      const draft = {
        orgId,
        at: ports.now().toISOString(),
        actor,
        type: 'entry.lost',
        subject: { kind: 'organisation' as const, id: orgId },
        key: `entry.lost/${seq}`,
        values,
        request: canonical(values),
      };
      if (await ports.journal.standIn(draft, seq)) filled.push(seq);
    }
  }
  return done(filled);
}
