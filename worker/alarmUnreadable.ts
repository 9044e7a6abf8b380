import { type RaiseUnreadable, raiseUnreadable } from '../application/organisation/raiseUnreadable';
import type { Context } from '../application/ports/ports';
import { isLasting, unwrap } from './unwrap';

/** Tells management; where the organisation itself cannot be read, nobody's address is known, and the log is all there is. */
export async function alarmUnreadable(ctx: Context, input: RaiseUnreadable): Promise<void> {
  try {
    unwrap(await raiseUnreadable({ ctx, input }));
  } catch (error) {
    if (!isLasting(error)) throw error;
  }
}
