import { erasureOf } from '../../domain/journal/events';
import { refused, done, type Result } from '../../domain/shared/errors';
import { isSystem } from '../policies/asker';
import type { Call } from '../ports/ports';
import { discardMails } from './discardMails';
import { journalWindows } from './journalWindows';

/** Takes again what erasures say has gone: after a restore, which brought it back. Returns how many entries said so. */
export async function replayErasures({ ctx }: Pick<Call<never>, 'ctx'>): Promise<Result<number>> {
  if (!isSystem(ctx)) return refused({ code: 'actor.forbidden' });
  const { orgId, ports } = ctx;
  let replayed = 0;
  for await (const window of journalWindows(ports.journal, orgId, await ports.journal.head(orgId))) {
    for (const entry of window) {
      const erasure = erasureOf(entry);
      if (erasure === null) continue;
      await ports.journal.erase(orgId, erasure.target, erasure.names);
      await discardMails(ctx, entry.subject);
      replayed += 1;
    }
  }
  return done(replayed);
}
